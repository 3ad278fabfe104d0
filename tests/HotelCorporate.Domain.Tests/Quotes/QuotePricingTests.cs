using System.Globalization;
using CsCheck;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Tests.Invoices;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Quotes;

/// <summary>What a seller asks for, turned into lines: the sums of sections 2 and 6 as an offer shows them.</summary>
public sealed class QuotePricingTests
{
    private static readonly LocalDate Day = new(2027, 3, 16);
    private const int Food = 1;
    private const int Hire = 2;

    [Theory]
    [InlineData(SpendRuleKind.MinimumWithServiceAndTax, true, "4527.60")]
    [InlineData(SpendRuleKind.MinimumWithServiceAndTax, false, "4473.00")]
    [InlineData(SpendRuleKind.MinimumAsHire, true, "3773.00")]
    public void Who_spends_16500_of_20000_makes_up_for_the_rest(SpendRuleKind how, bool serviceTaxable, string more)
    {
        var basis = Basis(TaxMode.Exclusive, 0.078m, new ServiceCharge(1, "Service", 0.20m, serviceTaxable, RevenueClass.Food, RevenueClass.Beverage));
        var asked = new QuoteRequest { ValidUntil = Day, Extras = [new("Dinner", RevenueClass.Food, 1, 16_500m)] };
        var without = Gross(asked, basis);
        var with = Gross(asked with { Minimum = new SpendRule(how, 20_000m) }, basis);

        Assert.Equal(decimal.Parse(more, CultureInfo.InvariantCulture), (with - without).Amount);
        Assert.Equal(new Money(3_500_00, Currency.Eur), Quote(asked with { Minimum = new SpendRule(how, 20_000m) }, basis).FoodAndBeverageMinimum!.Value.Rule.Missing(Euros(16_500m)));
    }

    [Fact]
    public void Who_spends_enough_pays_nothing_for_the_minimum()
    {
        var basis = Basis(TaxMode.Exclusive, 0.078m);
        var asked = new QuoteRequest { ValidUntil = Day, Extras = [new("Dinner", RevenueClass.Food, 1, 20_000m)], Minimum = new SpendRule(SpendRuleKind.MinimumWithServiceAndTax, 20_000m) };

        Assert.True(Assert.Single(Quote(asked, basis).Lines, line => line.Role == QuoteLineRole.Shortfall).Amount.IsZero);
    }

    [Fact]
    public void With_the_tax_inside_what_is_missing_is_charged_so_that_its_net_is_what_is_missing()
    {
        var basis = Basis(TaxMode.Inclusive, 0.20m, new ServiceCharge(1, "Service", 0.10m, true, RevenueClass.Food));
        var quote = Quote(new QuoteRequest { ValidUntil = Day, Extras = [new("Dinner", RevenueClass.Food, 1, 1_320m)], Minimum = new SpendRule(SpendRuleKind.MinimumWithServiceAndTax, 1_500m) }, basis);

        Assert.Equal(Euros(1_000m), quote.Spent(isGross: false)); // 1,320 / 1.1 / 1.2
        Assert.Equal(Euros(660m), quote.Lines[1].Amount); // 500 x 1.1 x 1.2
        Assert.Equal(Euros(1_500m), quote.NetOfLines().Values.Aggregate((a, b) => a + b));
    }

    [Theory]
    [InlineData("4999.99", "900.00")]
    [InlineData("5000.00", "0.00")]
    public void Hire_is_waived_once_the_spend_is_there(string spent, string hire)
    {
        var quote = Quote(new QuoteRequest
        {
            ValidUntil = Day, Functions = [Meeting(20) with { Hire = 900m, HireRule = new SpendRule(SpendRuleKind.HireWaived, 5_000m) }],
            Extras = [new("Dinner", RevenueClass.Food, 1, decimal.Parse(spent, CultureInfo.InvariantCulture))],
        }, Basis(TaxMode.Exclusive, 0.2m));

        Assert.Equal(decimal.Parse(hire, CultureInfo.InvariantCulture), quote.Lines.Single(line => line.Role == QuoteLineRole.Hire).Amount.Amount);
    }

    [Fact]
    public void Fewer_guests_bring_the_hire_back_and_more_take_it_away_again()
    {
        var quote = Quote(new QuoteRequest
        {
            ValidUntil = Day, Functions = [Meeting(50) with { Hire = 900m, HireRule = new SpendRule(SpendRuleKind.HireWaived, 2_500m) }],
            Extras = [new("Dinner", RevenueClass.Food, null, 50m, Key: 1, PerPerson: true)],
        }, Basis(TaxMode.Exclusive, 0m));

        Assert.Equal(Euros(2_500m), quote.Gross);
        Assert.Equal(Euros(49 * 50m + 900m), quote.GrossWith(new Dictionary<int, int> { [7] = 49 }));
        Assert.Equal(Euros(51 * 50m), quote.GrossWith(new Dictionary<int, int> { [7] = 51 }));
    }

    [Fact]
    public void A_minimum_spend_room_costs_what_is_missing()
    {
        var quote = Quote(new QuoteRequest
        {
            ValidUntil = Day, Functions = [Meeting(20) with { HireRule = new SpendRule(SpendRuleKind.HireByMinimumSpend, 5_000m) }], Extras = [new("Dinner", RevenueClass.Food, 1, 3_800m)],
        }, Basis(TaxMode.Exclusive, 0m));

        Assert.Equal(Euros(1_200m), quote.Lines.Single(line => line.Role == QuoteLineRole.Hire).Amount);
    }

    [Fact]
    public void A_dinner_inside_a_package_brings_what_is_allocated_to_it_whatever_its_menu_costs()
    {
        var package = new Package(1, "BQ", "Dinner", PackageKind.Menu, Currency.Eur, new(2026, 1, 1))
            .With(new Component("Dinner food", RevenueClass.Food, Euros(25m), Food)).With(new Component("Dinner beverage", RevenueClass.Beverage, Euros(10m), Food)).With(new Component("Room", RevenueClass.RoomHire, Euros(15m), Hire));
        var quote = Quote(new QuoteRequest { ValidUntil = Day, Functions = [Meeting(50) with { PackageId = 0 }] }, Basis(TaxMode.Exclusive, 0m) with { Packages = [package] });

        Assert.Equal([1_250.00m, 500.00m, 750.00m], quote.Lines.Select(line => line.Amount.Amount));
    }

    [Fact]
    public void The_companys_agreement_takes_its_part_off_food_and_hire_and_says_so()
    {
        var agreement = Agreement.Draft(1, "Alba 2027", new AgreementTerms { PropertyIds = [1], ValidFrom = new(2027, 1, 1), ValidTo = new(2027, 12, 31), CurrencyCode = "EUR", HireOff = 0.5m, FoodAndBeverageOff = 0.1m });
        var quote = Quote(new QuoteRequest { ValidUntil = Day, Functions = [Meeting(20) with { Hire = 900m }], Extras = [new("Cake", RevenueClass.Food, 20, 5m), new("Flowers", RevenueClass.Other, 1, 80m)] }, Basis(TaxMode.Exclusive, 0m) with { Agreement = agreement });

        Assert.Equal([450m, 90m, 80m], quote.Lines.Select(line => line.Amount.Amount));
        Assert.Contains(quote.Lines[1].Steps, step => step.Text.ToString().Contains("10 % off food and beverage", StringComparison.Ordinal) && step.Amount == 4.5m);
    }

    [Fact]
    public void What_comes_from_the_catalogue_has_its_words_price_cost_and_least_number_from_there()
    {
        var item = Item("Interpreter's booth", RevenueClass.Av, 120m, cost: 70m, least: 2);
        var quote = Quote(new QuoteRequest { ValidUntil = Day, Extras = [new("", RevenueClass.Other, 1, null, ItemId: item.Id)] }, Basis(TaxMode.Exclusive, 0m) with { Items = [item] });

        var line = Assert.Single(quote.Lines);
        Assert.Equal(("Interpreter's booth", RevenueClass.Av, 2m, 240m, 140m), (line.Description.ToString(), line.RevenueClass, line.Quantity, line.Amount.Amount, line.Cost.Amount));
        Assert.Contains(line.Steps, step => step.Text.ToString() == "At least 2 are sold: 2 are charged");
    }

    [Fact]
    public void A_retired_thing_is_not_offered_again()
    {
        var item = Item("Overhead projector", RevenueClass.Av, 20m);
        item.Retire();
        var priced = QuotePricing.Price(new QuoteRequest { ValidUntil = Day, Extras = [new("", RevenueClass.Other, 1, null, ItemId: item.Id)] }, Basis(TaxMode.Exclusive, 0m) with { Items = [item] });

        Assert.Contains("no longer sold", Assert.Single(priced.Refusals).Why.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hire_comes_from_the_price_list_where_none_is_typed()
    {
        var hires = new Dictionary<int, HirePrices> { [3] = new("Oxford", [new HirePrice(1, 3, Currency.Eur, new HireFacts(WeekDays.None, null, null, null, Euros(250m), Euros(400m)))]) };
        var quote = Quote(new QuoteRequest { ValidUntil = Day, Functions = [Meeting(20) with { HireByList = true }] }, Basis(TaxMode.Exclusive, 0m) with { Hires = hires });

        Assert.Equal(Euros(400m), Assert.Single(quote.Lines).Amount); // 9 to 17 is a day
    }

    [Fact]
    public void A_dinner_of_the_package_comes_into_the_programme_once()
    {
        var package = new Package(1, "24H", "24 hours", PackageKind.FullDay, Currency.Eur, new(2026, 1, 1))
            .With(new Component("Dinner", RevenueClass.Food, Euros(25m), Food) { ServedAt = new LocalTime(19, 30), SpawnsFunction = true, FunctionStyle = SetupStyle.Banquet, FunctionMinutes = 150 });
        var asked = new QuoteRequest { ValidUntil = Day, Functions = [Meeting(20) with { PackageId = 0 }] };
        var packages = new Dictionary<int, Package> { [0] = package };
        var dinner = Assert.Single(SpawnedFunctions.Of(asked, packages));

        Assert.Equal(("Dinner", SetupStyle.Banquet, Day.At(new LocalTime(19, 30)), Day.At(new LocalTime(22, 0)), 20, 3), (dinner.Name, dinner.Style, dinner.Start, dinner.End, dinner.People, dinner.SpaceId));
        Assert.Empty(SpawnedFunctions.Of(asked with { Functions = [.. asked.Functions, new FunctionAsked(dinner)] }, packages));
        Assert.Empty(SpawnedFunctions.Of(asked with { Functions = [asked.Functions[0] with { TakenOut = ["Dinner"] }] }, packages));
    }

    [Fact]
    public void What_cannot_be_priced_is_named_by_its_row_and_the_rest_is_priced()
    {
        var priced = QuotePricing.Price(new QuoteRequest { ValidUntil = Day, Functions = [Meeting(20) with { PackageId = 99 }], Extras = [new("Flowers", RevenueClass.Other, 1, 80m), new("Stage", RevenueClass.Other, 1, -1m)] }, Basis(TaxMode.Exclusive, 0m));

        Assert.Equal(["Functions[0].PackageId", "Extras[1].Price"], priced.Refusals.Select(refusal => refusal.Field));
        Assert.Equal("Flowers", Assert.Single(priced.Lines).Description.ToString());
    }

    [Fact]
    public void The_seller_sees_margin_classes_and_from_how_many_guests_on_nothing_is_lost()
    {
        var package = new Package(1, "DDR", "Day", PackageKind.FullDay, Currency.Eur, new(2026, 1, 1))
            .With(new Component("Meeting", RevenueClass.RoomHire, Euros(20m), Hire)).With(new Component("Lunch", RevenueClass.Food, Euros(40m), Food, Euros(25m)));
        var basis = Basis(TaxMode.Exclusive, 0.2m) with { Packages = [package] };
        var quote = Quote(new QuoteRequest { ValidUntil = Day, Functions = [Meeting(40) with { PackageId = 0 }] }, basis);
        var worth = QuoteWorth.Of(quote.Lines, TaxMode.Exclusive, Currency.Eur, 40, Euros(350m));

        Assert.Equal(Euros(2_400m), worth.Net);
        Assert.Equal(Euros(2_400m - 1_000m - 350m), worth.Margin);
        Assert.Equal(10, worth.BreakEven); // 35 is left of each guest: 10 x 35 = 350
        Assert.Equal([(RevenueClass.Food, Euros(1_600m)), (RevenueClass.RoomHire, Euros(800m))], worth.ByClass);
        Assert.Equal(Euros(72m), worth.PerPerson);
    }

    [Fact]
    public void With_the_same_people_every_line_costs_what_the_offer_says() => AnyRequest.Sample(asked =>
    {
        var quote = Quote(asked, Basis(TaxMode.Inclusive, 0.2m, new ServiceCharge(1, "Service", 0.1m, true, RevenueClass.Food)));
        Assert.Equal(quote.Gross, quote.GrossWith(new Dictionary<int, int> { [7] = asked.Functions[0].Planned.People }));
    });

    [Fact]
    public void An_offer_comes_to_the_sum_of_its_lines_and_what_was_quoted_with_tax_inside_is_what_is_billed() => AnyRequest.Sample(asked =>
    {
        var quote = Quote(asked, Basis(TaxMode.Inclusive, 0.2m, new ServiceCharge(1, "Service", 0.1m, true, RevenueClass.Food)));
        Assert.Equal(quote.Gross, quote.Lines.Aggregate(Euros(0), (sum, line) => sum + line.Amount));
    });

    [Fact]
    public void A_larger_discount_never_makes_an_offer_dearer() => Gen.Select(AnyRequest, Gen.Int[0, 100], Gen.Int[0, 100]).Sample((asked, one, other) =>
    {
        // What follows the spend is left out: less food may well cost the waiver.
        asked = asked with { Minimum = null, Functions = [asked.Functions[0] with { HireRule = null }], DiscountReason = "Volume" };
        var basis = Basis(TaxMode.Exclusive, 0.2m);
        var (small, large) = (Gross(asked with { Discount = Math.Min(one, other) / 100m }, basis), Gross(asked with { Discount = Math.Max(one, other) / 100m }, basis));
        Assert.True(large <= small);
    });

    [Fact]
    public void What_was_quoted_is_what_is_invoiced_when_as_many_come_whichever_way_the_tax_is_stated() => Gen.Select(AnyRequest, Gen.Bool, Gen.Int[0, 100]).Sample((asked, inclusive, off) =>
    {
        var basis = Basis(inclusive ? TaxMode.Inclusive : TaxMode.Exclusive, 0.078m, new ServiceCharge(1, "Service", 0.2m, true, RevenueClass.Food), new ServiceCharge(1, "Gratuity", 0.05m, false, RevenueClass.RoomHire));
        var quote = Quote(asked with { Discount = off / 100m, DiscountReason = "Volume" }, basis);
        var people = asked.Functions[0].Planned.People;
        var unit = quote.UnitsWith(new Dictionary<int, int> { [7] = people });
        var invoice = InvoiceExamples.Issue(InvoiceExamples.Draft(InvoiceKind.Final, quote.TaxMode, [.. quote.Lines.Select(line => InvoiceLine.Of(line, words => words.ToString(), people, people, people, unit(line)))]));
        Assert.Equal((quote.Net, quote.Gross), (invoice.Net, invoice.Gross));
    });

    [Fact]
    public void A_service_charge_never_makes_an_offer_cheaper() => Gen.Select(AnyRequest, Gen.Int[0, 100], Gen.Bool).Sample((asked, percent, taxable) =>
    {
        asked = asked with { Minimum = null, Functions = [asked.Functions[0] with { HireRule = null }] }; // counted with service, a spend may reach what waives the hire
        Assert.True(Gross(asked, Basis(TaxMode.Exclusive, 0.2m, new ServiceCharge(1, "Service", percent / 100m, taxable, RevenueClass.Food, RevenueClass.RoomHire))) >= Gross(asked, Basis(TaxMode.Exclusive, 0.2m)));
    });

    [Fact]
    public void A_coffee_break_in_the_room_of_the_meeting_is_no_function_of_its_own_and_keys_never_meet()
    {
        var package = new Package(1, "DAY", "Day", PackageKind.FullDay, Currency.Eur, new(2026, 1, 1))
            .With(Spawning("Break", new LocalTime(10, 30), null)).With(Spawning("Lunch", new LocalTime(12, 30), 9)).With(Spawning("Dinner", new LocalTime(19, 0), null));
        var meeting = Meeting(20) with { PackageId = 0 };
        var brought = SpawnedFunctions.Of(new QuoteRequest { ValidUntil = Day, Functions = [meeting, new FunctionAsked(meeting.Planned with { Key = 5, Name = "Press hour" })] }, new Dictionary<int, Package> { [0] = package });

        Assert.Equal([("Lunch", 9, 6), ("Dinner", 3, 7)], brought.Select(planned => (planned.Name, planned.SpaceId ?? 0, planned.Key)));

        static Component Spawning(string name, LocalTime at, int? space) =>
            new(name, RevenueClass.Food, Euros(10m), Food) { ServedAt = at, SpawnsFunction = true, FunctionStyle = SetupStyle.Reception, FunctionMinutes = 30, FunctionSpaceId = space };
    }

    [Fact]
    public void Something_more_never_makes_an_offer_without_waiver_cheaper() => Gen.Select(AnyRequest, Gen.Decimal[0, 1_000]).Sample((asked, price) =>
    {
        asked = asked with { Minimum = null, Functions = [asked.Functions[0] with { HireRule = null }] }; // what follows the spend is made up for by more of it
        var basis = Basis(TaxMode.Exclusive, 0.2m);
        Assert.True(Gross(asked with { Extras = [.. asked.Extras, new("More", RevenueClass.Food, 1, decimal.Round(price, 2))] }, basis) >= Gross(asked, basis));
    });

    private static readonly Gen<QuoteRequest> AnyRequest =
        from people in Gen.Int[1, 200]
        from hire in Gen.Int[0, 2_000]
        from threshold in Gen.Int[1, 9_000]
        from waived in Gen.Bool
        from gross in Gen.Bool
        from food in Gen.Int[0, 90_00]
        from minimum in Gen.Int[0, 12_000]
        from asHire in Gen.Bool
        select new QuoteRequest
        {
            ValidUntil = Day,
            Functions = [Meeting(people) with { Hire = hire, HireRule = new SpendRule(waived ? SpendRuleKind.HireWaived : SpendRuleKind.HireByMinimumSpend, threshold, gross) }],
            Extras = [new("Dinner", RevenueClass.Food, null, food / 100m, Key: 1, PerPerson: true), new("Flowers", RevenueClass.Other, 3, 12.345m)],
            Minimum = minimum == 0 ? null : new SpendRule(asHire ? SpendRuleKind.MinimumAsHire : SpendRuleKind.MinimumWithServiceAndTax, minimum, gross),
        };

    private static Money Gross(QuoteRequest asked, QuoteBasis basis) => Quote(asked, basis).Gross;

    private static Quote Quote(QuoteRequest asked, QuoteBasis basis)
    {
        var priced = QuotePricing.Price(asked, basis);
        Assert.Empty(priced.Refusals);
        return new Quote(1, "Q-1", 1, basis.TaxMode, basis.Currency, 10, Day, priced.Lines);
    }

    private static FunctionAsked Meeting(int people) => new(new PlannedFunction(1, 7, "Meeting", 3, SetupStyle.Theatre, Day.At(new LocalTime(9, 0)), Day.At(new LocalTime(17, 0)), people));

    private static QuoteBasis Basis(TaxMode mode, decimal rate, params ServiceCharge[] services) => new()
    {
        Currency = Currency.Eur, TaxMode = mode, Packages = [], Services = services, RoomTypes = [],
        TaxCodes = [Code(Food, rate, RevenueClass.Food, RevenueClass.Beverage), Code(Hire, rate, RevenueClass.RoomHire, RevenueClass.Rooms, RevenueClass.Av, RevenueClass.Other)],
    };

    private static CatalogueItem Item(string name, RevenueClass kind, decimal price, decimal cost = 0, int least = 1) =>
        CatalogueItem.Add(1, new CatalogueFacts(CatalogueKind.Equipment, "X1", name, kind, ComponentBasis.PerEvent, Euros(price), Hire) { NetCost = Euros(cost), MinimumNumber = least });

    private static TaxCode Code(int id, decimal rate, params RevenueClass[] classes)
    {
        var code = new TaxCode(1, "T" + id, "Tax " + id, "S", rate, new(2020, 1, 1)).For(classes);
        typeof(TaxCode).GetProperty(nameof(TaxCode.Id))!.SetValue(code, id);
        return code;
    }

    private static Money Euros(decimal amount) => Money.Of(amount, Currency.Eur);
}
