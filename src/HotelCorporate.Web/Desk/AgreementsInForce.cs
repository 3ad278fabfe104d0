using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>One night of a stay: how many rooms of the type are free, and what one costs.</summary>
public sealed record StayNight(LocalDate Night, int Free, RateAnswer Rate);

/// <summary>What a company has agreed with the house, for whoever prices something for it.</summary>
public sealed class AgreementsInForce(HotelDb db, HouseRooms house)
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

    /// <summary>Each night of a stay with its rate and how many rooms are free: the same four statements however long it is.</summary>
    /// <param name="forBooking">Whose own block is free for it.</param>
    /// <param name="whateverIsFree">The rate is told though no room is free.</param>
    public Task<IReadOnlyList<StayNight>> StayAsync(
        int accountId, RoomType type, Occupancy occupancy, LocalDate arrival, int nights, LocalDate today, CancellationToken cancel, int? forBooking = null, bool whateverIsFree = false) =>
        StayAsync(accountId, type, occupancy, arrival, nights, arrival, arrival.PlusDays(nights - 1), today, cancel, forBooking, whateverIsFree);

    private async Task<IReadOnlyList<StayNight>> StayAsync(
        int accountId, RoomType type, Occupancy occupancy, LocalDate arrival, int nights, LocalDate first, LocalDate last, LocalDate today, CancellationToken cancel,
        int? forBooking = null, bool whateverIsFree = false)
    {
        var bars = await db.BarRates.AsNoTracking().Where(rate => rate.RoomTypeId == type.Id && rate.Night >= first && rate.Night <= last).ToDictionaryAsync(rate => rate.Night, rate => rate.Amount, cancel);
        var stand = await house.StandAsync([type.Id], first, last, cancel, forBooking);
        var agreements = await OfAsync(accountId, cancel);
        var stay = new List<StayNight>();
        for (var night = first; night <= last; night = night.PlusDays(1))
        {
            var rooms = stand(type, night).Free;
            var asked = new RateQuestion(accountId, null, type.PropertyId, type.Id, occupancy, night, arrival, nights, today);
            stay.Add(new StayNight(night, rooms, bars.TryGetValue(night, out var bar)
                ? RateForANight.Answer(asked, new NightFacts(bar, Closed: false, whateverIsFree ? int.MaxValue : rooms), agreements, _ => 0)
                : new RateAnswer(null, $"No BAR is loaded for {type.Name} on {night}. Load it first.", null, [])));
        }

        return stay;
    }

    private async Task<List<Agreement>> OfAsync(int accountId, CancellationToken cancel) =>
        await db.Agreements.AsNoTracking().Where(agreement => agreement.AccountId == accountId && agreement.AcceptedAt != null).ToListAsync(cancel);
}
