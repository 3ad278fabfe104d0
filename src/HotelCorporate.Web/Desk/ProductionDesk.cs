using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Stays;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>How an agreement does against what was promised.</summary>
/// <param name="Promised">Room nights over the term; 0: none.</param>
/// <param name="Progress">None while nothing is promised, or before the term.</param>
/// <param name="NextTier">The next one to reach.</param>
/// <param name="Rebate">Due for the nights so far; none where the tiers pay nothing back.</param>
public sealed record AgreementStanding(Agreement Agreement, int Promised, ProducedNights Produced, CommitmentProgress? Progress, Tier? NextTier, Money? Rebate);

/// <summary>What companies really brought, as the hotel's own system reported it.</summary>
public sealed class ProductionDesk(HotelDb db)
{
    /// <summary>The stays of a company that touch these days, both in.</summary>
    public async Task<IReadOnlyList<StayedNights>> StaysAsync(int accountId, IReadOnlyCollection<int> propertyIds, LocalDate from, LocalDate to, CancellationToken cancel) =>
        (await db.Stays.AsNoTracking().Where(stay => stay.AccountId == accountId && propertyIds.Contains(stay.PropertyId) && stay.Arrival <= to && stay.Departure > from)
            .Select(stay => new { stay.Arrival, stay.Nights, stay.Rooms, stay.Rate, stay.RoomType, stay.Guests }).ToListAsync(cancel))
        .ConvertAll(stay => new StayedNights(stay.Arrival, stay.Nights, stay.Rooms, stay.Rate, stay.RoomType, stay.Guests));

    /// <param name="today">The hotel's date; itself counts.</param>
    public async Task<AgreementStanding> StandingAsync(Agreement agreement, LocalDate today, CancellationToken cancel)
    {
        var terms = agreement.Terms;
        var (from, to) = (terms.ValidFrom, LocalDate.Min(today, terms.ValidTo));
        IReadOnlyList<StayedNights> stays = to < from ? [] : await StaysAsync(agreement.AccountId, terms.PropertyIds, from, to, cancel);
        var produced = ProducedNights.Of(stays, from, to, terms.Currency);
        var light = terms.CommittedNights > 0 && to >= from ? CommitmentProgress.Of(terms.CommittedNights, produced.RoomNights, from, terms.ValidTo, to) : null;
        var next = terms.Tiers.OrderBy(tier => tier.MinimumNights).FirstOrDefault(tier => tier.MinimumNights > produced.RoomNights);
        var types = await db.RoomTypes.AsNoTracking().Where(type => terms.PropertyIds.Contains(type.PropertyId)).Select(type => new { type.Id, type.Code }).ToListAsync(cancel);
        Money? rebate = terms.TierEffect == TierEffect.RebateForThePeriod && terms.Tiers.Count > 0
            ? AgreementRebate.Of(terms, stays, from, to, code => types.Find(type => string.Equals(type.Code, code, StringComparison.OrdinalIgnoreCase))?.Id)
            : null;
        return new(agreement, terms.CommittedNights, produced, light, next, rebate);
    }
}
