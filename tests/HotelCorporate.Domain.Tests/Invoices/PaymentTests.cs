using CsCheck;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Invoices;
using NodaTime;
using static HotelCorporate.Domain.Tests.Invoices.InvoiceExamples;

namespace HotelCorporate.Domain.Tests.Invoices;

public sealed class PaymentTests
{
    [Fact]
    public void The_oldest_due_date_is_settled_first_and_the_rest_is_credit()
    {
        var payment = Of(1_000m);
        payment.AllocateOldestFirst([new(1, Today, Today, Eur(300m)), new(2, Today.PlusDays(-9), Today, Eur(500m)), new(3, Today.PlusDays(1), Today, Eur(50m))]);
        Assert.Equal([(2, 500m), (1, 300m), (3, 50m)], payment.Allocations.Select(part => (part.InvoiceId, part.Amount.Amount)));
        Assert.Equal(150m, payment.Left.Amount);
    }

    [Fact]
    public void By_hand_no_document_gets_more_than_it_asks_for_and_no_payment_gives_more_than_it_has()
    {
        var payment = Of(100m);
        Assert.Throws<HouseRuleException>(() => payment.Allocate(new(1, Today, Today, Eur(60m)), Eur(61m)));
        payment.Allocate(new(1, Today, Today, Eur(60m)), Eur(60m));
        Assert.Throws<HouseRuleException>(() => payment.Allocate(new(2, Today, Today, Eur(60m)), Eur(41m)));
        Assert.Equal(40m, payment.Left.Amount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_payment_is_more_than_zero(int amount) => Assert.Throws<HouseRuleException>(() => Of(amount));

    [Fact]
    public void Payments_never_settle_more_than_is_due_nor_than_came_in() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Select(Gen.Int[0, 300_000], Gen.Int[-200, 200]).Array[0, 8]).Sample((cents, due) =>
        {
            var open = due.Select((pair, i) => new OpenDocument(i, Today.PlusDays(pair.Item2), Today, new Money(pair.Item1, Currency.Eur))).ToList();
            var payment = Of(cents / 100m);
            payment.AllocateOldestFirst(open);
            var settled = payment.Allocations.Sum(Currency.Eur, part => part.Amount);
            return payment.Allocations.All(part => part.Amount <= open[part.InvoiceId].Open)
                && settled + payment.Left == payment.Amount && !payment.Left.IsNegative
                && (payment.Left.IsZero || settled == open.Sum(Currency.Eur, document => document.Open));
        });

    [Theory]
    [InlineData(-1, AgeingBand.Current)]
    [InlineData(0, AgeingBand.Current)]
    [InlineData(1, AgeingBand.To30)]
    [InlineData(30, AgeingBand.To30)]
    [InlineData(31, AgeingBand.To60)]
    [InlineData(60, AgeingBand.To60)]
    [InlineData(61, AgeingBand.To90)]
    [InlineData(90, AgeingBand.To90)]
    [InlineData(91, AgeingBand.To120)]
    [InlineData(120, AgeingBand.To120)]
    [InlineData(121, AgeingBand.Over120)]
    public void Days_after_the_due_date_make_the_band(int days, AgeingBand band) => Assert.Equal(band, Ageing.Band(Today, Today.PlusDays(days)));

    [Fact]
    public void Ageing_covers_every_day_and_never_goes_back() =>
        Gen.Int[-3_000, 3_000].Sample(days => Enum.IsDefined(Ageing.Band(Today, Today.PlusDays(days))) && Ageing.Band(Today, Today.PlusDays(days)) <= Ageing.Band(Today, Today.PlusDays(days + 1)));

    private static Payment Of(decimal amount) => new(1, 1, 1, Today, PaymentMethod.Transfer, "Bank 1", Eur(amount), Now);
}
