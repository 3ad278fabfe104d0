using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>One night of a stay: how many rooms of the type are free, and what one costs.</summary>
public sealed record StayNight(LocalDate Night, int Free, RateAnswer Rate);

/// <summary>All that a stay is priced from, read once: the same answer can be given for any night of it.</summary>
/// <param name="Accounts">The account, then its parents upwards.</param>
/// <param name="Counted">Room nights that count for an agreement's tiers.</param>
public sealed record RateFacts(
    IReadOnlyList<int> Accounts, IReadOnlyList<Agreement> Agreements, IReadOnlyDictionary<LocalDate, Money> Bars, Func<LocalDate, int> Free, IReadOnlySet<LocalDate> Closed, Func<Agreement, int> Counted);

/// <summary>What a company has agreed with the house, for whoever prices something for it.</summary>
public sealed class AgreementsInForce(HotelDb db, HouseRooms house)
{
    /// <summary>The agreement whose package prices and terms hold on that day; null when none is in force.</summary>
    public async Task<Agreement?> ForAsync(int accountId, Property property, LocalDate day, CancellationToken cancel)
    {
        var accounts = await FamilyAsync(accountId, cancel);
        return AgreementRank.InForce(accounts, property.Id, day, property.Currency, await OfAsync(accounts, cancel)) is [var first, ..] ? first : null;
    }

    /// <summary>The rate of one room for one night, with its steps.</summary>
    public async Task<RateAnswer> RateAsync(int accountId, RoomType type, Occupancy occupancy, LocalDate arrival, int nights, LocalDate night, LocalDate today, CancellationToken cancel)
    {
        var facts = await ReadAsync(accountId, type, night, night, today, cancel);
        return Answer(facts, type, occupancy, arrival, nights, night, today);
    }

    /// <summary>Each night of a stay with its rate and how many rooms are free: the same statements however long it is.</summary>
    /// <param name="forBooking">Whose own block is free for it.</param>
    /// <param name="whateverIsFree">The rate is told though no room is free.</param>
    public async Task<IReadOnlyList<StayNight>> StayAsync(
        int accountId, RoomType type, Occupancy occupancy, LocalDate arrival, int nights, LocalDate today, CancellationToken cancel, int? forBooking = null, bool whateverIsFree = false)
    {
        var facts = await ReadAsync(accountId, type, arrival, arrival.PlusDays(nights - 1), today, cancel, forBooking);
        return [.. Enumerable.Range(0, nights).Select(arrival.PlusDays).Select(night =>
            new StayNight(night, facts.Free(night), Answer(whateverIsFree ? facts with { Free = _ => int.MaxValue } : facts, type, occupancy, arrival, nights, night, today)))];
    }

    /// <summary>Reads what the nights of a stay are priced from.</summary>
    public async Task<RateFacts> ReadAsync(int accountId, RoomType type, LocalDate first, LocalDate last, LocalDate today, CancellationToken cancel, int? forBooking = null)
    {
        var bars = await db.BarRates.AsNoTracking().Where(rate => rate.RoomTypeId == type.Id && rate.Night >= first && rate.Night <= last).ToDictionaryAsync(rate => rate.Night, rate => rate.Amount, cancel);
        var stand = await house.StandAsync([type.Id], first, last, cancel, forBooking);
        var closed = await db.ClosedNights.Where(night => night.RoomTypeId == type.Id && night.Night >= first && night.Night <= last).Select(night => night.Night).ToListAsync(cancel);
        var accounts = await FamilyAsync(accountId, cancel);
        var agreements = await OfAsync(accounts, cancel);
        return new RateFacts(accounts, agreements, bars, night => stand(type, night).Free, closed.ToHashSet(), await CountedAsync(agreements, today, cancel));
    }

    /// <summary>One night, from what was read.</summary>
    public static RateAnswer Answer(RateFacts facts, RoomType type, Occupancy occupancy, LocalDate arrival, int nights, LocalDate night, LocalDate today) =>
        facts.Bars.TryGetValue(night, out var bar)
            ? RateForANight.Answer(
                new RateQuestion(facts.Accounts, type.PropertyId, type.Id, occupancy, night, arrival, nights, today),
                new NightFacts(bar, facts.Closed.Contains(night), facts.Free(night)), facts.Agreements, facts.Counted)
            : new RateAnswer(null, $"No BAR is loaded for {type.Name} on {night}. Load it first.", null, []);

    /// <summary>Room nights that count for each agreement's tiers on a day: read only where a tier asks for them.</summary>
    public async Task<Func<Agreement, int>> CountedAsync(IReadOnlyCollection<Agreement> agreements, LocalDate today, CancellationToken cancel)
    {
        var companies = agreements.Where(agreement => agreement.Terms.Tiers.Count > 0 && agreement.Terms.TierBasis != TierBasis.Promised).Select(agreement => agreement.AccountId).Distinct().ToList();
        if (companies.Count == 0) return agreement => TierCount.Of(agreement.Terms, today, []);
        var brought = await BroughtAsync(companies, today.PlusYears(-1), today, cancel);
        return agreement => TierCount.Of(agreement.Terms, today, brought(agreement));
    }

    /// <summary>Rooms that the company of an agreement brought to its hotels, night by night, both days in: the stays that the hotels' own systems reported.</summary>
    public async Task<Func<Agreement, IEnumerable<BroughtNight>>> BroughtAsync(IReadOnlyCollection<int> accountIds, LocalDate first, LocalDate last, CancellationToken cancel)
    {
        var marks = await db.MarksAsync(accountIds, cancel);
        var read = await db.Stays.IgnoreQueryFilters().AsNoTracking().Where(stay => stay.Arrival <= last && stay.Departure > first).BroughtBy(db, marks)
            .Select(stay => new { stay.AccountId, stay.AgentKey, stay.RateCode, stay.PropertyId, stay.Arrival, stay.Nights, stay.Rooms }).ToListAsync(cancel);
        var (own, agencies) = (read.ToLookup(stay => stay.AccountId), marks.ToDictionary(mark => mark.AccountId));
        var brokered = read.FindAll(stay => stay.AgentKey.Length > 0 || stay.RateCode.Length > 0);
        return agreement => own[agreement.AccountId].Concat(brokered.Where(stay => stay.AccountId != agreement.AccountId && agencies[agreement.AccountId].Has(null, stay.AgentKey, stay.RateCode)))
            .Where(stay => agreement.Terms.PropertyIds.Contains(stay.PropertyId))
            .SelectMany(stay => Enumerable.Range(0, stay.Nights).Select(night => new BroughtNight(stay.Arrival.PlusDays(night), stay.Rooms))).Where(night => night.Night >= first && night.Night <= last);
    }

    /// <summary>The account, then its parents upwards, step by step: a house may know fifty thousand companies, and most belong to nobody.</summary>
    private async Task<IReadOnlyList<int>> FamilyAsync(int accountId, CancellationToken cancel)
    {
        List<int> line = [];
        for (int? next = accountId; next is { } at && !line.Contains(at); next = await db.Accounts.Where(account => account.Id == at && account.MergedIntoId == null).Select(account => account.ParentId).SingleOrDefaultAsync(cancel)) line.Add(at);
        return line;
    }

    private async Task<List<Agreement>> OfAsync(IReadOnlyList<int> accounts, CancellationToken cancel) =>
        await db.Agreements.AsNoTracking().Where(agreement => accounts.Contains(agreement.AccountId) && agreement.AcceptedAt != null).ToListAsync(cancel);
}
