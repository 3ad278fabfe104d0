using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Stays;

/// <summary>All that a stay is compared with.</summary>
/// <param name="Accounts">The company, then its parents upwards.</param>
/// <param name="Bar">Of a night; none: not loaded.</param>
/// <param name="Counted">Room nights that count for an agreement's tiers on a day.</param>
public sealed record StayTerms(IReadOnlyList<int> Accounts, int RoomTypeId, Func<LocalDate, Money?> Bar, IReadOnlyCollection<Agreement> Agreements, Func<Agreement, LocalDate, int> Counted);

/// <summary>How a stay stands beside what was agreed for it.</summary>
public enum StayStanding
{
    NothingAgreed,
    AsAgreed,
    OffAgreement,

    /// <summary>A BAR that counts is not loaded: nobody can say.</summary>
    NoBar,
}

/// <summary>A stay beside what was agreed for it.</summary>
/// <param name="AgreementId">Of its first agreed night.</param>
/// <param name="Evidence">None where nothing is agreed, or nobody can say.</param>
public sealed record StayCheck(StayStanding Standing, int AgreementId = 0, StayEvidence? Evidence = null);

/// <summary>Whether stays were priced as agreed (domain section 5). Pure.</summary>
public static class OffAgreement
{
    /// <summary>A stay beside the engine's answer for its room type, people and nights, priced on the day it was booked, else on its arrival. More people than two pay the extra person's rate where one is agreed.</summary>
    /// <remarks>A rate that was averaged over the nights and rounded is as agreed. Where the file does not tell how many slept in the room, the occupancy that fits better speaks for the house.</remarks>
    public static StayCheck Of(Stay stay, StayTerms terms)
    {
        var people = stay.Guests is { } guests ? [Math.Max(1, (guests + stay.Rooms - 1) / stay.Rooms)] : new[] { 1, 2 };
        var checks = people.Select(count => Agreed(stay, terms, count)).ToList();
        if (checks.FindAll(check => check.Evidence is not null).MinBy(check => Math.Abs(check.Evidence!.Paid - check.Evidence.Agreed)) is not { } nearest) return checks.Find(check => check.Standing == StayStanding.NoBar) ?? checks[0];
        if ((Money.Of(nearest.Evidence!.Agreed, stay.Rate.Currency) - (stay.Rate * stay.Nights)).MinorUnits is var off && Math.Abs(off) < stay.Nights) return nearest with { Standing = StayStanding.AsAgreed };
        return checks.Find(check => check.Standing == StayStanding.NoBar) ?? nearest;
    }

    /// <summary>By agreement and month of arrival: one breach for each. Stays that stand in one that was closed are settled; later ones open another.</summary>
    public static IEnumerable<BreachFound> Found(IEnumerable<(Agreement Agreement, StayEvidence Evidence)> stays, IReadOnlyCollection<Breach> known) =>
        from stay in stays
        group stay by (stay.Agreement, Month: stay.Evidence.Arrival.ToYearMonth()) into month
        let prefix = KeyOf(month.Key.Agreement.Id, month.Key.Month)
        let closed = known.Where(breach => !breach.IsOpen && (breach.Key == prefix || breach.Key.StartsWith(prefix + ":", StringComparison.Ordinal))).ToList()
        let settled = closed.SelectMany(breach => breach.Evidence.Stays).Select(stay => stay.StayId).ToHashSet()
        let left = month.Select(stay => stay.Evidence).Where(stay => !settled.Contains(stay.StayId)).OrderBy(stay => stay.Arrival).ThenBy(stay => stay.StayId).ToList()
        where left.Count > 0
        select new BreachFound(
            BreachKind.OffAgreement, closed.Count == 0 ? prefix : $"{prefix}:{closed.Count + 1}", month.Key.Agreement.AccountId, month.Key.Agreement.Id,
            Text(month.Key.Agreement, month.Key.Month, left), new BreachEvidence(left, []));

    public static string KeyOf(int agreementId, YearMonth month) => FormattableString.Invariant($"{BreachKind.OffAgreement}:{agreementId}:{month.Year:0000}-{month.Month:00}");

    private static Sentence Text(Agreement agreement, YearMonth month, List<StayEvidence> stays)
    {
        var currency = agreement.Terms.Currency;
        var (over, under) = (Sum(stays.Where(stay => stay.Difference > 0)), Sum(stays.Where(stay => stay.Difference < 0)));
        return $"{agreement.Name}: {stays.Count} stays from {month.OnDayOfMonth(1)} on were priced off the agreement, {over} too much and {-under} too little.";

        Money Sum(IEnumerable<StayEvidence> some) => Money.Of(some.Sum(stay => stay.Difference), currency);
    }

    private static StayCheck Agreed(Stay stay, StayTerms terms, int people)
    {
        var pricedOn = stay.BookedOn ?? stay.Arrival;
        var occupancy = people > 1 ? Occupancy.Double : Occupancy.Single;
        if (Nights(stay, terms, occupancy, pricedOn) is not { } nights) return new(StayStanding.NoBar);
        if (nights.Find(night => night.AgreementId is not null) is not { } first) return new(StayStanding.NothingAgreed);
        var more = people > 2 ? Nights(stay, terms, Occupancy.ExtraPerson, pricedOn) : null;
        var evidence = nights.Select((night, i) =>
        {
            var extra = more?[i] is { AgreementId: not null } one ? one : null;
            return new NightEvidence(
                stay.Arrival.PlusDays(i), night.Amount!.Value.Amount + ((people - 2) * (extra?.Amount?.Amount ?? 0)), extra is null ? night.Steps : [.. night.Steps, .. extra.Steps]);
        }).ToList();
        return new(StayStanding.OffAgreement, first.AgreementId!.Value, new StayEvidence(
            stay.Id, stay.Company, stay.Arrival, stay.Nights, stay.Rooms, stay.RoomType, occupancy, people, pricedOn, stay.Rate.Amount * stay.Nights, evidence.Sum(night => night.Agreed), evidence));
    }

    /// <summary>The engine's answer for each night: the room was there, since they slept in it. Null when something is agreed and a BAR that is not loaded would count.</summary>
    private static List<RateAnswer>? Nights(Stay stay, StayTerms terms, Occupancy occupancy, LocalDate pricedOn)
    {
        var currency = stay.Rate.Currency;
        var asked = new StayQuestion(terms.Accounts, stay.PropertyId, terms.RoomTypeId, occupancy, stay.Arrival, stay.Nights, pricedOn);
        var low = Price(Money.Zero(currency));
        if (Enumerable.Range(0, stay.Nights).All(night => terms.Bar(stay.Arrival.PlusDays(night)) is not null)) return low;
        var high = Price(Money.Of(StayFacts.DearestRate * 100, currency));
        var isSame = low.Zip(high).All(pair => pair.First.AgreementId == pair.Second.AgreementId && pair.First.Amount == pair.Second.Amount);
        return isSame || low.Concat(high).All(night => night.AgreementId is null) ? low : null;

        List<RateAnswer> Price(Money unknown) => [.. RateForAStay.Price(
            asked, currency, night => new NightFacts(terms.Bar(night) ?? unknown, false, int.MaxValue), terms.Agreements, agreement => terms.Counted(agreement, pricedOn)).Nights.Select(night => night.Rate)];
    }
}
