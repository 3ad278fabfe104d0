using CsCheck;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Quotes;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Quotes;

public sealed class QuoteTests
{
    private static readonly LocalDate Today = new(2026, 11, 24);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 9, 0);
    private static readonly QuoteDates Dates = new(new(2027, 3, 13), new(2027, 3, 24, 10, 0));

    [Fact]
    public void A_version_goes_from_draft_to_sent_to_accepted_with_its_evidence()
    {
        var quote = Sent();
        quote.Accept(Taken(quote), purchaseOrderRequired: true, Today);

        Assert.Equal(QuoteStatus.Accepted, quote.Status);
        Assert.Equal("PO-77", quote.Acceptance!.PurchaseOrder);
        Assert.Equal(quote.Fingerprint(), quote.Acceptance.SeenHash);
    }

    [Fact]
    public void It_can_be_accepted_on_its_last_day_and_not_after()
    {
        var quote = Sent();
        Assert.Throws<HouseRuleException>(() => quote.Accept(Taken(quote), false, quote.ValidUntil.PlusDays(1)));
        quote.Accept(Taken(quote), false, quote.ValidUntil);
    }

    [Theory]
    [InlineData(QuoteStatus.Draft)]
    [InlineData(QuoteStatus.Accepted)]
    [InlineData(QuoteStatus.Declined)]
    [InlineData(QuoteStatus.Expired)]
    [InlineData(QuoteStatus.Superseded)]
    [InlineData(QuoteStatus.Revoked)]
    public void One_that_is_not_open_is_not_accepted(QuoteStatus status)
    {
        var quote = In(status);
        Assert.Throws<HouseRuleException>(() => quote.Accept(Taken(quote), false, Today));
        Assert.Equal(status, quote.Status);
    }

    [Fact]
    public void What_was_not_what_was_sent_is_not_accepted()
    {
        var quote = Sent();
        Assert.Throws<HouseRuleException>(() => quote.Accept(Taken(quote) with { SeenHash = "other" }, false, Today));
    }

    [Fact]
    public void A_company_that_needs_an_order_number_gives_one()
    {
        var quote = Sent();
        Assert.Throws<HouseRuleException>(() => quote.Accept(Taken(quote) with { PurchaseOrder = " " }, true, Today));
    }

    [Fact]
    public void An_empty_one_is_not_sent() => Assert.Throws<HouseRuleException>(() => Of().Send(Today, Now, Dates));

    [Fact]
    public void Declining_needs_a_reason() => Assert.Throws<HouseRuleException>(() => Sent().Decline(" ", Today));

    [Fact]
    public void A_discount_needs_a_reason() => Assert.Throws<HouseRuleException>(() => Line(1, 10m, 0.2m, discount: 0.1m));

    [Fact]
    public void Ten_percent_off_57_48_with_21_percent_is_62_59()
    {
        var sum = Of(Line(1, 57.48m, 0.21m, 0.1m, "regular")).Sum();
        Assert.Equal((51.73m, 10.86m, 62.59m), (sum.Net.Amount, sum.Tax.Amount, sum.Gross.Amount));
    }

    [Fact]
    public void Nine_and_a_half_hours_are_1185_13() => Assert.Equal(1185.13m, Line(9.5m, 124.75m, 0.1m).Amount.Amount);

    [Fact]
    public void Taxable_service_of_24_percent_makes_1354_70()
    {
        var sum = Of(Line(1, 1_000m, 0.0925m).Serviced([Service("Service", 0.24m)])).Sum();
        Assert.Equal((240m, 114.70m, 1_354.70m), (sum.Service.Amount, sum.Tax.Amount, sum.Gross.Amount));
    }

    /// <summary>1,000.00 + 24 % taxed + 5 % not taxed: 9.25 % of 1,240.00 is 114.70, and 50.00 goes on top.</summary>
    [Fact]
    public void Several_charges_are_each_taken_of_the_net_and_taxed_or_not()
    {
        var sum = Of(Line(1, 1_000m, 0.0925m).Serviced([Service("Service", 0.24m), Service("Gratuity", 0.05m, isTaxable: false), Service("Minibar", 0.5m, on: RevenueClass.Beverage)])).Sum();
        Assert.Equal([new("Service", Money.Of(240m, Currency.Eur)), new("Gratuity", Money.Of(50m, Currency.Eur))], sum.Services);
        Assert.Equal((1_290m, 114.70m, 1_404.70m), (sum.Net.Amount, sum.Tax.Amount, sum.Gross.Amount));
    }

    /// <summary>1,290.00 gross holds 20 % + 9 % of service: 200.00 + 90.00; the untaxed 90.00 goes out before 10 % is taken out of 1,200.00.</summary>
    [Fact]
    public void Several_charges_are_inside_a_price_that_holds_the_tax()
    {
        var quote = new Quote(1, "Q-1", 1, TaxMode.Inclusive, Currency.Eur, 10, Today, [Line(1, 1_290m, 0.10m).Serviced([Service("Service", 0.20m), Service("Gratuity", 0.09m, isTaxable: false)])]);
        var sum = quote.Sum();
        Assert.Equal([new("Service", Money.Of(200m, Currency.Eur)), new("Gratuity", Money.Of(90m, Currency.Eur))], sum.Services);
        Assert.Equal((109.09m, 1_290m), (sum.Tax.Amount, sum.Gross.Amount));
    }

    [Fact]
    public void What_the_client_sees_holds_the_dates_and_the_charges()
    {
        var (one, other) = (Of(Line(1, 500m, 0.2m)), Of(Line(1, 500m, 0.2m)));
        one.Send(Today, Now, Dates);
        other.Send(Today, Now, Dates with { MenuChoiceOn = Dates.MenuChoiceOn.PlusDays(1) });
        Assert.NotEqual(one.SeenHash, other.SeenHash);
        Assert.NotEqual(Of(Line(1, 500m, 0.2m).Serviced([Service("Service", 0)])).Fingerprint(), Of(Line(1, 500m, 0.2m)).Fingerprint());
    }

    [Fact]
    public void Each_price_keeps_its_steps() => Assert.Equal("List price", Line(2, 10m, 0.2m).Steps[0].Text.Template);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000)]
    public void An_impossible_quantity_is_refused(int quantity) => Assert.Throws<HouseRuleException>(() => Line(quantity, 10m, 0.2m));

    [Fact]
    public void A_negative_price_is_refused() => Assert.Throws<HouseRuleException>(() => Line(1, -10m, 0.2m));

    [Fact]
    public void Net_and_tax_make_the_gross_whichever_way_the_tax_is_stated() =>
        Gen.Select(Gen.Int[1, 1_000_000].Array[1, 8], Gen.Int[0, 25].Array[8], Gen.Bool)
            .Sample((cents, rates, isInclusive) =>
            {
                var lines = cents.Select((units, i) => new SumLine(new Money(units, Currency.Eur), "S", rates[i] / 100m)).ToArray();
                var sum = DocumentSum.Of(isInclusive ? TaxMode.Inclusive : TaxMode.Exclusive, Currency.Eur, lines);
                return sum.Net + sum.Tax == sum.Gross && (isInclusive ? sum.Gross : sum.Net) == sum.Lines;
            });

    private static ServiceCharge Service(string name, decimal rate, bool isTaxable = true, RevenueClass on = RevenueClass.RoomHire) => new(1, name, rate, isTaxable, on);

    internal static QuoteLine Line(decimal quantity, decimal price, decimal tax, decimal discount = 0, string reason = "") => new(
        "Meeting", "Room hire", Today, RevenueClass.RoomHire, quantity, new UnitPrice(price, Currency.Eur), "S", tax, [new("List price", price)], discount, reason);

    private static Quote Of(params QuoteLine[] lines) =>
        new(1, "Q-1", 1, TaxMode.Exclusive, Currency.Eur, 10, Today.PlusDays(14), lines);

    private static Quote Sent()
    {
        var quote = Of(Line(1, 500m, 0.2m));
        quote.Send(Today, Now, Dates);
        return quote;
    }

    private static Quote In(QuoteStatus status)
    {
        var quote = status == QuoteStatus.Draft ? Of(Line(1, 500m, 0.2m)) : Sent();
        switch (status)
        {
            case QuoteStatus.Accepted: quote.Accept(Taken(quote), false, Today); break;
            case QuoteStatus.Declined: quote.Decline("too dear", Today); break;
            case QuoteStatus.Expired: quote.Expire(quote.ValidUntil.PlusDays(1)); break;
            case QuoteStatus.Superseded: quote.Supersede(); break;
            case QuoteStatus.Revoked: quote.Revoke(); break;
        }

        return quote;
    }

    private static Acceptance Taken(Quote quote) => new("Mira Leka", Today, "PO-77", quote.SeenHash ?? "", Now, "203.0.113.9");
}
