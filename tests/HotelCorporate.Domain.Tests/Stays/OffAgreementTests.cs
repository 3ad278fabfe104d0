using CsCheck;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Stays;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Stays;

/// <summary>Stays beside what was agreed for them.</summary>
public sealed class OffAgreementTests
{
    private static readonly LocalDate Arrival = new(2026, 6, 10); // a Wednesday
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 8, 0);

    private static AgreementTerms Terms { get; } = new()
    {
        PropertyIds = [1], ValidFrom = new(2026, 1, 1), ValidTo = new(2026, 12, 31), CurrencyCode = "EUR", Seasons = [new("Spring", new(2026, 1, 1), new(2026, 6, 11)), new("Summer", new(2026, 6, 12), new(2026, 12, 31))],
        Rates = [new("Spring", 1, Occupancy.Single, Amount: 100m), new("Summer", 1, Occupancy.Single, Amount: 121m), new("Spring", 1, Occupancy.Double, Amount: 130m), new("Spring", 1, Occupancy.ExtraPerson, Amount: 25m)],
    };

    [Fact]
    public void A_stay_at_the_agreed_rate_is_no_breach_and_one_beside_it_is_with_its_steps()
    {
        Assert.Null(Check(Paid(100m, guests: 1)));
        var (agreement, evidence) = Check(Paid(112m, nights: 2, guests: 1, rooms: 3))!.Value;
        Assert.Equal(0, agreement); // not stored yet
        Assert.Equal((224m, 200m, 72m), (evidence.Paid, evidence.Agreed, evidence.Difference));
        Assert.Equal(100m, evidence.ByNight[1].Steps[^1].Amount);
        Assert.Equal(-10m, Check(Paid(90m, guests: 1))!.Value.Evidence.Difference);
    }

    [Fact]
    public void An_average_over_two_seasons_that_was_rounded_is_as_agreed()
    {
        Assert.Null(Check(Paid(110.33m, nights: 3, arrival: new(2026, 6, 10), guests: 1, at: (100m + 100m + 121m) / 3)));
        Assert.NotNull(Check(Paid(107.02m, nights: 3, guests: 1)));
    }

    [Fact]
    public void Where_nobody_told_how_many_slept_there_the_nearer_occupancy_speaks_and_three_pay_for_one_more()
    {
        Assert.Null(Check(Paid(130m)));
        Assert.Null(Check(Paid(100m)));
        Assert.Equal(Occupancy.Double, Check(Paid(128m))!.Value.Evidence.Occupancy);
        Assert.Null(Check(Paid(155m, guests: 3)));
        Assert.Null(Check(Paid(130m, guests: 4, rooms: 2)));
    }

    [Fact]
    public void A_bar_that_would_count_and_is_not_loaded_leaves_the_stay_alone()
    {
        var dynamic = Terms with { Rates = [new("Spring", 1, Occupancy.Single, OffBar: 0.10m)] };
        Assert.Null(Check(Paid(150m, guests: 1), dynamic));
        Assert.Null(Check(Paid(135m, guests: 1), dynamic, bar: 150m));
        Assert.Equal(135m, Check(Paid(150m, guests: 1), dynamic, bar: 150m)!.Value.Evidence.Agreed);
        Assert.Null(Check(Paid(70m, guests: 1), Terms with { LowerOfBar = true })); // the lower of a BAR that nobody knows
        Assert.Null(Check(Paid(150m, guests: 1), Terms with { Weekdays = [IsoDayOfWeek.Sunday] }, bar: 150m)); // nothing is agreed for a Wednesday
    }

    [Fact]
    public void That_a_bar_is_missing_is_said_and_only_where_something_is_agreed()
    {
        var dynamic = Terms with { Rates = [new("Spring", 1, Occupancy.Single, OffBar: 0.10m)] };
        Assert.Equal(StayStanding.NoBar, Standing(Paid(150m, guests: 1), dynamic));
        Assert.Equal(StayStanding.AsAgreed, Standing(Paid(135m, guests: 1), dynamic, bar: 150m));
        Assert.Equal(StayStanding.NothingAgreed, Standing(Paid(150m, guests: 1), Terms with { Weekdays = [IsoDayOfWeek.Sunday] }));
        Assert.Equal(StayStanding.NothingAgreed, Standing(Paid(150m, arrival: new(2028, 1, 1))));
        Assert.Equal(StayStanding.NoBar, Standing(Paid(111m), Terms with { Rates = [new("Spring", 1, Occupancy.Single, Amount: 100m), new("Spring", 1, Occupancy.Double, OffBar: 0.10m)] })); // how many slept there, nobody told
    }

    [Fact]
    public void It_is_priced_with_the_tier_of_the_day_on_which_it_was_booked()
    {
        var tiers = Terms with { Tiers = [new(100, 0.10m)], TierBasis = TierBasis.YearToDate, TierEffect = TierEffect.FromNowOn };
        var stay = new Stay(1, 1, "k", new StayFacts("Alba", Arrival, 1, 1, 100m, "STD", 1, BookedOn: new LocalDate(2026, 3, 1)), Currency.Of("EUR"));
        Assert.Equal(StayStanding.AsAgreed, OffAgreement.Of(stay, Asked(tiers, null, (_, on) => on < new LocalDate(2026, 4, 1) ? 50 : 150)).Standing);
        Assert.Equal(90m, OffAgreement.Of(stay, Asked(tiers, null, (_, _) => 150)).Evidence!.Agreed);
    }

    [Fact]
    public void Months_are_breaches_found_once_and_what_was_settled_opens_no_other()
    {
        var agreement = Accepted(Terms);
        var stays = new[] { Off(1, Arrival), Off(2, Arrival.PlusDays(3)), Off(3, Arrival.PlusMonths(1)) };
        var found = OffAgreement.Found(stays, []).ToList();
        Assert.Equal(2, found.Count);
        var known = found.ConvertAll(one => new Breach(1, one, Arrival));
        Assert.Empty(BreachBook.Settle(known, OffAgreement.Found(stays, known), _ => true, Now).Fresh);
        known[0].Close("Agreed with the company.", 7, Now);
        Assert.Equal(found[1].Key, Assert.Single(OffAgreement.Found(stays, known)).Key);
        var late = OffAgreement.Found([.. stays, Off(4, Arrival)], known).Single(one => one.Key.StartsWith(found[0].Key, StringComparison.Ordinal));
        Assert.Equal((found[0].Key + ":2", 4), (late.Key, Assert.Single(late.Evidence.Stays).StayId));

        // Corrected by the next file: it ends by itself.
        var (fresh, _, ended) = BreachBook.Settle(known, [], breach => breach.Kind == BreachKind.OffAgreement, Now);
        Assert.Empty(fresh);
        Assert.Equal(known[1], Assert.Single(ended));
        Assert.Throws<HouseRuleException>(() => known[1].Close("Again", 7, Now));

        (Agreement, StayEvidence) Off(int id, LocalDate arrival) => (agreement, new StayEvidence(id, "Alba", arrival, 1, 1, "STD", Occupancy.Single, 1, arrival, 110m, 100m, []));
    }

    /// <summary>Whatever fixed rates are agreed and whatever the nights: paid as the engine says is never a breach; a cent a night beside it always is.</summary>
    [Fact]
    public void Paid_as_the_engine_says_is_never_a_breach_and_a_cent_a_night_beside_it_always_is() =>
        Gen.Select(Gen.Int[5_000, 30_000], Gen.Int[5_000, 30_000], Gen.Int[1, 20], Gen.Int[0, 200], Gen.Int[-500, 500]).Sample((spring, summer, nights, day, off) =>
        {
            var terms = Terms with { Rates = [new("Spring", 1, Occupancy.Single, Amount: spring / 100m), new("Summer", 1, Occupancy.Single, Amount: summer / 100m)] };
            var arrival = new LocalDate(2026, 1, 1).PlusDays(day);
            var agreed = Enumerable.Range(0, nights).Sum(night => terms.RateOf(terms.SeasonOn(arrival.PlusDays(night))!.Name, 1, Occupancy.Single)!.Amount!.Value);
            var rate = decimal.Round(agreed / nights, 2, MidpointRounding.AwayFromZero);
            var found = Check(Paid(rate + (off / 100m), nights, arrival, 1), terms);
            return Math.Abs(off) switch { 0 => found is null, 1 => true, _ => found is not null && found.Value.Evidence.ByNight.Sum(night => night.Agreed) == agreed };
        });

    private static Stay Paid(decimal rate, int nights = 1, LocalDate? arrival = null, int? guests = null, int rooms = 1, decimal? at = null) =>
        new(1, 1, "k", new StayFacts("Alba", arrival ?? Arrival, nights, rooms, decimal.Round(at ?? rate, 2, MidpointRounding.AwayFromZero), "STD", guests), Currency.Of("EUR"));

    private static StayStanding Standing(Stay stay, AgreementTerms? terms = null, decimal? bar = null) => OffAgreement.Of(stay, Asked(terms ?? Terms, bar, (_, _) => 0)).Standing;

    private static (int AgreementId, StayEvidence Evidence)? Check(Stay stay, AgreementTerms? terms = null, decimal? bar = null) =>
        OffAgreement.Of(stay, Asked(terms ?? Terms, bar, (_, _) => 0)) is { Standing: StayStanding.OffAgreement } off ? (off.AgreementId, off.Evidence!) : null;

    private static StayTerms Asked(AgreementTerms terms, decimal? bar, Func<Agreement, LocalDate, int> counted) =>
        new([1], 1, _ => bar is { } amount ? Money.Of(amount, Currency.Of("EUR")) : null, [Accepted(terms)], counted);

    private static Agreement Accepted(AgreementTerms terms)
    {
        var agreement = Agreement.Draft(1, "Alba 2026", terms);
        agreement.Offer();
        agreement.Accept("Somebody", Instant.FromUtc(2025, 11, 1, 9, 0));
        return agreement;
    }
}
