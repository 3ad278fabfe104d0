using NodaTime;

namespace HotelCorporate.Domain.Spaces;

/// <summary>A space that cannot be used for a time: works, a private use of the house. It takes every lane of the space's atoms, by the same rows as a function's hold, so that the database itself refuses both at once.</summary>
public sealed class Closure
{
    /// <summary>Two years: a longer one is a space that is no longer sold.</summary>
    private static readonly Duration Longest = Duration.FromDays(731);

    private const int LongestReason = 200;

    private Closure() { }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public int SpaceId { get; private set; }

    /// <summary>Shown to whoever asks why the space is not free.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>On the hotel's wall.</summary>
    public LocalDateTime Start { get; private set; }

    /// <summary>On the hotel's wall; the minute itself is open again.</summary>
    public LocalDateTime End { get; private set; }

    public Instant From { get; private set; }

    /// <summary>The moment itself is free again.</summary>
    public Instant Until { get; private set; }

    public Occupation Occupation => new(From, Until);

    /// <exception cref="HouseRuleException">No reason or too long a one, the end is not after the start, it is over already, the clock skips or repeats a time, or it is longer than two years.</exception>
    public static Closure Plan(Space space, string reason, LocalDateTime start, LocalDateTime end, DateTimeZone zone, Instant now)
    {
        if (reason.Trim().Length > LongestReason) throw new HouseRuleException($"A reason has {LongestReason} characters at most.") { Field = nameof(Reason) };
        if (string.IsNullOrWhiteSpace(reason)) throw new HouseRuleException("Say why it is closed: whoever asks for the room is told so.") { Field = nameof(Reason) };
        var (from, until) = (Bookings.PlannedTime.Resolve(start, zone), Bookings.PlannedTime.Resolve(end, zone));
        if (until <= from) throw new HouseRuleException("The closure ends before it starts. Put the end after the start.") { Field = nameof(End) };
        if (until <= now) throw new HouseRuleException("This closure would be over already. Choose a time to come.") { Field = nameof(End) };
        if (until - from > Longest) throw new HouseRuleException("A closure lasts at most two years. A space that is no longer sold is taken off the list instead.") { Field = nameof(End) };
        return new Closure { PropertyId = space.PropertyId, SpaceId = space.Id, Reason = reason.Trim(), Start = start, End = end, From = from, Until = until };
    }
}
