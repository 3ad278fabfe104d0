using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>One night of a stay: how many rooms of the type are free, and what one costs.</summary>
public sealed record StayNight(LocalDate Night, int Free, RateAnswer Rate);

/// <summary>What a company has agreed with the house, for whoever prices something for it.</summary>
public sealed class AgreementsInForce(HotelDb db)
{
    /// <summary>The agreement whose package prices and terms hold on that day; null when none is in force.</summary>
    public async Task<Agreement?> ForAsync(int accountId, int propertyId, LocalDate day, CancellationToken cancel) =>
        (await OfAsync(accountId, cancel))
            .Where(agreement => agreement.Terms.PropertyIds.Contains(propertyId) && agreement.IsInForce(day))
            .OrderBy(agreement => agreement.Terms.PropertyIds.Count).ThenByDescending(agreement => agreement.AcceptedAt)
            .FirstOrDefault();

    /// <summary>The rate of one room for one night, with its steps.</summary>
    public async Task<RateAnswer> RateAsync(int accountId, RoomType type, Occupancy occupancy, LocalDate arrival, int nights, LocalDate night, LocalDate today, CancellationToken cancel) =>
        (await StayAsync(accountId, type, occupancy, arrival, nights, night, night, today, cancel))[0].Rate;

    /// <summary>Each night of a stay with its rate and how many rooms are free: the same three statements however long it is.</summary>
    public Task<IReadOnlyList<StayNight>> StayAsync(int accountId, RoomType type, Occupancy occupancy, LocalDate arrival, int nights, LocalDate today, CancellationToken cancel) =>
        StayAsync(accountId, type, occupancy, arrival, nights, arrival, arrival.PlusDays(nights - 1), today, cancel);

    /// <summary>Rooms that are free by type and night: physical less those in the contracts of bookings that are definite, or tentative with nothing waiting (domain section 7).</summary>
    public async Task<Func<RoomType, LocalDate, int>> FreeAsync(IReadOnlyCollection<int> typeIds, LocalDate first, LocalDate last, CancellationToken cancel, int? exceptBooking = null)
    {
        var blocked = (await (
            from line in db.Set<QuoteLine>()
            join quote in db.Quotes on EF.Property<int>(line, "QuoteId") equals quote.Id
            join booking in db.Bookings on quote.BookingId equals booking.Id
            where booking.Id != exceptBooking && typeIds.Contains(line.RoomTypeId!.Value) && line.On >= first && line.On <= last && quote.Status == QuoteStatus.Accepted
                && (booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual
                    || (booking.Status == BookingStatus.Tentative && !booking.Functions.Any(function => function.QueuedAs != null && !function.IsFirm)))
            select new { line.RoomTypeId, line.On, line.Quantity }).ToListAsync(cancel)).ToLookup(line => (line.RoomTypeId, line.On), line => line.Quantity);
        return (type, night) => type.Physical - (int)blocked[(type.Id, night)].Sum();
    }

    private async Task<IReadOnlyList<StayNight>> StayAsync(
        int accountId, RoomType type, Occupancy occupancy, LocalDate arrival, int nights, LocalDate first, LocalDate last, LocalDate today, CancellationToken cancel)
    {
        var bars = await db.BarRates.AsNoTracking().Where(rate => rate.RoomTypeId == type.Id && rate.Night >= first && rate.Night <= last).ToDictionaryAsync(rate => rate.Night, rate => rate.Amount, cancel);
        var free = await FreeAsync([type.Id], first, last, cancel);
        var agreements = await OfAsync(accountId, cancel);
        var stay = new List<StayNight>();
        for (var night = first; night <= last; night = night.PlusDays(1))
        {
            var rooms = free(type, night);
            var asked = new RateQuestion(accountId, null, type.PropertyId, type.Id, occupancy, night, arrival, nights, today);
            stay.Add(new StayNight(night, rooms, bars.TryGetValue(night, out var bar)
                ? RateForANight.Answer(asked, new NightFacts(bar, Closed: false, rooms), agreements, _ => 0)
                : new RateAnswer(null, $"No BAR is loaded for {type.Name} on {night}. Load it first.", null, [])));
        }

        return stay;
    }

    private async Task<List<Agreement>> OfAsync(int accountId, CancellationToken cancel) =>
        await db.Agreements.AsNoTracking().Where(agreement => agreement.AccountId == accountId && agreement.AcceptedAt != null).ToListAsync(cancel);
}
