using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Catalogue;

public sealed class CatalogueFindingsTests
{
    [Fact]
    public void Two_prices_for_one_thing_are_said() =>
        Assert.Equal([FindingKind.TwoPrices], Kinds(new ListedPrice("Orangery full day", "100.00 / 110.00", null, null, StatedTax.AsTheHotel)));

    [Fact]
    public void A_second_buffet_that_adds_nearly_nothing_here_and_much_there_is_said()
    {
        var found = CatalogueFindings.Of(
        [
            Line("All-day package; lunch or evening buffet", 42.50m), Line("All-day package; lunch and evening buffet", 57m), Line("Half-day package; one buffet", 35m), Line("Half-day package; both buffets", 36m),
        ], TaxMode.Inclusive);
        Assert.Equal("The second one adds 1.00 EUR to Half-day package, and 14.50 EUR to All-day package.", Assert.Single(found).Text.ToString());
    }

    [Fact]
    public void A_cup_and_a_head_at_the_same_amount_are_said() =>
        Assert.Equal([FindingKind.SameAmountOtherMeasure], Kinds(Line("Tea", 1.75m) with { Basis = ComponentBasis.PerPiece }, Line("Orange juice", 1.75m)));

    [Fact]
    public void A_flip_chart_at_the_price_of_a_lunch_is_left_alone() =>
        Assert.Empty(Kinds(Line("Flip chart", 15m) with { Basis = ComponentBasis.PerPiece, RevenueClass = RevenueClass.Av }, Line("Lunch", 15m) with { RevenueClass = RevenueClass.Food }));

    [Fact]
    public void Tax_that_is_not_said_or_said_otherwise_is_said()
    {
        Assert.Equal([FindingKind.TaxUnknown], Kinds(Line("Tea", 1.75m) with { Tax = StatedTax.Unknown }));
        Assert.Equal([FindingKind.TaxOtherwise], CatalogueFindings.Of([Line("Tea", 1m) with { Tax = StatedTax.Included }], TaxMode.Exclusive).Select(found => found.Kind));
        Assert.Empty(Kinds(Line("Tea", 1.75m) with { Tax = StatedTax.Included }));
    }

    [Fact]
    public void A_least_spend_with_tax_a_least_number_in_words_and_a_condition_are_said()
    {
        Assert.Equal([FindingKind.MinimumWithTax], Kinds(Line("Minimum booking payment", 250m) with { Tax = StatedTax.Included }));
        Assert.Equal([FindingKind.MinimumInWords], Kinds(Line("Day", 42m) with { Note = "groups of 10 or more" }));
        Assert.Empty(Kinds(Line("Day", 42m) with { Note = "groups of 10 or more", MinimumNumber = 10 }));
        Assert.Equal([FindingKind.ConditionInWords], Kinds(Line("Orangery half day (with Ramsden)", 50m)));
        Assert.Equal([FindingKind.NoPriceButACondition], Kinds(Line("Room hire waiver", 0m) with { Note = "30 or more dining" }));
    }

    [Fact]
    public void Net_and_gross_that_do_not_fit_the_tax_are_said()
    {
        ListedPrice Of(string name, decimal price, StatedTax tax) => new(name, "", Money.Of(price, Currency.Eur), ComponentBasis.PerPerson, tax) { TaxRate = 0.2m };
        var said = CatalogueFindings.Of([Of("Lunch net", 20m, StatedTax.Excluded), Of("Lunch (gross)", 25m, StatedTax.Included), Of("Dinner net", 30m, StatedTax.Excluded), Of("Dinner incl. VAT", 36m, StatedTax.Included)], TaxMode.Inclusive);
        Assert.Equal("Lunch net costs 20.00 EUR without tax and 25.00 EUR with it. At 20 % it would be 24.00 EUR.", Assert.Single(said, finding => finding.Kind == FindingKind.NetAndGross).Text.ToString());
    }

    [Fact]
    public void Hire_prices_for_the_same_days_and_a_day_for_less_than_half_of_it_are_said()
    {
        HirePrice Of(int space, WeekDays days, decimal half, decimal day, LocalDate? to = null) => new(1, space, Currency.Eur, new HireFacts(days, null, to, null, Money.Of(half, Currency.Eur), Money.Of(day, Currency.Eur)));
        var names = new Dictionary<int, string> { [1] = "Oxford", [2] = "Windsor" };
        var said = CatalogueFindings.OfHire([Of(1, WeekDays.None, 60m, 100m), Of(1, WeekDays.None, 60m, 120m), Of(1, WeekDays.Saturday, 90m, 150m), Of(2, WeekDays.None, 80m, 70m)], names);
        Assert.Equal([FindingKind.TwoHirePrices, FindingKind.LongerForLess], said.Select(finding => finding.Kind));
        Assert.StartsWith("Oxford costs 100.00 EUR and 120.00 EUR for the same days", said[0].Text.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Windsor", said[1].Text.ToString(), StringComparison.Ordinal);
        Assert.Empty(CatalogueFindings.OfHire([Of(1, WeekDays.None, 60m, 100m), Of(2, WeekDays.None, 60m, 120m)], names));
    }

    [Fact]
    public void Two_prices_of_one_package_and_a_step_that_is_dearer_are_said()
    {
        Package Of(string code, decimal price) => new Package(1, code, "Day delegate rate", PackageKind.FullDay, Currency.Eur, new(2026, 1, 1)).With(new Component("Lunch", RevenueClass.Food, Money.Of(price, Currency.Eur), 1));
        var said = CatalogueFindings.OfPackages([Of("DDR", 70m).From(50, Money.Of(75m, Currency.Eur)), Of("DDR2", 72m)], [], new Dictionary<int, string>());
        Assert.Equal([FindingKind.SamePackageTwoPrices, FindingKind.DearerForMore], said.Select(finding => finding.Kind));
    }

    [Fact]
    public void A_list_without_contradictions_is_left_alone() =>
        Assert.Empty(Kinds(Line("Lunch", 20m), Line("Dinner", 25m), Line("Coffee and tea", 3m), Line("Projector", 80m) with { Basis = ComponentBasis.PerPiece }));

    private static IEnumerable<FindingKind> Kinds(params ListedPrice[] list) => CatalogueFindings.Of(list, TaxMode.Inclusive).Select(found => found.Kind);

    private static ListedPrice Line(string name, decimal price) => new(name, "", Money.Of(price, Currency.Eur), ComponentBasis.PerPerson, StatedTax.AsTheHotel);
}
