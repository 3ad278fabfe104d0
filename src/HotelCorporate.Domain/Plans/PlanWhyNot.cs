using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Plans;

/// <summary>Says of an event that does not fit on given days what stands in the way, and looks for what would help. Every repair that it names was tried. Pure.</summary>
/// <param name="spaces">Of the hotel, those off sale too.</param>
/// <param name="taken">With whom to name; at least three hours around the event.</param>
/// <param name="timesFor">The hotel's minutes for a style.</param>
public sealed class PlanWhyNot(EventPlanning planning, IReadOnlyList<Space> spaces, IReadOnlyList<TakenTime> taken, Func<SetupStyle, SetupTimes> timesFor)
{
    private const int Steps = 100_000;
    private const int QuarterHour = 15;
    private const int LongestShift = 180;
    private const int MostRepairs = 8;

    private static readonly PlanRule[] Rules = Enum.GetValues<PlanRule>();

    /// <returns>Null when the event fits then, or when nobody could tell.</returns>
    public PlanRefusal? Explain(LocalDate first)
    {
        if (planning.Clock(first) is { } clock) return new PlanRefusal(first, clock, [], [], []);
        var problem = planning.At(first);
        var functions = planning.Wish.Functions;
        List<HomelessFunction> homeless = [.. functions.Where((_, i) => problem.Options[i].Count == 0).Select(function => new HomelessFunction(function, Ask(function, first)))];
        if (homeless.Count == 0 && PlanSearch.Fits(problem, Steps) != false) return null;

        var together = homeless.Count > 0 ? [] : Core(first);
        List<CrowdedFunction> crowded = [.. together.Select(function => new CrowdedFunction(function, [.. problem.Options[Place(function)].Select(option => problem.House.Spaces[option.Space])]))];
        var repairs = Rules.Where(Has).Select(rule => (PlanRepair)new PlanRepair.Without(rule) { ThenAllFits = Fits(Without(rule), first) }).Where(repair => repair.ThenAllFits)
            .Concat(homeless.SelectMany(lost => Repairs(lost, first)))
            .Concat(together.SelectMany(function => Moved(function, Shifts().Select(minutes => (minutes, function.ShiftedBy(minutes))), first).Where(repair => repair.ThenAllFits).Take(1)))
            .Concat(together.SelectMany(function => Restyled(function, first).Where(repair => repair.ThenAllFits)));
        return new PlanRefusal(first, null, homeless, crowded, [.. repairs.OrderBy(repair => !repair.ThenAllFits).ThenBy(repair => repair.Distance).Take(MostRepairs)]);
    }

    private IReadOnlyList<SpaceAnswer> Ask(WishedFunction function, LocalDate first) => SpaceSearch.Search(planning.Question(function, first), spaces, taken);

    private int Place(WishedFunction function) => planning.Wish.Functions.TakeWhile(other => !ReferenceEquals(other, function)).Count();

    /// <summary>The functions that stand in each other's way: leaves out one after the other for as long as the rest still does not fit.</summary>
    private List<WishedFunction> Core(LocalDate first)
    {
        List<WishedFunction> core = [.. planning.Wish.Functions];
        foreach (var function in planning.Wish.Functions)
        {
            List<WishedFunction> rest = [.. core.Where(other => !ReferenceEquals(other, function))];
            if (rest.Count > 0 && PlanSearch.Fits(planning.With(planning.Wish.Only(rest)).At(first), Steps) == false) core = rest;
        }

        return core;
    }

    private IEnumerable<PlanRepair> Repairs(HomelessFunction lost, LocalDate first)
    {
        var shifts = lost.Answers.SelectMany(answer => answer.Repairs).OfType<SpaceRepair.Shift>().Select(shift => shift.Minutes).Distinct().OrderBy(Math.Abs).ThenBy(minutes => minutes).Take(3);
        var lapsing = lost.Answers.SelectMany(answer => answer.Repairs.OfType<SpaceRepair.OptionLapses>().Select(lapses => new PlanRepair.OptionLapses(lost.Function, answer.Space, lapses.Reference, lapses.On, lapses.BookingId)))
            .DistinctBy(lapses => lapses.Reference).OrderBy(lapses => lapses.On).Take(2).Select(lapses => lapses with { ThenAllFits = FitsWithout(lapses.BookingId, first) });
        return Moved(lost.Function, shifts.Select(minutes => (minutes, lost.Function.ShiftedBy(minutes))), first).Take(2).Concat(Restyled(lost.Function, first).Take(2)).Concat(lapsing);
    }

    private static IEnumerable<int> Shifts()
    {
        for (var minutes = QuarterHour; minutes <= LongestShift; minutes += QuarterHour)
        {
            yield return minutes;
            yield return -minutes;
        }
    }

    private IEnumerable<PlanRepair> Moved(WishedFunction function, IEnumerable<(int Minutes, WishedFunction? Moved)> shifts, LocalDate first) => shifts
        .Where(shift => shift.Moved is not null && HasHome(function, shift.Moved, first))
        .Select(shift => new PlanRepair.Shift(function, shift.Minutes) { ThenAllFits = Fits(planning.Wish.With(function, shift.Moved!), first) });

    private IEnumerable<PlanRepair> Restyled(WishedFunction function, LocalDate first) => Enum.GetValues<SetupStyle>()
        .Where(style => style != function.Style).Select(style => (style, Changed: function with { Style = style, Times = timesFor(style) }))
        .Where(other => HasHome(function, other.Changed, first))
        .Select(other => new PlanRepair.OtherStyle(function, other.style) { ThenAllFits = Fits(planning.Wish.With(function, other.Changed), first) })
        .OrderBy(repair => !repair.ThenAllFits);

    private bool HasHome(WishedFunction old, WishedFunction changed, LocalDate first)
    {
        var alone = planning.With(planning.Wish.With(old, changed).Only([changed]));
        return alone.Clock(first) is null && alone.At(first).Options[0].Count > 0;
    }

    private bool Fits(EventWish wish, LocalDate first)
    {
        var changed = planning.With(wish);
        return changed.Clock(first) is null && PlanSearch.Fits(changed.At(first), Steps) == true;
    }

    private bool FitsWithout(int bookingId, LocalDate first)
    {
        var free = new FreeTimes(taken.Where(hold => hold.BookingId != bookingId).Select(hold => new TakenLane(hold.AtomId, hold.Lane, hold.From, hold.Until)));
        return PlanSearch.Fits(planning.With(free).At(first), Steps) == true;
    }

    private bool Has(PlanRule rule) => rule switch
    {
        PlanRule.OneSpace => planning.Wish.OneSpace,
        PlanRule.SameFloor => planning.Wish.SameFloor,
        PlanRule.Daylight => planning.Wish.Daylight,
        _ => planning.Wish.SideBySide,
    };

    private EventWish Without(PlanRule rule) => rule switch
    {
        PlanRule.OneSpace => planning.Wish with { OneSpace = false },
        PlanRule.SameFloor => planning.Wish with { SameFloor = false },
        PlanRule.Daylight => planning.Wish with { Daylight = false },
        _ => planning.Wish with { SideBySide = false },
    };
}
