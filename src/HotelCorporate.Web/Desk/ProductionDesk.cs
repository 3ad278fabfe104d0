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

/// <summary>A stay that counts for a company.</summary>
/// <param name="AsAgent">It booked the stay for somebody else, or for nobody that is known here.</param>
public sealed record CountedStay(int PropertyId, bool AsAgent, StayedNights Nights);

/// <summary>What companies really brought, as the hotel's own system reported it: stays in their own name, and those that they brought as an agency.</summary>
public sealed class ProductionDesk(HotelDb db)
{
    /// <summary>The stays of a company in one hotel that touch these days, both in.</summary>
    public async Task<IReadOnlyList<CountedStay>> StaysAsync(int accountId, int propertyId, LocalDate from, LocalDate to, CancellationToken cancel) =>
        await CountedAsync(db.Stays.Where(stay => stay.PropertyId == propertyId && stay.Arrival <= to && stay.Departure > from), await db.MarksAsync(accountId, cancel), cancel);

    /// <inheritdoc cref="StandingsAsync"/>
    public async Task<AgreementStanding> StandingAsync(Agreement agreement, LocalDate today, CancellationToken cancel, StayMarks? marks = null) => (await StandingsAsync(agreement.AccountId, [agreement], today, cancel, marks))[0];

    /// <summary>How these agreements of one company stand: the same statements, however many there are. Each counts in all of its hotels, whoever asks.</summary>
    /// <param name="today">The hotel's date; itself counts.</param>
    /// <param name="marks">Of the company, where they were read before.</param>
    public async Task<IReadOnlyList<AgreementStanding>> StandingsAsync(int accountId, IReadOnlyList<Agreement> agreements, LocalDate today, CancellationToken cancel, StayMarks? marks = null)
    {
        if (agreements.Count == 0) return [];
        var (hotels, first) = (agreements.SelectMany(agreement => agreement.Terms.PropertyIds).Distinct().ToList(), agreements.Min(agreement => agreement.Terms.ValidFrom));
        var stays = await CountedAsync(db.Stays.IgnoreQueryFilters().Where(stay => hotels.Contains(stay.PropertyId) && stay.Arrival <= today && stay.Departure > first), marks ?? await db.MarksAsync(accountId, cancel), cancel);
        var types = await db.RoomTypes.IgnoreQueryFilters().AsNoTracking().Where(type => hotels.Contains(type.PropertyId)).ToListAsync(cancel);
        return [.. agreements.Select(agreement =>
        {
            var own = stays.Where(stay => agreement.Terms.PropertyIds.Contains(stay.PropertyId)).Select(stay => stay.Nights).ToList();
            return Of(agreement, own, today, code => types.Find(type => agreement.Terms.PropertyIds.Contains(type.PropertyId) && type.IsCalled(code))?.Id);
        })];
    }

    private static AgreementStanding Of(Agreement agreement, List<StayedNights> stays, LocalDate today, Func<string, int?> typeOf)
    {
        var terms = agreement.Terms;
        var (from, to) = (terms.ValidFrom, LocalDate.Min(today, terms.ValidTo));
        var produced = ProducedNights.Of(stays, from, to, terms.Currency);
        var progress = terms.CommittedNights > 0 && to >= from ? CommitmentProgress.Of(terms.CommittedNights, produced.RoomNights, from, terms.ValidTo, to) : null;
        var next = terms.Tiers.OrderBy(tier => tier.MinimumNights).FirstOrDefault(tier => tier.MinimumNights > produced.RoomNights);
        Money? rebate = terms.TierEffect == TierEffect.RebateForThePeriod && terms.Tiers.Count > 0 ? AgreementRebate.Of(terms, stays, from, to, typeOf) : null;
        return new(agreement, terms.CommittedNights, produced, progress, next, rebate);
    }

    private async Task<List<CountedStay>> CountedAsync(IQueryable<Stay> stays, StayMarks marks, CancellationToken cancel) =>
        (await stays.BroughtBy(db, [marks]).AsNoTracking().Select(stay => new { stay.PropertyId, stay.AccountId, stay.Arrival, stay.Nights, stay.Rooms, stay.Rate, stay.RoomType, stay.Guests }).ToListAsync(cancel))
        .ConvertAll(stay => new CountedStay(stay.PropertyId, stay.AccountId != marks.AccountId, new StayedNights(stay.Arrival, stay.Nights, stay.Rooms, stay.Rate, stay.RoomType, stay.Guests)));
}
