using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;
using static HotelCorporate.Domain.Bookings.BookingStatus;

namespace HotelCorporate.Domain.Tests.Bookings;

public sealed class BookingStatusTests
{
    private static readonly LocalDate Today = new(2026, 11, 24);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 9, 0);

    [Fact]
    public void The_table_allows_what_the_house_rules_name_and_nothing_else()
    {
        var open = new Dictionary<BookingStatus, BookingStatus[]>
        {
            [Inquiry] = [Quoted, Tentative, Definite, TurnedDown, Lost],
            [Quoted] = [Tentative, Definite, TurnedDown, Lost],
            [Tentative] = [Quoted, Definite, TurnedDown, Lost],
            [Definite] = [Actual, Cancelled],
            [Actual] = [Closed],
            [Closed] = [], [TurnedDown] = [], [Lost] = [], [Cancelled] = [],
        };
        foreach (var (from, to) in open)
            Assert.Equal(to, Enum.GetValues<BookingStatus>().Where(In(from).May));
    }

    /// <summary>Every status x every verb: allowed, or refused with a reason and without a trace.</summary>
    [Fact]
    public void Every_verb_in_every_status_is_done_or_refused_with_its_reason()
    {
        BookingStatus[] open = [Inquiry, Quoted, Tentative], live = [.. open, Definite, Actual], all = Enum.GetValues<BookingStatus>();
        (string Verb, BookingStatus[] May, Action<Booking> Do)[] verbs =
        [
            ("offer", live, booking => booking.Offer()),
            ("hold on option", [Inquiry, Quoted], booking => booking.Option(Today.PlusDays(2), Today, 1)),
            ("prolong", [Tentative], booking => booking.Prolong(Today.PlusDays(9), Today)),
            ("prolong as the client", [Tentative], booking => booking.Extend(7, 1, isAwaited: false, Today)),
            ("challenge", [Tentative], booking => booking.Challenged(Now, new WorkingHours(new(9, 0), new(17, 0), DateTimeZone.Utc), 16)),
            ("lapse", [Tentative], booking => booking.Lapse(Today.PlusDays(30), Now + Duration.FromDays(30))),
            ("give the option back", [Tentative], booking => booking.GiveBack()),
            ("accept", [.. live, Closed], booking => booking.Accept("Mira", Today, null)),
            ("make definite", [], booking => booking.Confirm(1)),
            ("accept and make definite", open, booking => Both(() => booking.Accept("Mira", Today, null), () => booking.Confirm(1))),
            ("lose", open, booking => booking.Lose(new BookingEnd(Today, "price"))),
            ("turn down", open, booking => booking.TurnDown(new BookingEnd(Today, "full"))),
            ("cancel", [Definite], booking => booking.Cancel(new BookingEnd(Today, "no budget"))),
            ("begin", [Definite], booking => booking.Begin(Instant.FromUtc(2026, 12, 4, 9, 0))),
            ("close", [Actual], booking => Both(() => booking.Functions[0].Serve(40), () => booking.Close(isInvoiced: true))),
            ("open again", [Lost, TurnedDown, Cancelled], booking => booking.Reopen(wasQuoted: false, "they came back")),
            ("guarantee", [Tentative, Definite], booking => booking.Count(0, 50, null, deadlineIsOver: false)),
            ("count who came", [Actual], booking => booking.Count(0, null, 50, deadlineIsOver: false)),
            ("add a function", [.. live], booking => booking.Add(Function.Plan("Dinner", 2, SetupStyle.Banquet, Today.PlusDays(10).At(new(20, 0)), Today.PlusDays(10).At(new(23, 0)), 40, DateTimeZone.Utc), place: 2)),
            ("move by days", [.. open, Definite], booking => booking.MovesBy(3)),
            ("copy", all, booking => booking.CopyBy(3, null, DateTimeZone.Utc, Now)),
        ];
        foreach (var status in all)
            foreach (var (verb, may, act) in verbs)
            {
                var booking = In(status);
                var (before, version) = (booking.Status, booking.Version);
                var refusal = Record.Exception(() => act(booking));
                if (may.Contains(status)) Assert.True(refusal is null, $"{status}: {verb} is refused: {refusal?.Message}");
                else if (verb == "accept and make definite") Assert.IsType<HouseRuleException>(refusal);
                else Assert.True(refusal is HouseRuleException { Message.Length: > 10 } && (before, version) == (booking.Status, booking.Version), $"{status}: {verb} is not refused, or leaves a trace: {refusal?.Message}");
            }

        static void Both(Action first, Action second)
        {
            first();
            second();
        }
    }

    [Fact]
    public void A_refused_move_leaves_the_booking_as_it_was()
    {
        var booking = In(Lost);
        var refusal = Assert.Throws<HouseRuleException>(() => booking.Option(Today, Today, 1));
        Assert.Equal(Lost, booking.Status);
        Assert.Contains("Lost", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_is_not_given_for_a_day_that_is_over() => Assert.Throws<HouseRuleException>(() => In(Inquiry).Option(Today.PlusDays(-1), Today, 1));

    [Fact]
    public void An_option_for_today_is_given_and_lapses_tomorrow()
    {
        var booking = In(Inquiry);
        booking.Option(Today, Today, 1);
        Assert.False(booking.HasLapsed(Today));
        Assert.True(booking.HasLapsed(Today.PlusDays(1)));
    }

    [Fact]
    public void Nothing_is_definite_before_the_client_accepted() =>
        Assert.Contains("not accepted", Assert.Throws<HouseRuleException>(() => In(Tentative).Confirm(1)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(Lost)]
    [InlineData(TurnedDown)]
    [InlineData(Cancelled)]
    public void An_acceptance_of_what_is_over_is_refused(BookingStatus over) => Assert.Throws<HouseRuleException>(() => In(over).Accept("Mira", Today, null));

    [Fact]
    public void Losing_cancelling_and_turning_down_ask_why()
    {
        Assert.Throws<HouseRuleException>(() => In(Quoted).Lose(new BookingEnd(Today, " ")));
        Assert.Throws<HouseRuleException>(() => In(Quoted).TurnDown(new BookingEnd(Today, "")));
        Assert.Throws<HouseRuleException>(() => In(Definite).Cancel(new BookingEnd(Today, "")));
    }

    [Fact]
    public void It_is_not_closed_before_everybody_is_counted_and_it_is_invoiced()
    {
        Assert.Contains("came", Assert.Throws<HouseRuleException>(() => In(Actual).Close(isInvoiced: true)).Message, StringComparison.Ordinal);
        Assert.Contains("invoice", Assert.Throws<HouseRuleException>(() => In(Actual).Close(isInvoiced: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_does_not_begin_before_its_first_function() => Assert.Throws<HouseRuleException>(() => In(Definite).Begin(Now.Plus(Duration.FromDays(9))));

    [Fact]
    public void Each_change_raises_the_version()
    {
        var booking = In(Inquiry);
        var before = booking.Version;
        booking.Option(Today, Today, 1);
        Assert.True(booking.Version > before);
    }

    [Theory]
    [InlineData(90, 0.05, 95)]
    [InlineData(90, 0.03, 93)]
    public void Places_are_set_for_the_guarantee_and_the_overset(int guaranteed, double overset, int set) => Assert.Equal(set, Numbers.Set(guaranteed, (decimal)overset));

    [Theory]
    [InlineData(90, 97, 97)]
    [InlineData(90, 82, 90)]
    [InlineData(90, null, 90)]
    public void The_guarantee_is_charged_or_who_came_when_they_were_more(int guaranteed, int? actual, int charged) =>
        Assert.Equal(charged, Numbers.Charged(guaranteed, actual));

    [Fact]
    public void After_the_deadline_a_guarantee_only_goes_up()
    {
        Assert.Equal(80, Numbers.Guarantee(80, 90, deadlineIsOver: false));
        Assert.Equal(91, Numbers.Guarantee(91, 90, deadlineIsOver: true));
        Assert.Throws<HouseRuleException>(() => Numbers.Guarantee(89, 90, deadlineIsOver: true));
    }

    /// <summary>A booking of one day, ten days from now, brought to the status by its own verbs.</summary>
    private static Booking In(BookingStatus status)
    {
        var booking = Booking.Inquire(1, 1, "HC-2026-0001", "Annual meeting", null, Now);
        var day = Today.PlusDays(10);
        booking.Add(Function.Plan("Meeting", 1, SetupStyle.Theatre, day + new LocalTime(9, 0), day + new LocalTime(17, 0), 40, DateTimeZone.Utc));
        if (status is Quoted or Tentative) booking.Option(Today, Today, 1);
        if (status == Quoted) booking.GiveBack();
        if (status == Lost) booking.Lose(new BookingEnd(Today, "price"));
        if (status == TurnedDown) booking.TurnDown(new BookingEnd(Today, "full"));
        if (status is not (Definite or Actual or Closed or Cancelled)) return booking;
        booking.Accept("Mira", Today, "PO-1");
        booking.Confirm(1);
        if (status == Cancelled) booking.Cancel(new BookingEnd(Today, "no budget"));
        if (status is Actual or Closed) booking.Begin(Instant.FromUtc(2026, 12, 4, 9, 0));
        if (status != Closed) return booking;
        foreach (var function in booking.Functions) function.Serve(41);
        booking.Close(isInvoiced: true);
        return booking;
    }
}
