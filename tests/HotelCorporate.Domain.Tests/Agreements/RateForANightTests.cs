using CsCheck;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Agreements;

/// <summary>The nine steps of domain section 5, each by an example.</summary>
public sealed class RateForANightTests
{
    private const int Standard = 1;
    private static readonly LocalDate Night = new(2026, 6, 10); // a Wednesday
    private static readonly Instant Long = Instant.FromUtc(2025, 11, 1, 9, 0);

    private static AgreementTerms Terms { get; } = new()
    {
        PropertyIds = [1], ValidFrom = new(2026, 1, 1), ValidTo = new(2026, 12, 31), CurrencyCode = "EUR", Seasons = [new("All year", new(2026, 1, 1), new(2026, 12, 31))],
        Rates = [new("All year", Standard, Occupancy.Single, Amount: 120m)],
    };

    [Fact]
    public void Without_an_agreement_it_is_bar_and_says_so()
    {
        var answer = Answer([]);
        Assert.Equal(150m, answer.Amount!.Value.Amount);
        Assert.Contains("No agreement is in force", answer.Steps[0].Text.ToString(), StringComparison.Ordinal);
        Assert.Null(answer.AgreementId);
    }

    [Fact]
    public void The_own_agreement_comes_before_the_parents_fewer_properties_before_more_and_the_later_acceptance_first()
    {
        var parents = Accepted(2, Of(100m), Long);
        var wide = Accepted(1, Of(101m) with { PropertyIds = [1, 2] }, Long + Duration.FromDays(5));
        var early = Accepted(1, Of(102m), Long);
        var late = Accepted(1, Of(103m), Long + Duration.FromDays(1));
        Assert.Equal(103m, Answer([parents, wide, early, late]).Amount!.Value.Amount);
        Assert.Equal(101m, Answer([parents, wide]).Amount!.Value.Amount);
        Assert.Equal(100m, Answer([parents]).Amount!.Value.Amount);
    }

    [Fact]
    public void It_holds_only_in_its_term_while_accepted_and_not_ended()
    {
        var draft = Agreement.Draft(1, "Draft", Terms);
        var ended = Accepted(1, Terms, Long);
        ended.Terminate(Night.PlusDays(-1));
        Assert.Equal(150m, Answer([draft, ended]).Amount!.Value.Amount);
        Assert.Equal(120m, Answer([Ended(Night)]).Amount!.Value.Amount);
        Assert.True(Accepted(1, Terms, Long).IsInForce(new(2026, 12, 31)));
        Assert.False(Accepted(1, Terms, Long).IsInForce(new(2027, 1, 1)));

        static Agreement Ended(LocalDate last)
        {
            var agreement = Accepted(1, Terms, Long);
            agreement.Terminate(last);
            return agreement;
        }
    }

    [Theory]
    [InlineData(null, 150)]
    [InlineData(210, 210)]
    public void A_blackout_gives_its_own_rate_or_bar(int? rate, int expected) =>
        Assert.Equal(expected, Answer([Accepted(1, Terms with { Blackouts = [new("Fair", Night, Night, rate)] }, Long)]).Amount!.Value.Amount);

    [Fact]
    public void A_wrong_weekday_or_length_gives_way_to_the_next_agreement_then_to_bar()
    {
        var weekend = Accepted(1, Of(90m) with { Weekdays = [IsoDayOfWeek.Saturday] }, Long + Duration.FromDays(2));
        var longer = Accepted(1, Of(91m) with { MinimumStay = 3 }, Long + Duration.FromDays(1));
        Assert.Equal(120m, Answer([weekend, longer, Accepted(1, Terms, Long)]).Amount!.Value.Amount);
        Assert.Equal(150m, Answer([weekend, longer]).Amount!.Value.Amount);
        Assert.Equal(91m, Answer([longer], nights: 3).Amount!.Value.Amount);
    }

    [Fact]
    public void A_type_or_occupancy_without_a_rate_gives_bar() =>
        Assert.Equal(150m, Answer([Accepted(1, Terms with { Rates = [new("All year", Standard, Occupancy.Double, Amount: 90m)] }, Long)]).Amount!.Value.Amount);

    [Theory]
    [InlineData(199, 120)]
    [InlineData(200, 112)]
    [InlineData(500, 105)]
    public void A_tier_from_now_on_picks_its_column(int produced, int expected)
    {
        var terms = Terms with { Tiers = [new(200), new(500)], Rates = [new("All year", Standard, Occupancy.Single, Amount: 120m, TierAmounts: [112m, 105m])] };
        Assert.Equal(expected, Answer([Accepted(1, terms, Long)], produced: produced).Amount!.Value.Amount);
        Assert.Equal(120m, Answer([Accepted(1, terms with { TierEffect = TierEffect.RebateForThePeriod }, Long)], produced: produced).Amount!.Value.Amount);
    }

    [Fact]
    public void A_dynamic_rate_goes_off_bar_then_the_tier_not_above_the_ceiling_and_is_rounded_once()
    {
        var terms = Terms with { Rates = [new("All year", Standard, Occupancy.Single, OffBar: 0.15m)], Tiers = [new(100, 0.05m)] };
        Assert.Equal(127.50m, Answer([Accepted(1, terms, Long)]).Amount!.Value.Amount);
        Assert.Equal(121.13m, Answer([Accepted(1, terms, Long)], produced: 100).Amount!.Value.Amount); // 150 x 0.85 x 0.95 = 121.125
        var capped = terms with { Rates = [new("All year", Standard, Occupancy.Single, OffBar: 0.15m, Ceiling: 110m)] };
        Assert.Equal(110m, Answer([Accepted(1, capped, Long)]).Amount!.Value.Amount);
    }

    [Fact]
    public void The_lower_of_rate_and_bar_is_paid_when_that_is_agreed()
    {
        Assert.Equal(99m, Answer([Accepted(1, Terms with { LowerOfBar = true }, Long)], bar: 99m).Amount!.Value.Amount);
        Assert.Equal(120m, Answer([Accepted(1, Terms, Long)], bar: 99m).Amount!.Value.Amount);
    }

    [Fact]
    public void A_closed_night_is_sold_to_last_room_agreements_while_a_room_is_free()
    {
        Assert.Null(Answer([Accepted(1, Terms, Long)], closed: true).Amount);
        Assert.Null(Answer([], closed: true).Amount);
        var last = Accepted(1, Terms with { LastRoomAvailability = true }, Long);
        Assert.Equal(120m, Answer([last], closed: true).Amount!.Value.Amount);
        Assert.Contains("No room", Answer([last], closed: true, free: 0).Unavailable!.ToString(), StringComparison.Ordinal);
        Assert.Null(Answer([last], free: 0).Amount);
    }

    [Fact]
    public void A_blackout_without_a_rate_is_bar_so_last_room_availability_does_not_open_its_closed_nights()
    {
        var terms = Terms with { LastRoomAvailability = true, Blackouts = [new("Fair", Night, Night)] };
        var answer = Answer([Accepted(1, terms, Long)], closed: true);
        Assert.Null(answer.Amount);
        Assert.False(answer.IsLastRoom);
        Assert.Equal(210m, Answer([Accepted(1, terms with { Blackouts = [new("Fair", Night, Night, 210m)] }, Long)], closed: true).Amount!.Value.Amount);
        Assert.Null(Answer([Accepted(1, terms, Long)]).AgreementId); // BAR is of no agreement
    }

    [Fact]
    public void A_blackout_goes_straight_to_the_end_and_asks_no_other_agreement() =>
        Assert.Equal(150m, Answer([Accepted(1, Terms with { Blackouts = [new("Fair", Night, Night)] }, Long + Duration.FromDays(1)), Accepted(1, Of(99m), Long)]).Amount!.Value.Amount);

    [Fact]
    public void The_parents_parent_is_asked_last()
    {
        var question = new RateQuestion([1, 2, 3], 1, Standard, Occupancy.Single, Night, Night, 1, Night);
        decimal Asked(params Agreement[] agreements) => RateForANight.Answer(question, new NightFacts(Money.Of(150m, Currency.Eur), false, 5), agreements, _ => 0).Amount!.Value.Amount;
        var (parent, grandparent) = (Accepted(2, Of(101m), Long), Accepted(3, Of(80m), Long + Duration.FromDays(9)));
        Assert.Equal(101m, Asked(grandparent, parent));
        Assert.Equal(80m, Asked(grandparent));
        Assert.Equal("the company's own agreement comes before its parent's", AgreementRank.WhyBefore(parent, grandparent, [1, 2, 3]).ToString());
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_stay_longer_than_agreed_pays_bar(int nights, bool isAgreed)
    {
        var answer = Answer([Accepted(1, Terms with { MaximumStay = 2 }, Long)], nights: nights);
        Assert.Equal(isAgreed ? 120m : 150m, answer.Amount!.Value.Amount);
        if (!isAgreed) Assert.Contains(answer.Steps, step => step.Text.ToString() == "Agreement 1: agreed for 2 nights at most");
    }

    [Fact]
    public void An_agreement_in_another_currency_or_for_another_hotel_is_not_asked() =>
        Assert.Equal(150m, Answer([Accepted(1, Of(90m) with { CurrencyCode = "USD" }, Long), Accepted(1, Of(91m) with { PropertyIds = [7] }, Long)]).Amount!.Value.Amount);

    [Fact]
    public void A_stay_over_a_season_change_a_blackout_and_a_tier_is_priced_night_by_night_with_the_tier_of_the_day()
    {
        var change = new LocalDate(2026, 7, 1);
        var terms = Terms with
        {
            Seasons = [new("Low", new(2026, 1, 1), new(2026, 6, 30)), new("High", change, new(2026, 12, 31))],
            Rates = [new("Low", Standard, Occupancy.Single, 120m, TierAmounts: [112m]), new("High", Standard, Occupancy.Single, 140m, TierAmounts: [131m])],
            Tiers = [new(200)], Blackouts = [new("Fair", change.PlusDays(1), change.PlusDays(1), 180m)],
        };
        var asked = 0;
        var stay = RateForAStay.Price(
            new StayQuestion([1], 1, Standard, Occupancy.Single, change.PlusDays(-1), 4, Night), Currency.Eur, night => night == change.PlusDays(2) ? null : new NightFacts(Money.Of(150m, Currency.Eur), false, 3),
            [Accepted(1, terms, Long)], _ =>
            {
                asked++;
                return 210;
            });
        Assert.Equal([112m, 131m, 180m, null], stay.Nights.Select(night => night.Rate.Amount?.Amount));
        Assert.Equal((423m, false, 1), (stay.Total.Amount, stay.IsAvailable, asked));
        Assert.Contains("No BAR is loaded", stay.Nights[3].Rate.Unavailable!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tiers_count_what_was_promised_this_year_or_in_twelve_months_up_to_the_day()
    {
        var day = new LocalDate(2026, 9, 30);
        BroughtNight[] brought = [new(new(2025, 9, 30), 1), new(new(2025, 10, 1), 2), new(new(2026, 1, 1), 4), new(day, 8), new(day.PlusDays(1), 16)];
        var terms = Terms with { CommittedNights = 700 };
        Assert.Equal(700, TierCount.Of(terms, day, brought));
        Assert.Equal(12, TierCount.Of(terms with { TierBasis = TierBasis.YearToDate }, day, brought));
        Assert.Equal(14, TierCount.Of(terms with { TierBasis = TierBasis.TrailingTwelveMonths }, day, brought));
    }

    [Fact]
    public void A_refusal_is_the_hotels_breach_under_last_room_availability_with_a_room_free()
    {
        var question = new RateQuestion([1, 2], 1, Standard, Occupancy.Single, Night, Night, 1, Night);
        RateRefusal Refused(bool lastRoom, int free, string? reason = "Overbooked")
        {
            var answer = Answer([Accepted(1, Terms with { LastRoomAvailability = lastRoom }, Long)], free: free);
            return new(question, answer, free, reason, 7, Long);
        }

        Assert.True(Refused(true, 1).IsHousesBreach);
        Assert.False(Refused(true, 0).IsHousesBreach);
        Assert.False(Refused(false, 1).IsHousesBreach);
        Assert.Equal("No room of this type is free on this night.", Refused(true, 0).Reason.ToString());
        Assert.Equal("Reason", Assert.Throws<HouseRuleException>(() => Refused(true, 1, " ")).Field);
    }

    [Fact]
    public void Labels_follow_from_the_dates()
    {
        var agreement = Accepted(1, Terms, Long);
        Assert.Equal(AgreementLabel.Upcoming, agreement.Label(new(2025, 12, 31), 60));
        Assert.Equal(AgreementLabel.Active, agreement.Label(new(2026, 6, 1), 60));
        Assert.Equal(AgreementLabel.Expiring, agreement.Label(new(2026, 11, 15), 60));
        Assert.Equal(AgreementLabel.Expired, agreement.Label(new(2027, 1, 1), 60));
        Assert.Throws<HouseRuleException>(() => agreement.Change("Changed", Terms));
    }

    private static AgreementTerms Of(decimal amount) => Terms with { Rates = [new("All year", Standard, Occupancy.Single, Amount: amount)] };

    private static Agreement Accepted(int account, AgreementTerms terms, Instant at)
    {
        var agreement = Agreement.Draft(account, $"Agreement {account}", terms);
        agreement.Offer();
        agreement.Accept("A. Client", at);
        return agreement;
    }

    private static RateAnswer Answer(IEnumerable<Agreement> agreements, int nights = 1, decimal bar = 150m, bool closed = false, int free = 5, int produced = 0) =>
        RateForANight.Answer(
            new RateQuestion([1, 2], 1, Standard, Occupancy.Single, Night, Night, nights, Night.PlusDays(-30)),
            new NightFacts(Money.Of(bar, Currency.Eur), closed, free), agreements, _ => produced);
}
