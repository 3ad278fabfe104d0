using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Bookings;

public sealed class BookingChangesTests
{
    private static readonly DateTimeZone Tirana = DateTimeZoneProviders.Tzdb["Europe/Tirane"];
    private static readonly LocalDate Today = new(2026, 11, 24);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 9, 0);
    private static readonly WorkingHours Office = new(new(9, 0), new(17, 0), Tirana);

    [Fact]
    public void A_copy_keeps_rooms_and_times_on_the_wall_across_a_clock_change()
    {
        var booking = Booked(new(2027, 3, 26));
        var copy = booking.CopyBy(7, 3, Tirana, Now);
        Assert.Equal(BookingStatus.Inquiry, copy.Status);
        Assert.Equal(new LocalDateTime(2027, 4, 2, 9, 0), copy.Functions[0].Start);
        Assert.Equal(booking.Functions[0].StartsAt + Duration.FromDays(7) - Duration.FromHours(1), copy.Functions[0].StartsAt);
        Assert.Equal((booking.Functions[0].SpaceId, 40), (copy.Functions[0].SpaceId, copy.Functions[0].Expected));
    }

    [Fact]
    public void A_copy_onto_a_time_that_the_clock_skips_is_refused()
    {
        var booking = Booking.Inquire(1, 1, "", "Night", null, Now);
        booking.Add(Function.Plan("Party", 1, SetupStyle.Reception, new(2027, 3, 27, 2, 30), new(2027, 3, 27, 5, 0), 40, Tirana));
        Assert.Throws<HouseRuleException>(() => booking.CopyBy(1, null, Tirana, Now));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1101)]
    [InlineData(-1101)]
    public void It_moves_by_a_day_at_least_and_three_years_at_most(int days) => Assert.Throws<HouseRuleException>(() => Booked(Today.PlusDays(10)).MovesBy(days));

    [Fact]
    public void Moving_by_days_moves_every_function_at_its_time_of_day()
    {
        var booking = Booked(Today.PlusDays(10), functions: 3);
        var moves = booking.MovesBy(-3);
        Assert.Equal(booking.Functions.Select(function => function.Start.PlusDays(-3)), moves.Select(move => move.Start));
        Assert.Equal(booking.Functions.Select(function => function.SpaceId!.Value), moves.Select(move => move.SpaceId));
    }

    [Fact]
    public void One_function_of_many_is_taken_out_and_the_last_one_is_not()
    {
        var booking = Booked(Today.PlusDays(10), functions: 2);
        booking.Option(Today.PlusDays(3), Today, 1);
        var out1 = booking.CancelFunction(booking.Functions[0].Id, "too long", Now);
        Assert.True(out1.IsCancelled);
        Assert.Null(out1.QueuedAs);
        Assert.Equal("too long", out1.CancelledBecause);
        Assert.Throws<HouseRuleException>(() => booking.CancelFunction(booking.Functions[1].Id, "all", Now));
    }

    [Fact]
    public void Every_tuesday_until_june_with_its_holidays()
    {
        var days = BookingSeries.Days(SeriesStep.Weeks, 1, new(2027, 4, 13), 1, new(2027, 5, 31), new Dictionary<LocalDate, string> { [new(2027, 5, 4)] = "Feast" });
        Assert.Equal([new(2027, 4, 20), new(2027, 4, 27), new(2027, 5, 4), new(2027, 5, 11), new(2027, 5, 18), new LocalDate(2027, 5, 25)], days.Select(day => day.Day));
        Assert.Equal("Feast", Assert.Single(days, day => day.Holiday is not null).Holiday);
    }

    [Fact]
    public void Every_second_tuesday_of_a_month_and_the_last_where_there_is_no_fifth()
    {
        Assert.Equal([new(2027, 5, 11), new(2027, 6, 8), new LocalDate(2027, 7, 13)], Months(new(2027, 4, 13), new(2027, 7, 31)));
        Assert.Equal([new(2027, 7, 27), new LocalDate(2027, 8, 31)], Months(new(2027, 6, 29), new(2027, 8, 31)));

        static IEnumerable<LocalDate> Months(LocalDate first, LocalDate until) => BookingSeries.Days(SeriesStep.Months, 1, first, 1, until, new Dictionary<LocalDate, string>()).Select(day => day.Day);
    }

    [Theory]
    [InlineData(SeriesStep.Days, 2, 3)]
    [InlineData(SeriesStep.Weeks, 1, 8)]
    public void A_booking_longer_than_the_interval_is_refused(SeriesStep step, int every, int length) =>
        Assert.Contains("longer than the interval", Assert.Throws<HouseRuleException>(() => BookingSeries.Days(step, every, Today, length, Today.PlusDays(90), new Dictionary<LocalDate, string>())).Message, StringComparison.Ordinal);

    [Fact]
    public void An_endless_series_is_refused() =>
        Assert.Throws<HouseRuleException>(() => BookingSeries.Days(SeriesStep.Days, 1, Today, 1, Today.PlusYears(3), new Dictionary<LocalDate, string>()));

    [Fact]
    public void A_challenged_option_signs_within_the_working_hours_or_lapses()
    {
        var booking = Booked(Today.PlusDays(60));
        booking.Option(Today.PlusDays(20), Today, 1);
        booking.Challenged(Now, Office, 16);
        Assert.Equal(Instant.FromUtc(2026, 11, 26, 9, 0), booking.ChallengeEndsAt); // Tuesday 10:00 and 16 working hours
        Assert.False(booking.HasLapsed(Today.PlusDays(2), booking.ChallengeEndsAt - Duration.FromSeconds(1)));
        Assert.True(booking.HasLapsed(Today.PlusDays(2), booking.ChallengeEndsAt));
        Assert.Throws<HouseRuleException>(() => booking.Prolong(Today.PlusDays(30), Today));
        Assert.Throws<HouseRuleException>(() => booking.Challenged(Now, Office, 16));
        booking.Lapse(Today.PlusDays(2), booking.ChallengeEndsAt!.Value);
        Assert.Equal((BookingStatus.Lost, LostReason.OptionExpired), (booking.Status, booking.LostFor));
        Assert.Null(booking.ChallengeEndsAt);
    }

    [Fact]
    public void One_that_signed_is_challenged_no_more()
    {
        var booking = Booked(Today.PlusDays(60));
        booking.Option(Today.PlusDays(20), Today, 1);
        booking.Challenged(Now, Office, 16);
        booking.Accept("Mira", Today, null);
        Assert.Null(booking.ChallengeEndsAt);
        Assert.Throws<HouseRuleException>(() => booking.Challenged(Now, Office, 16));
    }

    [Fact]
    public void A_client_prolongs_as_often_as_the_house_allows_and_never_while_somebody_waits()
    {
        var booking = Booked(Today.PlusDays(60));
        booking.Option(Today.PlusDays(2), Today, 1);
        Assert.Throws<HouseRuleException>(() => booking.Extend(7, 1, isAwaited: true, Today));
        booking.Extend(7, 1, isAwaited: false, Today);
        Assert.Equal(Today.PlusDays(9), booking.OptionOn);
        Assert.Throws<HouseRuleException>(() => booking.Extend(7, 1, isAwaited: false, Today));
    }

    [Fact]
    public void What_had_ended_is_open_again_as_it_was_before_it_held_anything()
    {
        var booking = Booked(Today.PlusDays(10));
        booking.Option(Today.PlusDays(3), Today, 1);
        booking.Lose(new BookingEnd(Today, "dear", LostReason.Competitor, "Adriatik"));
        booking.Reopen(wasQuoted: true, "they came back");
        Assert.Equal((BookingStatus.Quoted, null, null, null), (booking.Status, booking.LostFor, booking.Competitor, booking.OptionOn));
        Assert.Throws<HouseRuleException>(() => booking.Reopen(wasQuoted: true, "again"));
    }

    [Theory]
    [InlineData(82, 0)] // 10 % of 90 are free
    [InlineData(81, 0)]
    [InlineData(60, 21 * 50 * 0.5)]
    public void Fewer_people_cost_what_goes_beyond_the_tolerance(int people, double fee)
    {
        var first = Today.PlusDays(100);
        var cost = ReductionCost.Of(Contract(), 5, people, 0.10m, Today, first);
        Assert.Equal(Money.Of((decimal)fee, Currency.Eur), cost.Fee);
        Assert.Equal((90, 9), (cost.Contracted, cost.Free));
    }

    [Fact]
    public void A_function_that_does_not_take_place_costs_its_hire_too()
    {
        var cost = ReductionCost.Of(Contract(), 5, 0, 0.10m, Today, Today.PlusDays(100));
        Assert.Equal(Money.Of(((81 * 50m) + 600) * 0.5m, Currency.Eur), cost.Fee);
        Assert.Equal("90 contracted, 9 fewer are free; (81 x 50.00 EUR + 600.00 EUR) x 50 %", cost.Basis.ToString());
    }

    [Theory]
    [InlineData(90, 81, false)]
    [InlineData(90, 80, true)]
    [InlineData(90, 99, false)]
    [InlineData(90, 100, true)]
    public void A_number_more_than_a_tenth_off_the_contract_is_asked_for_twice(int contracted, int people, bool far) => Assert.Equal(far, Numbers.IsFarFrom(contracted, people));

    [Fact]
    public void Other_numbers_change_only_the_lines_that_follow_them()
    {
        var contract = Contract();
        Assert.Equal(contract.Gross, contract.GrossWith(new Dictionary<int, int> { [5] = 90 }));
        Assert.Equal(contract.Gross - Money.Of(10 * 50 * 1.2m, Currency.Eur), contract.GrossWith(new Dictionary<int, int> { [5] = 80 }));
    }

    private static Quote Contract() => new(1, "Q-1", 1, TaxMode.Exclusive, Currency.Eur, 90, Today,
    [
        new("Dinner", "Menu", Today, RevenueClass.Food, 90, new UnitPrice(50, Currency.Eur), "S", 0.2m, []) { FunctionId = 5, PerPerson = true },
        new("Dinner", "Hire", Today, RevenueClass.RoomHire, 1, new UnitPrice(600, Currency.Eur), "S", 0.2m, []) { FunctionId = 5 },
        new("Other", "Hire", Today, RevenueClass.RoomHire, 1, new UnitPrice(900, Currency.Eur), "S", 0.2m, []) { FunctionId = 6 },
    ])
    { Cancellation = "0-45:100; 46-90:75; 91-135:50" };

    private static Booking Booked(LocalDate day, int functions = 1)
    {
        var booking = Booking.Inquire(1, 1, "HC-2026-0001", "Annual meeting", null, Now);
        for (var i = 0; i < functions; i++)
        {
            var function = Function.Plan($"Meeting {i}", 1, SetupStyle.Theatre, day.PlusDays(i) + new LocalTime(9, 0), day.PlusDays(i) + new LocalTime(17, 0), 40, Tirana);
            typeof(Function).GetProperty(nameof(Function.Id))!.SetValue(function, i + 1);
            booking.Add(function);
        }

        return booking;
    }
}
