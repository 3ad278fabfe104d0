using System.Globalization;
using CsCheck;
using HotelCorporate.Domain.Forecasts;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Domain.Tests.Forecasts;

public sealed class PaceTests
{
    private static readonly LocalDate Anchor = new(2027, 5, 1);

    private static readonly Gen<PaceMove> AnyMove = Gen.Select(Gen.Int[-400, 60], Gen.Int[-5000, 5000]).Select((days, amount) => new PaceMove(Anchor.PlusDays(days), amount));

    [Fact]
    public void A_booking_is_on_the_books_from_the_day_on_which_it_became_definite()
    {
        PaceMove[] moves = [new(Anchor.PlusDays(-30), 1000m), new(Anchor.PlusDays(-7), 500m), new(Anchor.PlusDays(3), 40m)];

        Assert.Equal([0m, 1000m, 1000m, 1500m, 1500m, 1540m], Pace.Curve(Anchor, moves, [31, 30, 8, 7, 0, -3]));
    }

    [Fact]
    public void An_amendment_moves_the_difference_and_a_cancellation_the_rest()
    {
        ContractVersion[] versions = [new(1, Anchor.PlusDays(-60), 4000m), new(3, Anchor.PlusDays(-20), 3500m)];

        var moves = Pace.Of(Anchor.PlusDays(-50), versions, Anchor.PlusDays(-10)).ToList();

        Assert.Equal([new(Anchor.PlusDays(-50), 4000m), new(Anchor.PlusDays(-20), -500m), new(Anchor.PlusDays(-10), -3500m)], moves);
    }

    [Fact]
    public void Of_two_versions_accepted_before_it_was_definite_the_later_one_counts() =>
        Assert.Equal([new PaceMove(Anchor, 700m)], Pace.Of(Anchor, [new(1, Anchor.PlusDays(-9), 900m), new(2, Anchor.PlusDays(-3), 700m)], null));

    [Fact]
    public void What_was_cancelled_ends_at_nothing() =>
        Gen.Select(Gen.Int[0, 300], Gen.Select(Gen.Int[0, 300], Gen.Int[0, 9000]).List[1, 6], Gen.Int[0, 400]).Sample((definite, versions, cancelled) =>
            Pace.Of(Anchor.PlusDays(-definite), versions.Select((version, i) => new ContractVersion(i + 1, Anchor.PlusDays(-version.Item1), version.Item2)), Anchor.PlusDays(cancelled)).Sum(move => move.Amount) == 0);

    [Fact]
    public void Each_point_is_the_sum_of_what_moved_until_then() =>
        AnyMove.List[0, 40].Sample(moves => Pace.Curve(Anchor, moves, Pace.Weeks).Zip(Pace.Weeks).All(point =>
            point.First == moves.Where(move => Period.DaysBetween(move.On, Anchor) >= point.Second).Sum(move => move.Amount)));

    [Fact]
    public void The_weeks_go_from_a_year_before_to_the_end_of_the_month() =>
        Assert.Equal((364, -31, true), (Pace.Weeks[0], Pace.Weeks[^1], Pace.Weeks.Contains(0)));

    /// <summary>A year of real stays: booked on = arrival - lead time, each counted back from its own arrival and from the first of its month. The same asked otherwise: by lead time alone.</summary>
    [Fact]
    public void A_real_hotel_fills_as_its_lead_times_say()
    {
        var stays = Stays();
        int[] days = [365, 180, 90, 60, 30, 14, 7, 1, 0];
        foreach (var month in stays.GroupBy(stay => new LocalDate(stay.Arrival.Year, stay.Arrival.Month, 1)))
        {
            var first = month.Key;
            var curve = Pace.Curve(first, month.Select(stay => new PaceMove(stay.Arrival.PlusDays(-stay.Lead), stay.Amount)), [.. days, -31]);

            var asked = days.Append(-31).Select(before => (
                from stay in month
                let intoTheMonth = stay.Arrival.Day - 1
                where stay.Lead - intoTheMonth >= before // booked before the first of the month less so many days
                group stay.Amount by stay.Lead into ofLead
                select ofLead.Sum()).Sum());
            Assert.Equal(asked, curve);
            Assert.Equal(month.Sum(stay => stay.Amount), curve[^1]);
            Assert.Equal(curve.Order(), curve); // nothing was cancelled
        }
    }

    [Fact]
    public void October_2016_of_that_hotel_stood_so_on_the_books()
    {
        var october = Stays().Where(stay => (stay.Arrival.Year, stay.Arrival.Month) == (2016, 10));

        var curve = Pace.Curve(new LocalDate(2016, 10, 1), october.Select(stay => new PaceMove(stay.Arrival.PlusDays(-stay.Lead), stay.Nights)), [180, 90, 30, 0, -31]);

        Assert.Equal([1350m, 1494m, 1522m, 1744m, 1873m], curve); // room nights, added up with awk over the file
    }

    private static List<(LocalDate Arrival, int Lead, int Nights, decimal Amount)> Stays() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "hotel_rates_pace.csv")).Skip(1).Select(line => line.Split(',')).Select(cells => (
            LocalDatePattern.Iso.Parse(cells[0]).Value, Number(cells[1]), Number(cells[2]), Number(cells[2]) * decimal.Parse(cells[3], CultureInfo.InvariantCulture)))];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
