using CsCheck;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Forecasts;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Forecasts;

public sealed class ConversionTests
{
    private static readonly LocalDate Day = new(2027, 1, 1);

    [Fact]
    public void Four_inquiries_of_which_one_is_won()
    {
        var funnel = Funnel.Of(Currency.Eur, [Path(100), Path(200, quoted: 2), Path(300, quoted: 1, tentative: 5), Path(400, quoted: 1, tentative: 4, definite: 10, first: 40)]);

        Assert.Equal([4, 3, 2, 1], funnel.Steps.Select(step => step.Count));
        Assert.Equal([1000m, 900m, 700m, 400m], funnel.Steps.Select(step => step.Value.Amount));
        Assert.Equal([1m, 0.75m, 0.5m, 0.25m], funnel.Steps.Select(step => step.OfInquiries));
        Assert.Equal(2m / 3, funnel.Tentative.OfStepBefore);
        Assert.Equal(0.4m, funnel.ValueWon);
    }

    [Fact]
    public void A_step_that_was_skipped_is_passed() => Assert.Equal([1, 1, 1, 1], Funnel.Of(Currency.Eur, [Path(5, definite: 3)]).Steps.Select(step => step.Count));

    [Fact]
    public void Each_inquiry_is_definite_lost_or_open() => Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool).List[0, 30].Sample(cases =>
    {
        var paths = cases.ConvertAll(one => Path(100, one.Item1 ? 1 : null, one.Item2 ? 2 : null, one.Item3 ? 3 : null) with { LostOn = one.Item4 ? new LocalDate(2026, 6, 1) : null });
        var funnel = Funnel.Of(Currency.Eur, paths);
        return funnel.Inquiry.Count == funnel.Definite.Count + funnel.Lost.Count + funnel.Open.Count && funnel.Inquiry.Value == funnel.Definite.Value + funnel.Lost.Value + funnel.Open.Value;
    });

    [Fact]
    public void Nothing_converts_to_nothing() => Assert.Equal(0, Funnel.Of(Currency.Eur, []).Definite.OfInquiries);

    [Fact]
    public void Lead_times_are_whole_days_and_never_below_none()
    {
        var path = Path(0, definite: 10, first: 4);

        Assert.Equal((10, 0), (path.DaysToDefinite!.Value, path.DaysToEvent!.Value));
        Assert.Null(Path(0).DaysToDefinite);
    }

    [Fact]
    public void The_distribution_of_lead_times()
    {
        var times = LeadTimes.Of([0, 7, 8, 30, 31, 366, 1000]);

        Assert.Equal((30m, 206m), (times.Median, times.Mean));
        Assert.Equal([2, 1, 1, 1, 0, 0, 0, 2], times.Bands.Select(band => band.Count));
        Assert.Equal((0m, 0m), (LeadTimes.Of([]).Median, LeadTimes.Of([]).Mean));
        Assert.Equal(2.5m, LeadTimes.Of([4, 1]).Median);
    }

    [Fact]
    public void Every_length_is_in_one_band() => Gen.Int[0, 900].List.Sample(days => LeadTimes.Of(days).Bands.Sum(band => band.Count) == days.Count);

    [Fact]
    public void A_booking_keeps_when_it_first_came_so_far()
    {
        var (first, later) = (Instant.FromUtc(2027, 1, 1, 8, 0), Instant.FromUtc(2027, 2, 1, 8, 0));
        var booking = Booking.Inquire(1, 1, "HC-1", "Meeting", null, first);
        booking.Reach(first);
        Assert.Null(booking.QuotedAt);
        booking.Offer();
        booking.Reach(first);
        booking.Reach(later);

        Assert.Equal((first, null, null), (booking.QuotedAt, booking.TentativeAt, booking.DefiniteAt));
    }

    private static InquiryPath Path(int value, int? quoted = null, int? tentative = null, int? definite = null, int? first = null) =>
        new(Day, On(quoted), On(tentative), On(definite), On(first), Money.Of(value, Currency.Eur));

    private static LocalDate? On(int? days) => days is { } after ? Day.PlusDays(after) : null;
}
