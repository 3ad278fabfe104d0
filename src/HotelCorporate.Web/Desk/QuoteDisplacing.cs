using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Sets the bedrooms of an offer beside what individual guests would take: their demand from the stays of the years before, their price from BAR.</summary>
public sealed class QuoteDisplacing(HotelDb db, HouseRooms house)
{
    /// <summary>Years that are looked back.</summary>
    private const int Years = 2;

    /// <summary>Null for an offer without bedrooms.</summary>
    public async Task<QuoteDisplacementResult?> ReadAsync(QuoteFile file, CancellationToken cancel)
    {
        var quote = file.Quote;
        var bedrooms = quote.Bedrooms();
        if (bedrooms.Count == 0) return null;
        var (first, last) = (bedrooms.Min(night => night.Night), bedrooms.Max(night => night.Night));
        var types = await db.RoomTypes.AsNoTracking().Where(type => type.PropertyId == file.Property.Id).ToListAsync(cancel);
        var ids = types.ConvertAll(type => type.Id);
        var stand = await house.StandAsync(ids, first, last, cancel, file.Booking.Id);
        var bars = await db.BarRates.AsNoTracking().Where(rate => ids.Contains(rate.RoomTypeId) && rate.Night >= first && rate.Night <= last).ToDictionaryAsync(rate => (rate.RoomTypeId, rate.Night), rate => rate.Amount, cancel);
        var slept = await SleptAsync(file.Property.Id, first, last, cancel);
        var nights = new List<DisplacedNight>();
        var without = new List<LocalDate>();
        foreach (var group in bedrooms.GroupBy(night => night.Night).OrderBy(group => group.Key))
        {
            var all = types.ConvertAll(type => stand(type, group.Key));
            var sold = all.Sum(type => type.Sold);
            var forecast = Math.Max(sold, Displacement.ForecastOf(group.Key, slept, Years));
            var rates = group.Select(night => (Rate: bars.GetValueOrDefault((night.RoomTypeId, group.Key)), night.Rooms)).Where(pair => pair.Rate.Currency == quote.Currency && pair.Rooms > 0).ToList();
            if (rates.Count == 0) without.Add(group.Key);
            var bar = rates.Count == 0 ? Money.Zero(quote.Currency) : Money.Of(rates.Sum(pair => pair.Rate.Amount * pair.Rooms) / rates.Sum(pair => pair.Rooms), quote.Currency);
            nights.Add(new DisplacedNight(group.Key, all.Sum(type => type.Physical - type.OutOfOrder - type.Blocked), forecast, group.Sum(night => night.Rooms), Net(bar, quote)));
        }

        var net = quote.NetOfLines();
        var zero = Money.Zero(quote.Currency);
        var rooms = quote.Lines.Where(line => line.RoomTypeId is not null).Aggregate(zero, (sum, line) => sum + net[line]);
        var other = quote.Lines.Where(line => line.RoomTypeId is null).Aggregate(zero, (sum, line) => sum + net[line] - line.Cost);
        return new QuoteDisplacementResult(new Displacement(nights, rooms, other, bedrooms.Sum(night => night.Rooms)), without, slept.Count > 0);
    }

    /// <summary>BAR less the tax of bedrooms, where prices hold it.</summary>
    private static Money Net(Money bar, Quote quote)
    {
        var rate = quote.Lines.First(line => line.RoomTypeId is not null).TaxRate;
        return quote.TaxMode == TaxMode.Inclusive ? Money.Of(bar.Amount / (1 + rate), bar.Currency) : bar;
    }

    /// <summary>Room nights that the hotel's own system reported, in the same months of the years before.</summary>
    private async Task<Dictionary<LocalDate, int>> SleptAsync(int propertyId, LocalDate first, LocalDate last, CancellationToken cancel)
    {
        var (from, until) = (first.PlusYears(-Years).PlusDays(-31), last.PlusYears(-1).PlusDays(31));
        var stays = await db.Stays.AsNoTracking().Where(stay => stay.PropertyId == propertyId && stay.Arrival <= until && stay.Departure > from).Select(stay => new { stay.Arrival, stay.Nights, stay.Rooms }).ToListAsync(cancel);
        var slept = new Dictionary<LocalDate, int>();
        foreach (var stay in stays)
            for (var i = 0; i < stay.Nights; i++)
                slept[stay.Arrival.PlusDays(i)] = slept.GetValueOrDefault(stay.Arrival.PlusDays(i)) + stay.Rooms;
        return slept;
    }
}

/// <summary>What came out, and what it could not know.</summary>
/// <param name="WithoutBar">Nights for which no BAR is loaded: guests lost on them count nothing.</param>
/// <param name="HasHistory">Stays of the years before are there; otherwise only what is sold already is expected.</param>
public sealed record QuoteDisplacementResult(Displacement Sum, IReadOnlyList<LocalDate> WithoutBar, bool HasHistory);
