using CsCheck;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Bookings;

/// <summary>Functions moved and stretched, kept between sessions, and a whole house of nested combinations in which that goes on for years.</summary>
public sealed class ProgrammeTests
{
    private const int Steps = 20_000;
    private static readonly DateTimeZone Tirana = DateTimeZoneProviders.Tzdb["Europe/Tirane"];
    private static readonly LocalDate Day = new(2027, 3, 9);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 9, 0);

    [Fact]
    public void A_24_hour_hold_keeps_the_room_set_from_one_session_to_the_next()
    {
        var booking = Asked(Session(1, 9, 17, days: 0), Session(1, 9, 17, days: 1), Session(1, 9, 17, days: 3));
        Number(booking);
        booking.Rearrange([.. booking.Functions.Select(function => Stay(function) with { Use = new FunctionUse(true, false, false, false, false) })], SetupTimes.For, 1, Tirana, Now);
        var (first, second, third) = (booking.Functions[0], booking.Functions[1], booking.Functions[2]);
        Assert.Equal(second.StartsAt, first.OccupiedUntil);
        Assert.Equal(second.StartsAt, second.OccupiedFrom);
        Assert.Equal(second.EndsAt + Duration.FromMinutes(30), second.OccupiedUntil); // two nights are no session's pause
        Assert.Equal(third.StartsAt - Duration.FromMinutes(45), third.OccupiedFrom);
    }

    [Fact]
    public void Sessions_that_touch_are_one_under_a_24_hour_hold_and_meet_without_it()
    {
        Assert.Contains("same room at the same time", Assert.Throws<HouseRuleException>(() => Asked(Session(1, 9, 12), Session(1, 12, 17))).Message, StringComparison.Ordinal);
        var booking = Booking.Inquire(1, 1, "HC-1", "Forum", null, Now);
        var kept = new FunctionUse(true, false, false, false, false);
        booking.Add(Session(1, 9, 12), kept, null);
        booking.Add(Session(1, 12, 17), kept, null);
        Assert.Equal(booking.Functions[1].OccupiedFrom, booking.Functions[0].OccupiedUntil);
    }

    [Theory]
    [InlineData("2026-11-24T09:30", "2026-11-24T12:00", "would start in the past")]
    [InlineData("2027-03-28T02:30", "2027-03-28T06:00", "does not exist")]
    [InlineData("2027-10-31T02:30", "2027-10-31T06:00", "comes twice")]
    [InlineData("2027-03-09T09:00", "2027-03-09T09:00", "ends before it starts")]
    [InlineData("2027-03-09T09:00", "2027-04-09T09:00", "at most 31 days")]
    public void An_impossible_time_is_refused_with_its_reason(string start, string end, string why)
    {
        var booking = Number(Asked(Session(1, 9, 17)));
        var refusal = Assert.Throws<HouseRuleException>(() => booking.Rearrange([new FunctionMove(1, 1, Read(start), Read(end))], SetupTimes.For, 1, Tirana, Now));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_what_has_begun_only_the_end_changes_and_what_has_ended_stays()
    {
        var booking = Number(Asked(Session(1, 9, 17)));
        var during = booking.Functions[0].StartsAt + Duration.FromHours(1);
        Assert.Contains("Only its end", Refusal(Stay(booking.Functions[0]) with { SpaceId = 2 }, during), StringComparison.Ordinal);
        Assert.Contains("ended already", Refusal(Stay(booking.Functions[0]) with { End = Day.At(new LocalTime(9, 30)) }, during), StringComparison.Ordinal);
        booking.Rearrange([Stay(booking.Functions[0]) with { End = Day.At(new LocalTime(19, 0)) }], SetupTimes.For, 1, Tirana, during);
        Assert.Equal(new LocalTime(19, 0), booking.Functions[0].End.TimeOfDay);
        booking.Lose(new BookingEnd(Day, "Price"));
        Assert.Contains("stay where they are", Refusal(Stay(booking.Functions[0]), Now), StringComparison.Ordinal);

        string Refusal(FunctionMove move, Instant now) => Assert.Throws<HouseRuleException>(() => Number(booking).Rearrange([move], SetupTimes.For, 1, Tirana, now)).Message;
    }

    [Fact]
    public void A_waiting_one_that_asks_for_less_keeps_its_place_and_one_that_asks_for_more_goes_to_the_end()
    {
        var booking = Number(Asked(Session(1, 9, 17)));
        booking.Option(Day, Day, place: 3);
        booking.Rearrange([Stay(booking.Functions[0]) with { End = Day.At(new LocalTime(16, 0)) }], SetupTimes.For, 8, Tirana, Now);
        Assert.Equal(3, booking.Functions[0].QueuedAs);
        booking.Rearrange([Stay(booking.Functions[0]) with { End = Day.At(new LocalTime(18, 0)) }], SetupTimes.For, 8, Tirana, Now);
        Assert.Equal(8, booking.Functions[0].QueuedAs);
    }

    [Fact]
    public void Twenty_thousand_steps_in_a_house_of_nested_combinations_break_no_rule() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1000], Gen.Int[0, 5], Gen.Int[0, 200], Gen.Int[1, 12]).Array[Steps].Sample(steps =>
        {
            var house = new House();
            foreach (var (verb, which, space, from, hours) in steps)
            {
                house.Do(verb, which, space, from, hours);
                if (house.Broken() is { } broken) throw new InvalidOperationException(broken);
            }
        }, iter: 1, threads: 1);

    private static LocalDateTime Read(string text) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;

    private static Function Session(int space, int from, int until, int days = 0) =>
        Function.Plan("Session", space, SetupStyle.Theatre, Day.PlusDays(days).At(new LocalTime(from, 0)), Day.PlusDays(days).At(new LocalTime(until, 0)), 20, Tirana);

    private static FunctionMove Stay(Function function) => new(function.Id, function.SpaceId!.Value, function.Start, function.End);

    private static Booking Asked(params Function[] functions)
    {
        var booking = Booking.Inquire(1, 1, "HC-1", "Forum", null, Now);
        foreach (var function in functions) booking.Add(function);
        return booking;
    }

    private static Booking Number(Booking booking)
    {
        for (var i = 0; i < booking.Functions.Count; i++) typeof(Function).GetProperty(nameof(Function.Id))!.SetValue(booking.Functions[i], i + 1);
        return booking;
    }

    /// <summary>Three rooms of which the last takes two groups, sold alone and as A+B, B+C, A+B+C; what is held is kept as the database keeps it.</summary>
    private sealed class House
    {
        private static readonly int[][] Spaces = [[1], [2], [3], [1, 2], [2, 3], [1, 2, 3]];
        private readonly Atom[] _atoms = [.. new[] { 1, 1, 2 }.Select((lanes, i) => With(new Atom { PropertyId = 1, Name = "ABC"[i..(i + 1)], Lanes = lanes }, i + 1))];
        private readonly List<Booking> _bookings = [];
        private readonly List<Hold> _firm = [];
        private int _number;

        private IEnumerable<Function> Functions => _bookings.Select(booking => booking.Functions[0]);

        public void Do(int verb, int which, int space, int from, int hours)
        {
            var start = Day.AtMidnight().PlusHours(from);
            var booking = _bookings.Count == 0 ? null : _bookings[which % _bookings.Count];
            if (booking is null || (verb < 4 && _bookings.Count < 60)) Ask(space, start, hours, exclusive: which % 5 == 0);
            else if (verb < 7) Move(booking, space, start, hours);
            else if (verb == 7 && _firm.Find(hold => hold.ClosureId is not null) is { } closed) Lift(closed.ClosureId!.Value);
            else if (verb == 8) Close(space, start, hours);
            else GiveUp(booking);
        }

        /// <summary>What is wrong; null when nothing is.</summary>
        public string? Broken()
        {
            var living = Functions.ToDictionary(function => function.Id);
            if (_firm.Exists(hold => _firm.Exists(other => other != hold && other.AtomId == hold.AtomId && other.Lane == hold.Lane && other.Occupation.Overlaps(hold.Occupation)))) return "Two holds meet.";
            if (_firm.Exists(hold => hold.FunctionId is { } id && !(living.TryGetValue(id, out var function) && function.IsFirm && function.Occupation == hold.Occupation))) return "A hold holds for nobody, or for another time.";
            if (living.Values.Any(function => function.IsFirm && AtomsOf(function).Any(atom => !_firm.Exists(hold => hold.FunctionId == function.Id && hold.AtomId == atom.Id)))) return "A firm one holds too little.";
            return living.Values.FirstOrDefault(function => function.IsWaiting && Lanes.Free(AtomsOf(function), function.Occupation, _firm, function.IsExclusive) is not null) is null ? null : "A free hall is refused.";
        }

        private void Ask(int space, LocalDateTime start, int hours, bool exclusive)
        {
            var booking = Booking.Inquire(1, 1, "HC", "Meeting", null, Now);
            var function = With(Function.Plan("Meeting", space + 1, SetupStyle.Theatre, start, start.PlusHours(hours), 10, DateTimeZone.Utc, new SetupTimes(0, 0)), ++_number);
            typeof(Function).GetProperty(nameof(Function.BookingId))!.SetValue(function, _number);
            booking.Add(function, new FunctionUse(false, false, exclusive, false, false), null);
            booking.Option(Day, Day, _number);
            _bookings.Add(booking);
            Try();
        }

        private void Move(Booking booking, int space, LocalDateTime start, int hours)
        {
            var id = booking.Functions[0].Id;
            foreach (var changed in booking.Rearrange([new FunctionMove(id, space + 1, start, start.PlusHours(hours))], SetupTimes.For, ++_number, DateTimeZone.Utc, Now)) _firm.RemoveAll(hold => hold.FunctionId == changed.Id);
            Try();
        }

        private void GiveUp(Booking booking)
        {
            _bookings.Remove(booking);
            _firm.RemoveAll(hold => hold.FunctionId == booking.Functions[0].Id);
            booking.GiveBack();
            Try();
        }

        private void Close(int space, LocalDateTime start, int hours)
        {
            var taken = new Occupation(start.InUtc().ToInstant(), start.PlusHours(hours).InUtc().ToInstant());
            if (Lanes.Free(Of(space), taken, _firm, exclusive: true) is not { } free) return;
            var closure = ++_number;
            _firm.AddRange(free.Select(lane => new Hold(null, null, lane.Atom.Id, lane.Lane, taken.From, taken.Until) { ClosureId = closure }));
        }

        private void Lift(int closure)
        {
            _firm.RemoveAll(hold => hold.ClosureId == closure);
            Try();
        }

        private void Try() => WaitingLine.Promote(Functions, AtomsOf, _firm);

        private IReadOnlyList<Atom> AtomsOf(Function function) => Of(function.SpaceId!.Value - 1);

        private Atom[] Of(int space) => [.. Spaces[space].Select(atom => _atoms[atom - 1])];

        private static T With<T>(T item, int id)
        {
            typeof(T).GetProperty("Id")!.SetValue(item, id);
            return item;
        }
    }
}
