using CsCheck;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Bookings;

public sealed class DeadlineTests
{
    private static readonly DateTimeZone Tirana = DateTimeZoneProviders.Tzdb["Europe/Tirane"];
    private static readonly DeadlineClock Clock = new(Tirana, 3, new(9, 0));
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 9, 0);
    private static readonly LocalDate Today = new(2026, 11, 24);
    private static readonly DeadlineFacts Nothing = new(null, null, null, null, [], null);

    [Fact]
    public void A_date_alone_is_missed_once_the_hotels_date_is_later_and_one_with_a_time_at_that_time()
    {
        Assert.Equal(Tirana.AtStartOfDay(new LocalDate(2026, 12, 2)).ToInstant(), Clock.MissedFrom(new(2026, 12, 1), null));
        Assert.Equal(Instant.FromUtc(2026, 12, 1, 9, 0), Clock.MissedFrom(new(2026, 12, 1), new(10, 0)));
    }

    [Theory]
    [InlineData(2027, 3, 28)]
    [InlineData(2027, 10, 31)]
    public void On_the_days_on_which_the_clock_changes_it_is_missed_at_the_midnight_of_the_wall(int year, int month, int day)
    {
        var on = new LocalDate(year, month, day);
        var missed = Clock.MissedFrom(on, null);
        Assert.Equal(on.PlusDays(1).AtMidnight(), missed.InZone(Tirana).LocalDateTime);
        Assert.Equal(on, missed.Minus(Duration.FromNanoseconds(100)).InZone(Tirana).Date);
    }

    [Fact]
    public void It_reminds_once_on_the_morning_some_days_before_and_then_is_missed_once()
    {
        var row = new Deadline(Booked(BookingStatus.Tentative), new(DeadlineKind.Option, 0, Today.PlusDays(10)), Clock, Now);
        Assert.Equal(DeadlineWake.Nothing, row.Wake(Now));
        var morning = Tirana.AtLeniently(Today.PlusDays(7) + new LocalTime(9, 0)).ToInstant();
        Assert.Equal(morning, row.WakesAt);
        Assert.Equal(DeadlineWake.Remind, row.Wake(morning));
        Assert.Equal(DeadlineWake.Nothing, row.Wake(morning + Duration.FromHours(1)));
        Assert.Equal(DeadlineWake.Missed, row.Wake(row.DueAt));
        Assert.True(row.IsMissed(row.DueAt));
        Assert.Equal(DeadlineWake.Nothing, row.Wake(row.DueAt + Duration.FromDays(30)));
    }

    [Fact]
    public void One_that_is_found_late_is_missed_and_not_reminded_of_any_more()
    {
        var row = new Deadline(Booked(BookingStatus.Tentative), new(DeadlineKind.Option, 0, Today.PlusDays(10)), Clock, Now);
        Assert.Equal(DeadlineWake.Missed, row.Wake(Now + Duration.FromDays(60)));
        Assert.Null(row.WakesAt);
    }

    [Fact]
    public void One_that_is_nearer_than_the_reminder_reminds_on_the_next_morning_or_not_at_all()
    {
        Assert.Equal(Tirana.AtLeniently(Today.PlusDays(1) + new LocalTime(9, 0)).ToInstant(), new Deadline(Booked(BookingStatus.Tentative), new(DeadlineKind.Option, 0, Today.PlusDays(1)), Clock, Now).WakesAt);
        var tonight = new Deadline(Booked(BookingStatus.Tentative), new(DeadlineKind.Option, 0, Today), Clock, Now);
        Assert.Equal(tonight.DueAt, tonight.WakesAt);
    }

    [Fact]
    public void A_day_that_was_set_by_hand_follows_no_rule_and_moves_with_the_booking()
    {
        var row = new Deadline(Booked(BookingStatus.Definite), new(DeadlineKind.MenuChoice, 0, Today.PlusDays(20)), Clock, Now);
        Assert.True(row.Follow(new(DeadlineKind.MenuChoice, 0, Today.PlusDays(25)), Clock, Now));
        Assert.Equal(Today.PlusDays(25), row.DueOn);
        row.MoveTo(Today.PlusDays(22), Clock, Now);
        Assert.False(row.Follow(new(DeadlineKind.MenuChoice, 0, Today.PlusDays(30)), Clock, Now));
        row.Shift(7, Clock, Now);
        Assert.Equal(Today.PlusDays(29), row.DueOn);
        Assert.Throws<HouseRuleException>(() => row.MoveTo(Today.PlusDays(-1), Clock, Now));
    }

    [Fact]
    public void What_a_person_did_stays_done_and_what_the_facts_closed_opens_again_with_them()
    {
        var done = new Deadline(Booked(BookingStatus.Definite), new(DeadlineKind.MenuChoice, 0, Today.PlusDays(20)), Clock, Now);
        done.Finish(by: 7, Now);
        Assert.False(done.Follow(new(DeadlineKind.MenuChoice, 0, Today.PlusDays(25)), Clock, Now));
        Assert.Null(done.WakesAt);
        Assert.Throws<HouseRuleException>(() => done.MoveTo(Today.PlusDays(3), Clock, Now));

        var closed = new Deadline(Booked(BookingStatus.Definite), new(DeadlineKind.Deposit, 1, Today.PlusDays(20)), Clock, Now);
        closed.Finish(by: null, Now);
        Assert.True(closed.Follow(new(DeadlineKind.Deposit, 1, Today.PlusDays(20)), Clock, Now));
        Assert.True(closed.IsOpen);
    }

    [Fact]
    public void An_option_keeps_its_day_and_that_of_the_offer()
    {
        var wanted = BookingDeadlines.Of(Booked(BookingStatus.Tentative), Nothing with { OfferValidUntil = Today.PlusDays(14) });
        Assert.Equal([new(DeadlineKind.QuoteValid, 0, Today.PlusDays(14)), new DeadlineWish(DeadlineKind.Option, 0, Today.PlusDays(5))], wanted);
    }

    [Fact]
    public void A_contract_keeps_every_date_that_it_names()
    {
        var facts = new DeadlineFacts(null, Today.PlusDays(30), Today.PlusDays(40).At(new(10, 0)), Today.PlusDays(43), [(1, Today.PlusDays(2)), (2, Today.PlusDays(20))], new BlockDates(Today.PlusDays(15), Today.PlusDays(12), [Today.PlusDays(8), Today.PlusDays(10)]));
        var wanted = BookingDeadlines.Of(Booked(BookingStatus.Definite), facts);
        Assert.Equal(
            [DeadlineKind.Deposit, DeadlineKind.Deposit, DeadlineKind.BlockReview, DeadlineKind.BlockReview, DeadlineKind.CutOff, DeadlineKind.RoomingList, DeadlineKind.MenuChoice, DeadlineKind.Guarantee, DeadlineKind.SignedSheet],
            wanted.Select(wish => wish.Kind).Order());
        Assert.Equal(new LocalTime(10, 0), wanted.Single(wish => wish.Kind == DeadlineKind.Guarantee).At);
    }

    [Fact]
    public void A_final_number_for_every_function_closes_its_deadline()
    {
        var booking = Booked(BookingStatus.Definite);
        var facts = Nothing with { GuaranteeUntil = Today.PlusDays(40).At(new(10, 0)) };
        Assert.Contains(BookingDeadlines.Of(booking, facts), wish => wish.Kind == DeadlineKind.Guarantee);
        Assert.Single(booking.GuaranteeExpected());
        Assert.Equal(40, booking.Functions[0].Guaranteed);
        Assert.DoesNotContain(BookingDeadlines.Of(booking, facts), wish => wish.Kind == DeadlineKind.Guarantee);
    }

    [Fact]
    public void Nothing_is_wanted_of_what_has_ended() =>
        Assert.All([BookingStatus.Lost, BookingStatus.TurnedDown, BookingStatus.Cancelled], status => Assert.Empty(BookingDeadlines.Of(Booked(status), Nothing with { OfferValidUntil = Today, OpenDeposits = [(1, Today)] })));

    /// <summary>Whatever order the facts come in, the open rows are exactly what is wanted.</summary>
    [Fact]
    public void The_open_rows_are_always_what_is_wanted() => Gen.Select(Gen.Int[0, 3].Array[1, 12], Gen.Int[1, 60].Array[12]).Sample((steps, days) =>
    {
        var booking = Booked(BookingStatus.Inquiry);
        var rows = new List<Deadline>();
        var facts = Nothing;
        foreach (var (step, i) in steps.Select((step, i) => (step, i)))
        {
            if (step == 0 && booking.Status == BookingStatus.Inquiry) booking.Option(Today.PlusDays(days[i]), Today, 1);
            else if (step == 1) facts = facts with { OfferValidUntil = facts.OfferValidUntil is null ? Today.PlusDays(days[i]) : null };
            else if (step == 2 && booking.May(BookingStatus.Definite)) (booking, facts) = (Confirmed(booking), facts with { MenuChoiceOn = Today.PlusDays(days[i]), OpenDeposits = [(1, Today.PlusDays(days[i]))] });
            else if (step == 3) facts = facts with { OpenDeposits = [] };
            BookingDeadlines.Follow(booking, facts, rows, Clock, Now, rows.Add);
            var wanted = BookingDeadlines.Of(booking, facts).Select(wish => (wish.Kind, wish.Part, wish.On)).Order().ToList();
            if (!rows.Where(row => row.IsOpen).Select(row => (row.Kind, row.Part, row.DueOn)).Order().SequenceEqual(wanted)) return false;
        }

        return true;
    });

    private static Booking Confirmed(Booking booking)
    {
        booking.Accept("Mira", Today, null);
        booking.Confirm(1);
        return booking;
    }

    private static Booking Booked(BookingStatus status)
    {
        var booking = Booking.Inquire(1, 1, "HC-2026-0001", "Annual meeting", 7, Now);
        var day = Today.PlusDays(50);
        booking.Add(Function.Plan("Meeting", 1, SetupStyle.Theatre, day + new LocalTime(9, 0), day + new LocalTime(17, 0), 40, Tirana));
        if (status is BookingStatus.Tentative or BookingStatus.Lost) booking.Option(Today.PlusDays(5), Today, 1);
        if (status == BookingStatus.Lost) booking.Lose(new BookingEnd(Today, "price"));
        if (status == BookingStatus.TurnedDown) booking.TurnDown(new BookingEnd(Today, "full"));
        if (status is not (BookingStatus.Definite or BookingStatus.Cancelled)) return booking;
        Confirmed(booking);
        if (status == BookingStatus.Cancelled) booking.Cancel(new BookingEnd(Today, "no budget"));
        return booking;
    }
}
