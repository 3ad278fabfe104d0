using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Domain.Stays;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Lays the stays of a hotel beside what was agreed for them, one after the other: they are not held in memory, however many there are.</summary>
public sealed class OffAgreementStays(HotelDb db, AgreementsInForce inForce)
{
    /// <summary>Kinds of stays that are told of as not checked.</summary>
    private const int MostUnchecked = 50;

    /// <param name="accepted">Of the hotel.</param>
    public async Task<(IReadOnlyList<(Agreement Agreement, StayEvidence Evidence)> Off, IReadOnlyList<UncheckedStays> Left)> FindAsync(Property property, IReadOnlyList<Agreement> accepted, LocalDate today, CancellationToken cancel)
    {
        var (off, left) = (new List<(Agreement, StayEvidence)>(), new Dictionary<(UncheckedReason, string), UncheckedStays>());
        if (accepted.Count == 0) return (off, []);
        var (family, byId, byAccount) = (await db.FamilyAsync(cancel), accepted.ToDictionary(agreement => agreement.Id), accepted.ToLookup(agreement => agreement.AccountId));
        var companies = accepted.SelectMany(agreement => family.Of(agreement.AccountId)).Distinct().ToList();
        var (first, last) = (accepted.Min(agreement => agreement.Terms.ValidFrom), LocalDate.Min(today, accepted.Max(agreement => agreement.Terms.ValidTo)));
        var types = await db.RoomTypes.AsNoTracking().Where(type => type.PropertyId == property.Id).ToListAsync(cancel);
        var bars = await BarsAsync(types, first, last, cancel);
        var counted = await CountedAsync(accepted, first, last, cancel);
        CompanyTerms? company = null;
        await foreach (var stay in db.Stays.AsNoTracking().Where(stay => stay.PropertyId == property.Id && stay.AccountId != null && companies.Contains(stay.AccountId.Value) && stay.Arrival <= last && stay.Departure > first)
            .OrderBy(stay => stay.AccountId).ThenBy(stay => stay.Arrival).ThenBy(stay => stay.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (company?.AccountId != stay.AccountId) company = CompanyTerms.Of(stay.AccountId!.Value, family, byAccount);
            if (!company!.Speaks(stay)) continue;
            if (types.Find(type => type.IsCalled(stay.RoomType)) is not { } type)
            {
                Leave(UncheckedReason.UnknownRoomType, stay.RoomType, stay);
                continue;
            }

            var check = OffAgreement.Of(stay, new StayTerms(company.Accounts, type.Id, night => bars.TryGetValue((type.Id, night), out var bar) ? bar : null, company.Agreements, counted));
            if (check.Standing == StayStanding.NoBar) Leave(UncheckedReason.NoBar, type.Code, stay);
            if (check.Standing == StayStanding.OffAgreement) off.Add((byId[check.AgreementId], check.Evidence!));
        }

        return (off, [.. left.Values.OrderByDescending(stays => stays.Stays).ThenBy(stays => stays.RoomType, StringComparer.Ordinal).Take(MostUnchecked)]);

        void Leave(UncheckedReason why, string code, Stay stay) => left[(why, code)] = left.TryGetValue((why, code), out var some)
            ? some with { Stays = some.Stays + 1, First = LocalDate.Min(some.First, stay.Arrival), Last = LocalDate.Max(some.Last, stay.Arrival) }
            : new UncheckedStays(why, code, 1, stay.Arrival, stay.Arrival);
    }

    /// <summary>A stay may begin before the first agreement and end after the last.</summary>
    private async Task<Dictionary<(int, LocalDate), Money>> BarsAsync(List<RoomType> types, LocalDate first, LocalDate last, CancellationToken cancel)
    {
        var (ids, from, to) = (types.ConvertAll(type => type.Id), first.PlusDays(-StayFacts.MostNights), last.PlusDays(StayFacts.MostNights));
        return await db.BarRates.AsNoTracking().Where(rate => ids.Contains(rate.RoomTypeId) && rate.Night >= from && rate.Night <= to).ToDictionaryAsync(rate => (rate.RoomTypeId, rate.Night), rate => rate.Amount, cancel);
    }

    /// <summary>Nights that count for tiers, for any day: read once, counted once for each day that is asked for.</summary>
    private async Task<Func<Agreement, LocalDate, int>> CountedAsync(IReadOnlyList<Agreement> accepted, LocalDate first, LocalDate last, CancellationToken cancel)
    {
        var tiered = accepted.Where(agreement => agreement.Terms is { Tiers.Count: > 0, TierEffect: TierEffect.FromNowOn } && agreement.Terms.TierBasis != TierBasis.Promised).ToList();
        var companies = tiered.Select(agreement => agreement.AccountId).Distinct().ToList();
        var brought = companies.Count == 0 ? _ => [] : await inForce.BroughtAsync(companies, first.PlusYears(-2), last, cancel);
        var nights = tiered.ToDictionary(agreement => agreement.Id, agreement => brought(agreement).GroupBy(night => night.Night).Select(day => new BroughtNight(day.Key, day.Sum(night => night.Rooms))).ToList());
        var counts = new Dictionary<(int, LocalDate), int>();
        return (agreement, on) => counts.TryGetValue((agreement.Id, on), out var count) ? count : counts[(agreement.Id, on)] = TierCount.Of(agreement.Terms, on, nights.GetValueOrDefault(agreement.Id) ?? []);
    }

    /// <summary>What holds for a company: its own agreements and those above it.</summary>
    private sealed record CompanyTerms(int AccountId, IReadOnlyList<int> Accounts, List<Agreement> Agreements)
    {
        public static CompanyTerms Of(int accountId, Family family, ILookup<int, Agreement> accepted)
        {
            List<int> accounts = [accountId, .. family.Above(accountId)];
            return new(accountId, accounts, [.. accounts.SelectMany(account => accepted[account])]);
        }

        public bool Speaks(Stay stay) => Agreements.Exists(agreement => agreement.Terms.ValidFrom < stay.Departure && stay.Arrival <= agreement.Terms.ValidTo);
    }
}
