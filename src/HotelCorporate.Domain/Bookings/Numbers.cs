namespace HotelCorporate.Domain.Bookings;

/// <summary>The rules on how many people: expected, guaranteed, set, actual (domain section 8).</summary>
public static class Numbers
{
    /// <summary>More than this is a slip of the finger.</summary>
    public const int Most = 100_000;

    /// <summary>Places that are set: guaranteed x (1 + overset), rounded up. 90 at 5 % is 95; at 3 % is 93.</summary>
    public static int Set(int guaranteed, decimal overset) => (int)decimal.Ceiling(guaranteed * (1 + overset));

    /// <summary>People that are charged: 90, served 97 is 97; served 82 is 90.</summary>
    public static int Charged(int guaranteed, int? actual) => Math.Max(guaranteed, actual ?? guaranteed);

    /// <summary>A guarantee may change freely until its deadline; afterwards it only goes up.</summary>
    /// <exception cref="HouseRuleException">Out of range, or lower than before after the deadline.</exception>
    public static int Guarantee(int people, int before, bool deadlineIsOver)
    {
        if (people is < 1 or > Most) throw new HouseRuleException($"A guarantee is 1 to {Most} people.");
        if (deadlineIsOver && people < before)
            throw new HouseRuleException($"The deadline for the final number is over: it can only go up from {before}. Fewer people are charged as guaranteed.");
        return people;
    }

    /// <summary>Whether a guarantee is so far off the contract that it is asked for twice: by more than 10 %.</summary>
    public static bool IsFarFrom(int contracted, int people) => Math.Abs(people - contracted) * 10 > contracted;
}
