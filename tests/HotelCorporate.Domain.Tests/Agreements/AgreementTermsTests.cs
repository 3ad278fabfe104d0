using HotelCorporate.Domain.Agreements;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Agreements;

/// <summary>Terms that cannot stand are named with their field and their days; what renews, differs and is sealed.</summary>
public sealed class AgreementTermsTests
{
    private static readonly Instant Now = Instant.FromUtc(2025, 11, 1, 9, 0);
    private static readonly TermNames Names = new(_ => "Superior", _ => "Day delegate rate", id => id == 1 ? "Tirana" : "Durrës");

    private static AgreementTerms Terms { get; } = new()
    {
        PropertyIds = [1], ValidFrom = new(2026, 1, 1), ValidTo = new(2026, 12, 31), CurrencyCode = "EUR",
        Seasons = [new("Low", new(2026, 1, 1), new(2026, 5, 31)), new("High", new(2026, 6, 1), new(2026, 9, 30)), new("Low", new(2026, 10, 1), new(2026, 12, 31))],
        Rates = [new("Low", 1, Occupancy.Double, 110m), new("High", 1, Occupancy.Double, 128m)],
    };

    [Fact]
    public void A_hole_between_seasons_is_named_with_its_days() =>
        Problem(Terms with { Seasons = [new("Low", new(2026, 1, 1), new(2026, 5, 28)), new("High", new(2026, 6, 1), new(2026, 12, 31))] }, "Seasons[1].From", "No season covers the nights from 2026-05-29 to 2026-05-31. Close the hole.");

    [Fact]
    public void An_overlap_of_seasons_is_named_with_its_days() =>
        Problem(Terms with { Seasons = [new("Low", new(2026, 1, 1), new(2026, 6, 10)), new("High", new(2026, 6, 1), new(2026, 12, 31))] }, "Seasons[1].From", "Two seasons cover the nights from 2026-06-01 to 2026-06-10. Let one end before the other begins.");

    [Fact]
    public void A_hole_at_either_end_is_named()
    {
        Problem(Terms with { Seasons = [new("Low", new(2026, 1, 3), new(2026, 12, 31))], Rates = [] }, "Seasons[0].From", "No season covers the nights from 2026-01-01 to 2026-01-02. Close the hole.");
        Problem(Terms with { Seasons = [new("Low", new(2026, 1, 1), new(2026, 12, 30))], Rates = [] }, "Seasons[0].To", "No season covers the nights from 2026-12-31 to 2026-12-31. Close the hole.");
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var wrong = Terms with
        {
            Rates = [new("Low", 1, Occupancy.Double, 0m), new("High", 1, Occupancy.Double, 1_000_000_000m), new("Winter", 1, Occupancy.Double, 128.005m)],
            Tiers = [new(500), new(200, 0.05m)], PaymentDays = 400, MinimumStay = 3, MaximumStay = 2, HireOff = 1.2m, Blackouts = [new("Fair", new(2026, 3, 5), new(2026, 3, 1))],
        };
        Assert.Equal(
            ["MaximumStay", "PaymentDays", "HireOff", "Blackouts[0].To", "Tiers[1].MinimumNights", "Rates[0]", "Rates[1]", "Rates[2]", "Rates[2]"],
            wrong.Problems().Select(problem => problem.Field));
    }

    [Theory]
    [InlineData("2025-12-31")]
    [InlineData("2031-06-01")]
    public void An_end_before_the_start_and_a_term_without_end_are_refused(string to) =>
        Assert.Equal("ValidTo", (Terms with { ValidTo = NodaTime.Text.LocalDatePattern.Iso.Parse(to).Value, Seasons = [], Rates = [] }).Problems().Single().Field);

    [Fact]
    public void A_higher_tier_is_no_dearer()
    {
        Problem(Terms with { Tiers = [new(200), new(500)], Rates = [new("Low", 1, Occupancy.Double, 110m, TierAmounts: [105m, 106m])] }, "Rates[0].TierAmounts[1]", "A higher tier is no dearer than the one before: 105 at most.");
        Problem(Terms with { Tiers = [new(200, 0.10m), new(500, 0.05m)] }, "Tiers[1].Off", "A higher tier takes off no less than the one before: 10 % at least.", among: true);
    }

    [Fact]
    public void Months_add_up_to_the_promise() =>
        Problem(Terms with { CommittedNights = 10, CommittedByMonth = [new(2026, 1, 4), new(2026, 2, 5)] }, "CommittedNights", "The months add up to 9 nights. Promise as many for the term.");

    [Fact]
    public void The_difference_is_read_in_words()
    {
        var after = Terms with
        {
            Rates = [new("Low", 1, Occupancy.Double, 110m), new("High", 1, Occupancy.Double, 124m)], LastRoomAvailability = true, PropertyIds = [1, 2], Tiers = [new(200, 0.05m)],
            Blackouts = [new("Fair", new(2026, 9, 1), new(2026, 9, 4))], Inclusions = [new("Breakfast"), new("Parking", 8m)],
        };
        Assert.Equal(
            [
                "Hotels: Tirana -> Tirana, Durrës", "Double, High, Superior: 128.00 EUR -> 124.00 EUR", "Tier from 200 nights on: - -> 5 % off", "Blackout Fair: - -> 2026-09-01 - 2026-09-04, BAR",
                "Closed nights: not available (NLRA) -> honoured (LRA)", "Breakfast: - -> included", "Parking: - -> for 8",
            ],
            AgreementDifference.Between(Terms, after, Names).Select(said => said.ToString()));
        Assert.Empty(AgreementDifference.Between(Terms, Terms with { }, Names));
    }

    [Fact]
    public void A_renewal_begins_the_day_after_and_its_seasons_cover_it_over_a_leap_day()
    {
        var terms = Terms with { ValidFrom = new(2027, 1, 1), ValidTo = new(2027, 12, 31), Seasons = [new("Low", new(2027, 1, 1), new(2027, 2, 28)), new("High", new(2027, 3, 1), new(2027, 12, 31))], Blackouts = [new("Fair", new(2027, 4, 1), new(2027, 4, 2))] };
        var next = terms.Renewed();
        Assert.Equal((new LocalDate(2028, 1, 1), new LocalDate(2028, 12, 31)), (next.ValidFrom, next.ValidTo));
        Assert.Equal(new Season("Low", new(2028, 1, 1), new(2028, 2, 29)), next.Seasons[0]);
        Assert.Empty(next.Problems());
        Assert.Empty((Terms with { ValidFrom = new(2026, 1, 5), Seasons = [new("Low", new(2026, 1, 5), new(2026, 12, 31))] }).Renewed().Blackouts);
    }

    [Fact]
    public void A_draft_renewal_takes_the_years_of_its_name_along_and_the_old_one_holds_until_its_end()
    {
        var agreement = Accepted(Terms);
        var next = agreement.Renew();
        Assert.Equal(("Alba Bank 2027/27", 1, AgreementStatus.Draft), (next.Name, next.Revision, next.Status));
        Assert.True(agreement.IsInForce(new(2026, 12, 31)));
        Assert.Throws<HouseRuleException>(() => next.Renew());
    }

    [Fact]
    public void Each_round_keeps_what_was_asked_answered_and_on_the_table()
    {
        var agreement = Agreement.Draft(1, "Alba Bank 2026/26", Terms);
        agreement.Offer();
        Assert.Equal("asked", Assert.Throws<HouseRuleException>(() => agreement.Negotiate(" ", [], 7, Now)).Field);
        Assert.Equal(AgreementStatus.Offered, agreement.Status);
        agreement.Negotiate("124 in high season", [new("The Adria is cheaper", "Ours includes breakfast")], 7, Now);
        agreement.Change(agreement.Name, Terms with { Rates = [new("High", 1, Occupancy.Double, 124m)] });
        agreement.Answer("124 for 500 nights");
        agreement.Offer();
        agreement.Negotiate("Parking", [], 7, Now);
        Assert.Equal((2, 128m, 124m), (agreement.Round, agreement.Rounds[0].Terms.Rates[1].Amount, agreement.Rounds[1].Terms.Rates[0].Amount));
        Assert.Equal(("124 for 500 nights", "The Adria is cheaper"), (agreement.Rounds[0].Offered, agreement.Rounds[0].Objections[0].Objection));
    }

    [Fact]
    public void Only_what_was_read_is_accepted()
    {
        var agreement = Agreement.Draft(1, "Alba Bank", Terms);
        agreement.Offer();
        var seen = agreement.Seal();
        Assert.Throws<HouseRuleException>(() => agreement.Accept("A. Client", "10.0.0.1", "another", Now));
        Assert.Equal("by", Assert.Throws<HouseRuleException>(() => agreement.Accept(" ", "10.0.0.1", seen, Now)).Field);
        agreement.Accept("A. Client", "10.0.0.1", seen, Now);
        Assert.Equal((seen, "10.0.0.1"), (agreement.SeenHash, agreement.AcceptedFrom));
        Assert.NotEqual(seen, Agreement.Draft(1, "Alba Bank", Terms with { PaymentDays = 31 }).Seal());
    }

    private static Agreement Accepted(AgreementTerms terms)
    {
        var agreement = Agreement.Draft(1, "Alba Bank 2026/26", terms);
        agreement.Offer();
        agreement.Accept("A. Client", Now);
        return agreement;
    }

    private static void Problem(AgreementTerms terms, string field, string why, bool among = false)
    {
        if (!among) Assert.Single(terms.Problems());
        Assert.Contains((field, why), terms.Problems().Select(problem => (problem.Field, problem.Why.ToString())));
        Assert.Equal(terms.Problems()[0].Field, Assert.Throws<HouseRuleException>(terms.Check).Field);
    }
}
