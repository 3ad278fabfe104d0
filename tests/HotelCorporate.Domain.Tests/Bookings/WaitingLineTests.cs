using CsCheck;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Bookings;

public sealed class WaitingLineTests
{
    private static readonly LocalDate Day = new(2026, 12, 1);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 9, 0);

    [Fact]
    public void Who_is_wholly_free_passes_those_that_wait_and_a_lapse_does_not_bring_back_who_is_still_blocked()
    {
        var diary = new Diary(1, lanes: 1);
        var first = diary.Ask(9, 12, 0);
        var b = diary.Ask(9, 17, 0);
        var c = diary.Ask(13, 17, 0);
        Assert.Equal([true, false, true], new[] { first, b, c }.Select(function => function.IsFirm));
        Assert.Equal(2, diary.Rank(b));

        diary.GiveUp(first);
        Assert.False(b.IsFirm);
        diary.GiveUp(c);
        Assert.True(b.IsFirm);
    }

    [Fact]
    public void The_shown_rank_counts_earlier_waiting_ones_that_overlap()
    {
        var diary = new Diary(1, lanes: 1);
        var ranks = new[] { diary.Ask(9, 17, 0), diary.Ask(9, 12, 0), diary.Ask(13, 17, 0), diary.Ask(10, 16, 0) };
        Assert.Equal([1, 2, 2, 4], ranks.Select(diary.Rank));
    }

    [Fact]
    public void A_shareable_atom_takes_the_lowest_free_lane()
    {
        var diary = new Diary(1, lanes: 3);
        var three = new[] { diary.Ask(9, 12, 0), diary.Ask(9, 12, 0), diary.Ask(9, 12, 0) };
        Assert.All(three, function => Assert.True(function.IsFirm));
        Assert.Equal([0, 1, 2], diary.Firm.Select(hold => hold.Lane));
        diary.GiveUp(three[1]);
        diary.Ask(11, 13, 0);
        Assert.Equal(1, diary.Firm[^1].Lane);
        Assert.False(diary.Ask(9, 17, 0).IsFirm);
    }

    [Fact]
    public void One_that_begins_when_the_other_is_cleared_does_not_wait()
    {
        var diary = new Diary(1, lanes: 1);
        diary.Ask(9, 12, 0);
        Assert.True(diary.Ask(12, 17, 0).IsFirm);
    }

    [Fact]
    public void A_combination_waits_for_each_of_its_atoms()
    {
        var diary = new Diary(2, lanes: 1);
        var west = diary.Ask(9, 12, 0);
        var east = diary.Ask(9, 12, 1);
        var both = diary.Ask(9, 12, 0, 1);
        diary.GiveUp(west);
        Assert.False(both.IsFirm);
        diary.GiveUp(east);
        Assert.True(both.IsFirm);
    }

    [Fact]
    public void Every_waiting_function_always_has_a_firm_one_in_its_way_and_no_two_firm_ones_meet() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 2], Gen.Select(Gen.Bool, Gen.Int[0, 20], Gen.Int[1, 6], Gen.Int[1, 7]).Array[1, 40]).Sample((atoms, lanes, steps) =>
        {
            var diary = new Diary(atoms, lanes);
            foreach (var (asks, a, hours, mask) in steps)
            {
                if (asks || diary.Asking.Count == 0)
                {
                    var wanted = Enumerable.Range(0, atoms).Where(atom => (mask >> atom & 1) == 1).ToArray();
                    diary.Ask(a, a + hours, wanted.Length == 0 ? [0] : wanted);
                }
                else diary.GiveUp(diary.Asking[a % diary.Asking.Count]);

                if (!diary.IsSound()) return false;
            }

            return true;
        });

    /// <summary>A day's rooms in memory: each function is a booking of its own.</summary>
    private sealed class Diary(int atoms, int lanes)
    {
        private readonly List<Atom> _atoms = [.. Enumerable.Range(1, atoms).Select(id => With(new Atom { PropertyId = 1, Name = $"Room {id}", Lanes = lanes }, id))];
        private readonly Dictionary<Function, (Booking Booking, Atom[] Atoms)> _asked = [];
        private long _place;

        public List<Hold> Firm { get; } = [];

        public List<Function> Asking => [.. _asked.Keys];

        public Function Ask(int from, int to, params int[] wanted)
        {
            var start = Day.AtMidnight();
            var function = Function.Plan("Meeting", 1, SetupStyle.Theatre, start.PlusHours(from), start.PlusHours(to), 10, DateTimeZone.Utc, new SetupTimes(0, 0));
            var id = (int)++_place;
            With(function, id);
            typeof(Function).GetProperty(nameof(Function.BookingId))!.SetValue(function, id);
            var booking = Booking.Inquire(1, 1, "HC", "Meeting", null, Now);
            booking.Add(function);
            booking.Option(Day, Day, id);
            _asked[function] = (booking, [.. wanted.Select(index => _atoms[index])]);
            WaitingLine.Promote([function], AtomsOf, Firm);
            return function;
        }

        public void GiveUp(Function function)
        {
            _asked[function].Booking.GiveBack();
            _asked.Remove(function);
            Firm.RemoveAll(hold => hold.FunctionId == function.Id);
            WaitingLine.Promote(_asked.Keys, AtomsOf, Firm);
        }

        public int? Rank(Function function) => WaitingLine.Rank(function, _asked.Keys, AtomsOf);

        public bool IsSound() =>
            _asked.Keys.Where(function => function.IsWaiting).All(function => Lanes.Free(AtomsOf(function), function.Occupation, Firm) is null)
            && _asked.Keys.Where(function => function.IsFirm).All(function => Firm.Count(hold => hold.FunctionId == function.Id) == AtomsOf(function).Count)
            && Firm.All(hold => !Firm.Exists(other => other != hold && other.AtomId == hold.AtomId && other.Lane == hold.Lane && other.From < hold.Until && hold.From < other.Until));

        private IReadOnlyList<Atom> AtomsOf(Function function) => _asked[function].Atoms;

        private static T With<T>(T item, int id)
        {
            typeof(T).GetProperty("Id")!.SetValue(item, id);
            return item;
        }
    }
}
