using CsCheck;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Loyalty;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Loyalty;

/// <summary>Points come with revenue, go with offers, and never take off more than they may.</summary>
public sealed class LoyaltyTests
{
    private static readonly LocalDate Day = new(2027, 3, 16);

    private static readonly LoyaltyRules Rules = new()
    {
        Name = "Corporate Circle", PointsPerUnit = 1, PointWorth = 0.02m, LeastPoints = 1_000, MaximumShare = 0.2m, MonthsValid = 24,
        EarnsOn = [RevenueClass.RoomHire, RevenueClass.Food], SpentOn = [RevenueClass.RoomHire, RevenueClass.Food],
        Tiers = [new("Silver", 10_000m, 1.25m, 0.05m), new("Gold", 50_000m, 1.5m, 0.1m)],
    };

    [Theory]
    [InlineData(9_999, null, 100)]
    [InlineData(10_000, "Silver", 125)]
    [InlineData(49_999, "Silver", 125)]
    [InlineData(50_000, "Gold", 150)]
    public void A_tier_follows_the_revenue_and_multiplies_the_points(int revenue, string? tier, int points)
    {
        Assert.Equal(tier, Rules.TierAt(Euros(revenue))?.Name);
        Assert.Equal((int)decimal.Floor(100.99m * points / 100), Rules.PointsFor(Euros(100.99m), Rules.TierAt(Euros(revenue))));
    }

    [Fact]
    public void Points_come_off_what_they_may_pay_for_by_its_tax_and_service_and_the_steps_say_so()
    {
        // 10,000 points are 200.00; hire 700 and food 300 share them 140 : 60; the flowers pay none.
        var quote = Quote(Asked(10_000), Basis(TaxMode.Exclusive, 10_000));
        var rewards = quote.Lines.Where(line => line.Role == QuoteLineRole.Reward).ToList();

        Assert.Equal([(RevenueClass.RoomHire, -140m, 0.2m), (RevenueClass.Food, -60m, 0.1m)], rewards.Select(line => (line.RevenueClass, line.Amount.Amount, line.TaxRate)));
        // (560 x 1.2) + (240 x 1.1 service x 1.1 tax) + (50 x 1.2)
        Assert.Equal(Euros(672m + 290.40m + 60m), quote.Gross);
        Assert.Equal("Corporate Circle: 10000 points, off RoomHire", rewards[0].Description.ToString());
        Assert.Equal(200m, rewards[0].Steps[0].Amount);
        Assert.Equal(rewards, quote.Lines.TakeLast(2)); // after everything that is sold
    }

    [Theory]
    [InlineData(999, 50_000, "At least 1000 points")]
    [InlineData(5_000, 4_999, "4999 points to spend")]
    [InlineData(10_001, 50_000, "which is 10000 points")] // 20 % of 1,000.00
    [InlineData(-1, 50_000, "0 or more")]
    public void What_is_beyond_a_limit_is_refused_with_the_way_out(int points, int there, string why)
    {
        var refusal = Assert.Single(QuotePricing.Price(Asked(points), Basis(TaxMode.Inclusive, there)).Refusals);
        Assert.Equal(nameof(QuoteRequest.Points), refusal.Field);
        Assert.Contains(why, refusal.Why.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_takes_no_part_spends_nothing() =>
        Assert.Contains("takes no part", Assert.Single(QuotePricing.Price(Asked(1_000), Basis(TaxMode.Inclusive, 0) with { Loyalty = null }).Refusals).Why.ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_tier_and_an_agreement_do_not_add_up_the_larger_holds()
    {
        var gold = Basis(TaxMode.Exclusive, 0) with { Loyalty = new LoyaltyStanding(Rules, 0, Euros(60_000m)) };
        Assert.Equal(630m, Hire(gold));
        Assert.Equal(630m, Hire(gold with { Agreement = Agreed(0.05m) }));
        Assert.Equal(350m, Hire(gold with { Agreement = Agreed(0.5m) }));
        Assert.Contains(Quote(Asked(0), gold).Lines.Single(line => line.Role == QuoteLineRole.Hire).Steps, step => step.Text.ToString() == "Loyalty tier Gold: 10 % off hire");

        static decimal Hire(QuoteBasis basis) => Quote(Asked(0), basis).Lines.Single(line => line.Role == QuoteLineRole.Hire).Amount.Amount;
        static Agreement Agreed(decimal off) => Agreement.Draft(1, "Alba", new AgreementTerms { PropertyIds = [1], ValidFrom = new(2027, 1, 1), ValidTo = new(2027, 12, 31), CurrencyCode = "EUR", HireOff = off });
    }

    [Fact]
    public void The_least_spend_is_reached_by_what_is_ordered_points_or_not()
    {
        var asked = Asked(10_000) with { Minimum = new SpendRule(SpendRuleKind.MinimumWithServiceAndTax, 300m) };
        Assert.True(Quote(asked, Basis(TaxMode.Exclusive, 10_000)).Lines.Single(line => line.Role == QuoteLineRole.Shortfall).Amount.IsZero);
    }

    [Fact]
    public void When_less_is_invoiced_points_take_off_no_more_than_is_left_and_the_rest_goes_back()
    {
        var rules = Rules with { MaximumShare = 1, SpentOn = [RevenueClass.Food] };
        var quote = Quote(Asked(12_000), Basis(TaxMode.Inclusive, 12_000) with { Loyalty = new LoyaltyStanding(rules, 12_000, Euros(0)) }); // 240.00 of 300.00
        var full = quote.UnitsWith(new Dictionary<int, int> { [7] = 10 });
        var half = quote.UnitsWith(new Dictionary<int, int> { [7] = 5 }); // 150.00 of food is left

        Assert.Equal(12_000, quote.PointsUsed(full));
        Assert.Equal(7_500, quote.PointsUsed(half));
        var reward = quote.Lines.Single(line => line.Role == QuoteLineRole.Reward);
        var invoiced = InvoiceLine.Of(reward, sentence => sentence.ToString(), unit: half(reward));
        Assert.Equal((InvoiceLineRole.Allowance, -150m), (invoiced.Role, invoiced.Amount.Amount));
        Assert.Equal(Euros(700m + 0 + 50m), quote.GrossWith(new Dictionary<int, int> { [7] = 5 }));
        Assert.Equal(quote.Gross, quote.GrossWith(new Dictionary<int, int> { [7] = 10 }));
    }

    [Fact]
    public void Points_never_raise_a_price_never_go_below_nothing_and_with_tax_inside_take_off_what_they_are_worth() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 9_000_00], Gen.Int[0, 90_00], Gen.Int[1, 100_000], Gen.Int[1, 100], Gen.Bool).Sample((people, hire, food, points, share, inclusive) =>
        {
            var mode = inclusive ? TaxMode.Inclusive : TaxMode.Exclusive;
            var basis = Basis(mode, points) with { Loyalty = new LoyaltyStanding(Rules with { MaximumShare = share / 100m, LeastPoints = 0 }, points, Euros(0)) };
            var asked = Asked(0, people, hire / 100m, food / 100m);
            var without = Quote(asked, basis);
            var priced = QuotePricing.Price(asked with { Points = points }, basis);
            if (priced.Refusals.Count > 0) return;
            var with = new Quote(1, "Q-1", 1, mode, Currency.Eur, people, Day, priced.Lines);
            Assert.True(with.Gross <= without.Gross);
            Assert.False(with.Gross.IsNegative);
            if (inclusive) Assert.Equal(without.Gross - Rules.Worth(points, Currency.Eur), with.Gross);
            Assert.All(with.Lines.GroupBy(line => line.RevenueClass), group => Assert.False(group.Sum(Currency.Eur, line => line.Amount).IsNegative));
            if (!inclusive) Assert.Equal(with.Net - with.Sum().Service, with.NetOfLines().Values.Sum(Currency.Eur)); // the parts of the net are the net
            Assert.Equal(with.Nets.Sum(net => net.MinorUnits), with.NetOfLines().Values.Sum(Currency.Eur).MinorUnits);
            Assert.Equal(with.Gross, with.GrossWith(new Dictionary<int, int> { [7] = people }));
        });

    [Fact]
    public void Points_that_are_not_there_are_not_spent_and_a_credit_may_go_below_nothing()
    {
        var member = new LoyaltyMember(5, Day);
        member.Book(Entry(LoyaltyEntryKind.Earned, 1_000, Day));
        member.Book(Entry(LoyaltyEntryKind.Spent, -800, Day));
        Assert.Throws<HouseRuleException>(() => member.Book(Entry(LoyaltyEntryKind.Spent, -201, Day)));
        Assert.Equal(200, member.Points);
        member.Book(Entry(LoyaltyEntryKind.Earned, -1_000, Day));
        Assert.Equal(-800, member.Points);
    }

    [Fact]
    public void The_oldest_points_are_spent_first_and_what_is_too_old_lapses()
    {
        LoyaltyEntry[] entries = [Entry(LoyaltyEntryKind.Earned, 500, new(2025, 1, 10)), Entry(LoyaltyEntryKind.Earned, 300, new(2026, 1, 10)), Entry(LoyaltyEntryKind.Spent, -400, new(2026, 6, 1)), Entry(LoyaltyEntryKind.Returned, 50, new(2026, 7, 1))];
        Assert.Equal(150, LoyaltyEntry.TooOld(entries, new(2025, 1, 10)));
        Assert.Equal(0, LoyaltyEntry.TooOld(entries, new(2025, 1, 9)));
        Assert.Equal(0, LoyaltyEntry.TooOld([.. entries, Entry(LoyaltyEntryKind.Lapsed, -150, new(2027, 1, 11))], new(2025, 1, 10)));
        Assert.Equal(0, LoyaltyEntry.TooOld([Entry(LoyaltyEntryKind.Earned, 500, new(2025, 1, 10)), new LoyaltyEntry(5, LoyaltyEntryKind.Earned, -500, new(2026, 5, 1), default) { AgesFrom = new(2025, 1, 10) }], new(2025, 6, 1)));
    }

    [Fact]
    public void Nothing_lapses_that_was_spent_and_all_that_is_left_of_the_old_does() =>
        Gen.Select(Gen.Int[0, 1000].Array[1, 8], Gen.Int[0, 100]).Sample((earned, percent) =>
        {
            var entries = earned.Select((points, i) => Entry(LoyaltyEntryKind.Earned, points, new LocalDate(2024, 1, 1).PlusMonths(i))).ToList();
            var spent = earned.Sum() * percent / 100;
            if (spent > 0) entries.Add(Entry(LoyaltyEntryKind.Spent, -spent, new(2025, 1, 1)));
            for (var i = 0; i < earned.Length; i++)
                Assert.Equal(Math.Max(0, earned.Take(i + 1).Sum() - spent), LoyaltyEntry.TooOld(entries, new LocalDate(2024, 1, 1).PlusMonths(i)));
        });

    [Fact]
    public void A_programme_that_gives_away_too_much_or_nothing_is_refused_at_its_field()
    {
        Assert.Equal("PointWorth", Field(Rules with { PointWorth = 0.5m }));
        Assert.Equal("MaximumShare", Field(Rules with { MaximumShare = 1.01m }));
        Assert.Equal("EarnsOn", Field(Rules with { EarnsOn = [] }));
        Assert.Equal("Tiers[1].From", Field(Rules with { Tiers = [new("A", 100), new("B", 100)] }));
        Assert.Equal("PointsPerUnit", Field(Rules with { PointsPerUnit = 0, Tiers = [] }));
        Assert.Equal("Name", Field(Rules with { Name = " " }));
        Assert.Same(Rules, Rules.Check());

        static string Field(LoyaltyRules rules) => Assert.Throws<HouseRuleException>(rules.Check).Field;
    }

    private static LoyaltyEntry Entry(LoyaltyEntryKind kind, int points, LocalDate on) => new(5, kind, points, on, default);

    private static QuoteRequest Asked(int points, int people = 10, decimal hire = 700m, decimal food = 30m) => new()
    {
        ValidUntil = Day, Points = points, Functions = [new FunctionAsked(new PlannedFunction(1, 7, "Meeting", 3, SetupStyle.Theatre, Day.At(new LocalTime(9, 0)), Day.At(new LocalTime(17, 0)), people)) { Hire = hire }],
        Extras = [new("Dinner", RevenueClass.Food, null, food, Key: 1, PerPerson: true), new("Flowers", RevenueClass.Other, 1, 50m)],
    };

    private static Quote Quote(QuoteRequest asked, QuoteBasis basis)
    {
        var priced = QuotePricing.Price(asked, basis);
        Assert.Empty(priced.Refusals);
        return new Quote(1, "Q-1", 1, basis.TaxMode, basis.Currency, 10, Day, priced.Lines) { Request = asked };
    }

    private static QuoteBasis Basis(TaxMode mode, int points) => new()
    {
        Currency = Currency.Eur, TaxMode = mode, Packages = [], RoomTypes = [], Services = [new ServiceCharge(1, "Service", 0.1m, true, RevenueClass.Food)],
        TaxCodes = [new TaxCode(1, "T1", "Food", "S", 0.1m, new(2020, 1, 1)).For([RevenueClass.Food, RevenueClass.Beverage]), new TaxCode(1, "T2", "Rest", "S", 0.2m, new(2020, 1, 1)).For([RevenueClass.RoomHire, RevenueClass.Other])],
        Loyalty = new LoyaltyStanding(Rules, points, Euros(0)),
    };

    private static Money Euros(decimal amount) => Money.Of(amount, Currency.Eur);
}
