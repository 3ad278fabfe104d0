using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

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
    public async Task<RateAnswer> RateAsync(int accountId, RoomType type, Occupancy occupancy, LocalDate arrival, int nights, LocalDate night, LocalDate today, CancellationToken cancel)
    {
        var bar = await db.BarRates.AsNoTracking().SingleOrDefaultAsync(rate => rate.RoomTypeId == type.Id && rate.Night == night, cancel);
        if (bar is null) return new RateAnswer(null, $"No BAR is loaded for {type.Name} on {NodaTime.Text.LocalDatePattern.Iso.Format(night)}. Load it first.", null, []);
        var asked = new RateQuestion(accountId, null, type.PropertyId, type.Id, occupancy, night, arrival, nights, today);
        return RateForANight.Answer(asked, new NightFacts(bar.Amount, Closed: false, await FreeAsync(type, night, cancel)), await OfAsync(accountId, cancel), _ => 0);
    }

    /// <summary>Rooms of the type that are free: physical less those in the contracts of bookings that are definite, or tentative with nothing waiting (domain section 7).</summary>
    public async Task<int> FreeAsync(RoomType type, LocalDate night, CancellationToken cancel, int? exceptBooking = null)
    {
        var blocked = await (
            from line in db.Set<QuoteLine>()
            join quote in db.Quotes on EF.Property<int>(line, "QuoteId") equals quote.Id
            join booking in db.Bookings on quote.BookingId equals booking.Id
            where booking.Id != exceptBooking && line.RoomTypeId == type.Id && line.On == night && quote.Status == QuoteStatus.Accepted
                && (booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual
                    || (booking.Status == BookingStatus.Tentative && !booking.Functions.Any(function => function.QueuedAs != null && !function.IsFirm)))
            select line.Quantity).ToListAsync(cancel);
        return type.Physical - (int)blocked.Sum();
    }

    private async Task<List<Agreement>> OfAsync(int accountId, CancellationToken cancel) =>
        await db.Agreements.AsNoTracking().Where(agreement => agreement.AccountId == accountId && agreement.AcceptedAt != null).ToListAsync(cancel);
}
