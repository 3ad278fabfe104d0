using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Bookings;

public sealed class CancellationLadderTests
{
    private static readonly LocalDate FirstDay = new(2027, 6, 1);

    private static readonly CancellationLadder Ladder = CancellationLadder.Of(
    [
        new(180, 365, 0.10m), new(136, 179, 0.25m), new(91, 135, 0.50m), new(46, 90, 0.75m), new(0, 45, 1.00m),
    ]);

    [Theory]
    [InlineData(100, 20_000)]
    [InlineData(365, 4_000)]
    [InlineData(180, 4_000)]
    [InlineData(179, 10_000)]
    [InlineData(136, 10_000)]
    [InlineData(135, 20_000)]
    [InlineData(91, 20_000)]
    [InlineData(90, 30_000)]
    [InlineData(46, 30_000)]
    [InlineData(45, 40_000)]
    [InlineData(0, 40_000)]
    public void Cancelling_costs_what_the_band_says(int daysBefore, int fee) =>
        Assert.Equal(Eur(fee), Ladder.FeeOn(FirstDay.PlusDays(-daysBefore), FirstDay, Eur(40_000)));

    [Fact]
    public void Beyond_the_last_band_cancelling_is_free() =>
        Assert.Equal(Eur(0), Ladder.FeeOn(FirstDay.PlusDays(-366), FirstDay, Eur(40_000)));

    [Fact]
    public void Notice_after_the_first_day_counts_as_no_days() =>
        Assert.Equal(Eur(40_000), Ladder.FeeOn(FirstDay.PlusDays(2), FirstDay, Eur(40_000)));

    [Fact]
    public void A_base_of_shares_by_class_is_charged_by_the_band_less_what_is_paid()
    {
        var contract = Contract(
            "Rooms 90; RoomHire 90; Food 65; Beverage 65", (RevenueClass.Rooms, 12_000), (RevenueClass.RoomHire, 3_000), (RevenueClass.Food, 7_000), (RevenueClass.Beverage, 3_000));
        var exposure = Exposure.Of(contract, FirstDay, []);
        var contracted = exposure.Base;
        Assert.Equal(Eur(20_000), contracted);

        var fee = Ladder.FeeOn(FirstDay.PlusDays(-100), FirstDay, contracted);
        Assert.Equal(Eur(10_000), fee);
        Assert.Equal(fee, exposure.On(FirstDay.PlusDays(-100)).Fee);
        Assert.Equal("90 % of Rooms, 90 % of RoomHire, 65 % of Food, 65 % of Beverage", exposure.Clause.ToString());
        Assert.Equal(Eur(6_000), fee - Eur(4_000));
    }

    [Theory]
    [InlineData("0-45:100; 47-90:75", "46")]
    [InlineData("1-45:100", "0 to 0")]
    [InlineData("0-45:100; 45-90:75", "Two bands")]
    [InlineData("45-0:100", "ends before it starts")]
    [InlineData("0-45:101", "between 0 and 100")]
    [InlineData("soon:all", "is not a band")]
    public void A_ladder_with_a_hole_an_overlap_or_nonsense_is_refused(string bands, string says)
    {
        var refusal = Assert.Throws<HouseRuleException>(() => CancellationLadder.Parse(bands));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ladder_is_written_and_read_again() => Assert.Equal(Ladder, CancellationLadder.Parse(Ladder.ToString()));

    [Fact]
    public void It_says_from_which_day_cancelling_costs_more()
    {
        var exposure = Exposure.Of(Contract("", (RevenueClass.RoomHire, 40_000)), FirstDay, []);
        Assert.Equal(FirstDay.PlusDays(-90), exposure.Dearer(FirstDay.PlusDays(-100))?.From);
        Assert.Equal(FirstDay.PlusDays(-365), exposure.Dearer(FirstDay.PlusDays(-400))?.From);
        Assert.Null(exposure.Dearer(FirstDay.PlusDays(-10)));
    }

    [Fact]
    public void A_reduction_is_free_up_to_the_tolerance_and_follows_the_band_beyond_it()
    {
        var notice = FirstDay.PlusDays(-100);
        Assert.Equal(Eur(0), Ladder.ReductionFeeOn(notice, FirstDay, contracted: 100, now: 90, Eur(70)));
        Assert.Equal(Eur(350), Ladder.ReductionFeeOn(notice, FirstDay, contracted: 100, now: 80, Eur(70)));
    }

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    [Fact]
    public void What_it_costs_is_told_for_every_day_and_from_which_day_it_costs_more()
    {
        var exposure = Exposure.Of(Contract("", (RevenueClass.RoomHire, 40_000)), FirstDay, []);
        for (var days = 400; days >= -3; days--)
            Assert.Equal(Ladder.FeeOn(FirstDay.PlusDays(-days), FirstDay, Eur(40_000)), exposure.On(FirstDay.PlusDays(-days)).Fee);
        Assert.Equal(FirstDay.PlusDays(-90), exposure.Dearer(FirstDay.PlusDays(-100))?.From);
        Assert.Null(exposure.Dearer(FirstDay.PlusDays(-10)));
        Assert.Equal(exposure.Steps.Count - 1, exposure.Steps.Zip(exposure.Steps.Skip(1)).Count(pair => pair.First.Until == pair.Second.From!.Value.PlusDays(-1)));
    }

    [Fact]
    public void A_function_that_was_taken_out_before_counts_no_more()
    {
        var contract = new Quote(1, "Q-1", 1, TaxMode.Exclusive, Currency.Eur, 10, FirstDay, [Line(RevenueClass.RoomHire, 1_000, 1), Line(RevenueClass.Food, 500, 2)]) { Cancellation = Ladder.ToString() };
        Assert.Equal(Eur(1_500), Exposure.Of(contract, FirstDay, []).Base);
        Assert.Equal(Eur(1_000), Exposure.Of(contract, FirstDay, [2]).Base);
    }

    [Theory]
    [InlineData("Rooms")]
    [InlineData("Golf 20")]
    [InlineData("Rooms 101")]
    [InlineData("Rooms -5")]
    [InlineData("Rooms 90; rooms 80")]
    public void A_clause_that_cannot_be_read_is_refused(string clause) => Assert.Throws<HouseRuleException>(() => CancellationShares.Parse(clause));

    [Fact]
    public void Of_two_real_ladders_the_one_without_holes_is_taken_and_the_other_is_refused_where_its_bands_meet()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "cancellation_ladders.csv")).Skip(1).Select(line => line.Split(',')).Where(row => row[3] is "days before" or "weeks before" && row[1].Length > 0 && row[2].Length > 0).ToList();
        var days = rows.Where(row => row[0] == "L").Select(row => new CancellationBand(Number(row[1]), Number(row[2]), Number(row[4]) / 100m));
        Assert.Equal(Ladder, CancellationLadder.Of(days));

        var weeks = rows.Where(row => row[0] == "N").Select(row => new CancellationBand(Number(row[1]) * 7, Number(row[2]) * 7, Number(row[4]) / 100m)).ToList();
        Assert.Equal("Two bands cover 14 days. Let one end before the next begins.", Assert.Throws<HouseRuleException>(() => CancellationLadder.Of(weeks)).Message);
        Assert.Contains("leave out", Assert.Throws<HouseRuleException>(() => CancellationLadder.Of(weeks.Where(band => band.FromDays != 28).Select(band => band with { ToDays = band.ToDays - 1 }))).Message, StringComparison.Ordinal);

        static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Quote Contract(string clause, params (RevenueClass Class, int Net)[] lines) =>
        new(1, "Q-1", 1, TaxMode.Exclusive, Currency.Eur, 10, FirstDay, lines.Select(line => Line(line.Class, line.Net, null))) { Cancellation = Ladder.ToString(), CancellationShares = clause };

    private static QuoteLine Line(RevenueClass of, int net, int? function) =>
        new("Event", of.ToString(), FirstDay, of, 1, new UnitPrice(net, Currency.Eur), "S", 0.2m, []) { FunctionId = function };
}
