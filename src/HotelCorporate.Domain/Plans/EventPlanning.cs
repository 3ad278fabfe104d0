using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Plans;

/// <summary>Whether an event finds spaces when it begins on a day.</summary>
/// <param name="Fits">Null when a short look did not tell: opening it does.</param>
/// <param name="AtLeast">What its plan costs at least, in seats, moves left out.</param>
/// <param name="Homeless">How many functions find no space even alone.</param>
public sealed record PlanWindow(LocalDate First, bool? Fits, int AtLeast, int Homeless);

/// <summary>Lays an event over the days of a hotel. Pure: what is taken is given.</summary>
public sealed class EventPlanning
{
    /// <summary>A day of a long period is looked at for so many steps at most.</summary>
    private const int QuickSteps = 4000;

    private readonly PlanHouse _house;
    private readonly FreeTimes _free;
    private readonly DateTimeZone _zone;
    private readonly PlanOption[][] _takes;

    /// <param name="free">What is taken in the whole period and two days around it.</param>
    public EventPlanning(EventWish wish, PlanHouse house, FreeTimes free, DateTimeZone zone)
    {
        (Wish, _house, _free, _zone) = (wish, house, free, zone);
        _takes = [.. wish.Functions.Select(Taking)];
    }

    public EventWish Wish { get; }

    /// <summary>The same days with another wish.</summary>
    public EventPlanning With(EventWish wish) => new(wish, _house, _free, _zone);

    /// <summary>The same wish while something else is taken.</summary>
    public EventPlanning With(FreeTimes free) => new(Wish, _house, free, _zone);

    /// <summary>Each day on which the event may begin, and whether it fits then.</summary>
    public IEnumerable<PlanWindow> Windows(PlanPeriod period) => period.FirstDays(Wish).Select(Window);

    public PlanWindow Window(LocalDate first)
    {
        try
        {
            var problem = At(first);
            return new PlanWindow(first, PlanSearch.Fits(problem, QuickSteps), problem.LeastCost, problem.Options.Count(options => options.Count == 0));
        }
        catch (HouseRuleException) // the clock; the page says so when the day is opened
        {
            return new PlanWindow(first, false, 0, Wish.Functions.Count);
        }
    }

    /// <summary>Why the clock of that night forbids a start or an end; null when it does not.</summary>
    public Sentence? Clock(LocalDate first)
    {
        try
        {
            foreach (var function in Wish.Functions) Moments(function, first);
            return null;
        }
        catch (HouseRuleException refusal)
        {
            return refusal.Sentence;
        }
    }

    /// <exception cref="HouseRuleException">The clock skips or repeats a start or an end.</exception>
    public PlanProblem At(LocalDate first)
    {
        var occupations = new Occupation[Wish.Functions.Count];
        var options = new PlanOption[Wish.Functions.Count][];
        for (var i = 0; i < occupations.Length; i++)
        {
            var function = Wish.Functions[i];
            occupations[i] = Question(function, first).Occupation;
            options[i] = Array.FindAll(_takes[i], option => IsFree(function, option.Space, occupations[i]));
        }

        return new PlanProblem(Wish, _house, occupations, options) { Joints = Joints(first, occupations, options) };
    }

    /// <summary>What one of the functions asks for by itself, on the days that begin with <paramref name="first"/>.</summary>
    /// <exception cref="HouseRuleException">The clock skips or repeats its start or its end.</exception>
    public SpaceQuestion Question(WishedFunction function, LocalDate first)
    {
        var (startsAt, endsAt) = Moments(function, first);
        return new SpaceQuestion(function.Style, function.People, startsAt, endsAt, function.Times, IsExclusive: function.IsExclusive, NeedsDaylight: Wish.Daylight, HasBackUp: function.HasBackUp);
    }

    private (Instant StartsAt, Instant EndsAt) Moments(WishedFunction function, LocalDate first) =>
        (PlannedTime.Resolve(function.StartOn(first), _zone), PlannedTime.Resolve(function.EndOn(first), _zone));

    /// <summary>The spaces that take the function on any day, the cheapest first.</summary>
    private PlanOption[] Taking(WishedFunction function) =>
    [
        .. Enumerable.Range(0, _house.Spaces.Count)
            .Select(place => (Place: place, Space: _house.Spaces[place], Capacity: _house.Spaces[place].In(function.Style)))
            .Where(found => found.Capacity is not null && function.People <= found.Capacity.Legal && (!Wish.Daylight || found.Space.HasDaylight))
            .Select(found => new PlanOption(found.Place, PlanCost.Of(found.Capacity!, function.People)))
            .OrderBy(option => option.Cost).ThenBy(option => _house.Spaces[option.Space].Atoms.Count).ThenBy(option => option.Space),
    ];

    /// <summary>The sessions that a 24-hour hold joins, wherever they are in one space.</summary>
    private List<PlanJoint> Joints(LocalDate first, Occupation[] occupations, PlanOption[][] options)
    {
        var joints = new List<PlanJoint>();
        for (var next = 1; next < occupations.Length; next++)
        for (var session = 0; session < next; session++)
        {
            var (one, other) = (Wish.Functions[session], Wish.Functions[next]);
            if (!one.KeepsWith(other)) continue;
            var startsAt = Moments(other, first).StartsAt;
            if (!KeptSpace.Joins(Moments(one, first).EndsAt, startsAt)) continue;
            var kept = new Occupation(occupations[session].From, startsAt);
            joints.Add(new PlanJoint(session, next, kept, options[session].Select(option => option.Space).Where(space => !IsFree(one, space, kept)).ToHashSet()));
        }

        return joints;
    }

    private bool IsFree(WishedFunction function, int space, Occupation wanted)
    {
        foreach (var atom in _house.AtomsOf(function, space))
            if (!_free.IsFree(atom.Atom, atom.AtomId, wanted, function.IsExclusive)) return false;
        return true;
    }
}
