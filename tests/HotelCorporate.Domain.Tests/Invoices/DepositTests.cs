using CsCheck;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Invoices;
using NodaTime;
using static HotelCorporate.Domain.Tests.Invoices.InvoiceExamples;

namespace HotelCorporate.Domain.Tests.Invoices;

public sealed class DepositTests
{
    private static readonly LocalDate FirstDay = new(2027, 3, 1);
    private static readonly Dictionary<int, Money> Nothing = [];

    [Fact]
    public void After_2500_were_issued_a_price_of_12000_asks_for_6500_then_3000()
    {
        var schedule = DepositSchedule.Parse("25% at signing; 50% 30 days before; 25% 7 days before");
        Assert.Equal([2_500m, 5_000m, 2_500m], schedule.Parts(Eur(10_000m), Today, FirstDay, Nothing).Select(part => part.Amount.Amount));

        var plan = new DepositPlan(1, schedule);
        plan.Issued(plan.Dues(Eur(10_000m), Today, FirstDay)[0], invoiceId: 1);
        Assert.Equal([2_500m, 6_500m, 3_000m], plan.Dues(Eur(12_000m), Today, FirstDay).Select(part => part.Amount.Amount));
    }

    [Fact]
    public void A_price_that_fell_asks_for_nothing_more_and_gives_nothing_back()
    {
        var plan = new DepositPlan(1, DepositSchedule.Parse("50% at signing; 25% 7 days before"));
        plan.Issued(plan.Dues(Eur(10_000m), Today, FirstDay)[0], invoiceId: 1);
        Assert.Equal([5_000m, 0m], plan.Dues(Eur(4_000m), Today, FirstDay).Select(part => part.Amount.Amount));
    }

    [Fact]
    public void An_amount_is_due_as_it_is_and_counts_as_an_earlier_part() =>
        Assert.Equal([1_000m, 4_000m], DepositSchedule.Parse("1000 at signing; 50% 30 days before").Parts(Eur(10_000m), Today, FirstDay, Nothing).Select(part => part.Amount.Amount));

    [Fact]
    public void Each_trigger_gives_its_day_and_none_is_before_the_signing()
    {
        var parts = DepositSchedule.Parse("10% at signing\n10% 7 days after signing\n10% 30 days before\n10% on 2027-02-01\n10% 365 days before").Parts(Eur(100m), Today, FirstDay, Nothing);
        Assert.Equal([Today, Today.PlusDays(7), new(2027, 1, 30), new(2027, 2, 1), Today], parts.Select(part => part.DueOn));
    }

    [Theory]
    [InlineData("25% at signing; 50% 30 days before; 25% 7 days before")]
    [InlineData("12.5% 7 days after signing; 1000.5 on 2027-03-01")]
    public void A_schedule_reads_what_it_writes(string text) => Assert.Equal(text, DepositSchedule.Parse(text).ToString());

    [Theory]
    [InlineData("60% at signing; 50% 30 days before")]
    [InlineData("0% at signing")]
    [InlineData("-5 at signing")]
    [InlineData("120% at signing")]
    [InlineData("25% when the moon is full")]
    [InlineData("25% on 2027-02-30")]
    public void What_is_not_a_schedule_is_refused(string text) => Assert.Throws<HouseRuleException>(() => DepositSchedule.Parse(text));

    [Fact]
    public void The_parts_of_a_price_that_is_asked_for_wholly_sum_to_it() =>
        Gen.Select(Gen.Int[1, 10_000_000], Gen.Int[1, 98], Gen.Int[1, 98]).Sample((cents, a, b) =>
        {
            var (first, second) = (Math.Min(a, b), Math.Max(a, b) == Math.Min(a, b) ? Math.Max(a, b) + 1 : Math.Max(a, b));
            var schedule = DepositSchedule.Parse($"{first}% at signing; {second - first}% 30 days before; {100 - second}% 7 days before");
            var price = new Money(cents, Currency.Eur);
            return schedule.Parts(price, Today, FirstDay, Nothing).Sum(Currency.Eur, part => part.Amount) == price;
        });

    [Fact]
    public void The_schedule_stays_once_a_part_is_issued_and_a_part_is_waived_once()
    {
        var plan = new DepositPlan(1, DepositSchedule.Parse("25% at signing"));
        plan.Agree(DepositSchedule.Parse("30% at signing"));
        var due = plan.Dues(Eur(1_000m), Today, FirstDay)[0];
        Assert.Throws<HouseRuleException>(() => plan.Waive(due, " ", 7, Today));
        plan.Waive(due, "Key account", 7, Today);
        Assert.Throws<HouseRuleException>(() => plan.Waive(due, "Again", 7, Today));
        Assert.Throws<HouseRuleException>(() => plan.Issued(due, 1));
        Assert.Throws<HouseRuleException>(() => plan.Agree(DepositSchedule.None));
    }
}
