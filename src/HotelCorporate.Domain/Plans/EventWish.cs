using HotelCorporate.Domain.Bookings;

namespace HotelCorporate.Domain.Plans;

/// <summary>All that an event asks for: its functions in the order in which they begin, and what holds for its spaces together.</summary>
public sealed record EventWish
{
    /// <summary>A form with more would not be filled in by hand.</summary>
    public const int MostFunctions = 40;

    /// <summary>Days from its first to its last.</summary>
    public const int LongestEvent = 31;

    private EventWish(IReadOnlyList<WishedFunction> functions) => Functions = functions;

    /// <summary>In the order in which they begin; of those that begin together, as they were given.</summary>
    public IReadOnlyList<WishedFunction> Functions { get; private init; }

    /// <summary>All functions are in one space: nobody changes rooms.</summary>
    public bool OneSpace { get; init; }

    public bool SameFloor { get; init; }

    /// <summary>Every space has daylight.</summary>
    public bool Daylight { get; init; }

    /// <summary>Each function is in the space of the one before it, or next to it: they share a wall, a door or a part.</summary>
    public bool SideBySide { get; init; }

    /// <summary>Days from the first to the last, both in.</summary>
    public int Days => Functions.Max(function => function.Day) + 1;

    /// <exception cref="HouseRuleException">No function, too many, or one that cannot be.</exception>
    public static EventWish Of(IReadOnlyCollection<WishedFunction> functions)
    {
        if (functions.Count == 0) throw new HouseRuleException("Add a function: when it begins and ends, for how many people.");
        if (functions.Count > MostFunctions) throw new HouseRuleException($"At most {MostFunctions} functions are planned at once. Plan the others as a second event.");
        foreach (var function in functions)
        {
            if (function.Day is < 0 or >= LongestEvent) throw new HouseRuleException($"An event is planned over {LongestEvent} days at most. Give {function.Name} a day from 1 to {LongestEvent}.");
            if (function.People is < 1 or > Numbers.Most) throw new HouseRuleException($"Say how many people are expected: 1 to {Numbers.Most}.");
            if (function.Nights < 0 || (function.Nights == 0 && function.Until <= function.From)) throw new HouseRuleException("The function ends before it starts. Put the end after the start.");
        }

        return new EventWish([.. functions.OrderBy(function => function.Day).ThenBy(function => function.From)]);
    }

    /// <summary>The same event with one function changed.</summary>
    public EventWish With(WishedFunction old, WishedFunction changed) =>
        this with { Functions = Of([.. Functions.Select(function => ReferenceEquals(function, old) ? changed : function)]).Functions };

    /// <summary>The same event with some of its functions only.</summary>
    public EventWish Only(IReadOnlyCollection<WishedFunction> functions) => this with { Functions = [.. Functions.Where(functions.Contains)] };
}
