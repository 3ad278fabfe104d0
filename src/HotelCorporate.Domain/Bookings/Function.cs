using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>One occasion of a booking: a space, a set-up, a start and an end.</summary>
public sealed class Function
{
    /// <summary>From set-up to cleared; a longer one is planned as several. What is shown of a day need not look further back.</summary>
    public static readonly Duration Longest = Duration.FromDays(31);

    private Function() { }

    public int Id { get; private set; }

    public int BookingId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The room it asks for or has; none while nobody has chosen.</summary>
    public int? SpaceId { get; private set; }

    public SetupStyle Style { get; private set; }

    /// <summary>On the hotel's wall.</summary>
    public LocalDateTime Start { get; private set; }

    /// <summary>On the hotel's wall; the minute itself is outside.</summary>
    public LocalDateTime End { get; private set; }

    /// <summary>The moment that <see cref="Start"/> means.</summary>
    public Instant StartsAt { get; private set; }

    /// <summary>The moment that <see cref="End"/> means; it is outside.</summary>
    public Instant EndsAt { get; private set; }

    public int SetUpMinutes { get; private set; }

    public int TearDownMinutes { get; private set; }

    /// <summary>Start less set-up; the start itself where a 24-hour hold left the room set.</summary>
    public Instant OccupiedFrom { get; private set; }

    /// <summary>End and tear-down, or the start of the next session under a 24-hour hold; the moment itself is free again.</summary>
    public Instant OccupiedUntil { get; private set; }

    /// <summary>A 24-hour hold: the room stays set and taken until the booking's next session in it, in the same style (domain section 7).</summary>
    public bool KeepsSpace { get; private set; }

    /// <summary>Holds the outdoor space's back-up room too, until it begins.</summary>
    public bool HasBackUp { get; private set; }

    /// <summary>Shares a shareable space with nobody.</summary>
    public bool IsExclusive { get; private set; }

    /// <summary>Music, a party: a neighbour that needs quiet is warned of it.</summary>
    public bool IsLoud { get; private set; }

    /// <summary>An examination, a board: a loud neighbour is warned of.</summary>
    public bool NeedsQuiet { get; private set; }

    /// <summary>Why fewer or more people than the room is meant for are put into it; none when nobody had to say.</summary>
    public string? CapacityReason { get; private set; }

    /// <summary>How often its invitation was changed: the SEQUENCE of its calendar entry.</summary>
    public int InviteSequence { get; private set; }

    /// <summary>People that the client expects.</summary>
    public int Expected { get; private set; }

    /// <summary>People that the client guaranteed; only goes up once the deadline is over.</summary>
    public int? Guaranteed { get; private set; }

    /// <summary>People who came.</summary>
    public int? Actual { get; private set; }

    /// <summary>Holds its rooms: first in line.</summary>
    public bool IsFirm { get; private set; }

    /// <summary>When it joined the line; lower is earlier. None when it neither waits nor holds.</summary>
    public long? QueuedAs { get; private set; }

    /// <summary>Cancelled alone, within a booking that goes on.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>Why it was cancelled alone.</summary>
    public string? CancelledBecause { get; private set; }

    public Occupation Occupation => new(OccupiedFrom, OccupiedUntil);

    public bool IsWaiting => QueuedAs is not null && !IsFirm && !IsCancelled;

    /// <summary>max(guaranteed, actual): 90, served 97 is 97; served 82 is 90. Before there is a guarantee, what is expected counts.</summary>
    public int Charged => Numbers.Charged(Guaranteed ?? Expected, Actual);

    /// <exception cref="HouseRuleException">The end is not after the start, the clock skips or repeats a time, or the numbers are impossible.</exception>
    public static Function Plan(
        string name, int? spaceId, SetupStyle style, LocalDateTime start, LocalDateTime end, int expected, DateTimeZone zone, SetupTimes? times = null,
        bool? secondStart = null, bool? secondEnd = null)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new HouseRuleException("Give the function a name, such as Meeting or Dinner.");
        if (expected is < 1 or > Numbers.Most) throw new HouseRuleException($"Say how many people are expected: 1 to {Numbers.Most}.");
        var (setUp, tearDown) = times ?? SetupTimes.For(style);
        if (setUp is < 0 or > 2880 || tearDown is < 0 or > 2880)
            throw new HouseRuleException("Set-up and tear-down take from 0 minutes to 2 days.");
        var startsAt = PlannedTime.Resolve(start, zone, secondStart);
        var endsAt = PlannedTime.Resolve(end, zone, secondEnd);
        if (endsAt <= startsAt) throw new HouseRuleException("The function ends before it starts. Put the end after the start.");
        if (endsAt - startsAt + Duration.FromMinutes(setUp + tearDown) > Longest)
            throw new HouseRuleException("A function lasts at most 31 days, set-up and clearing included. Plan a longer one as several.");
        return new Function
        {
            Name = name.Trim(),
            SpaceId = spaceId,
            Style = style,
            Start = start,
            End = end,
            SetUpMinutes = setUp,
            TearDownMinutes = tearDown,
            StartsAt = startsAt,
            EndsAt = endsAt,
            OccupiedFrom = startsAt - Duration.FromMinutes(setUp),
            OccupiedUntil = endsAt + Duration.FromMinutes(tearDown),
            Expected = expected,
        };
    }

    public void Guarantee(int people, bool deadlineIsOver) => Guaranteed = Numbers.Guarantee(people, Guaranteed ?? Expected, deadlineIsOver);

    public void Serve(int people) => Actual = people is >= 0 and <= Numbers.Most
        ? people
        : throw new HouseRuleException($"Say how many people came: 0 to {Numbers.Most}.");

    internal void PutInto(int spaceId, SetupStyle style, SetupTimes times, Duration shift, DateTimeZone zone)
    {
        var moved = Plan(Name, spaceId, style, Shifted(StartsAt), Shifted(EndsAt), Expected, zone, times);
        Become(moved);

        LocalDateTime Shifted(Instant at) => (at + shift).InZone(zone).LocalDateTime;
    }

    /// <summary>How it uses its room.</summary>
    public FunctionUse Use => new(KeepsSpace, HasBackUp, IsExclusive, IsLoud, NeedsQuiet);

    /// <summary>Takes the room, the times and the use of a move.</summary>
    internal void Move(FunctionMove move, SetupTimes styleTimes, DateTimeZone zone)
    {
        var style = move.Style ?? Style;
        var (was, invited) = (Use, (SpaceId, StartsAt, EndsAt));
        Become(Plan(Name, move.SpaceId, style, move.Start, move.End, Expected, zone, move.Times ?? (style == Style ? new SetupTimes(SetUpMinutes, TearDownMinutes) : styleTimes), move.SecondStart, move.SecondEnd));
        Take(move.Use ?? was);
        if (invited != (SpaceId, StartsAt, EndsAt)) InviteSequence++;
    }

    internal void Take(FunctionUse use) => (KeepsSpace, HasBackUp, IsExclusive, IsLoud, NeedsQuiet) = use;

    /// <summary>All that decides which rooms it takes and when.</summary>
    internal (int? SpaceId, Occupation Occupation, bool HasBackUp, bool IsExclusive) Taken => (SpaceId, Occupation, HasBackUp, IsExclusive);

    /// <summary>Keeps why it is in a room that is meant for fewer or more.</summary>
    public void Explain(string reason) => CapacityReason = reason.Trim();

    internal void ReleaseBackUp() => HasBackUp = false;

    /// <summary>What it takes by itself, before a 24-hour hold joins it to its neighbours.</summary>
    internal void Stand() =>
        (OccupiedFrom, OccupiedUntil) = (StartsAt - Duration.FromMinutes(SetUpMinutes), EndsAt + Duration.FromMinutes(TearDownMinutes));

    /// <summary>The room stays set between this session and the next: no minutes between them, and nobody else.</summary>
    internal void JoinTo(Function next) => OccupiedUntil = next.OccupiedFrom = next.StartsAt;

    private void Become(Function moved)
    {
        (SpaceId, Style, Start, End, StartsAt, EndsAt) = (moved.SpaceId, moved.Style, moved.Start, moved.End, moved.StartsAt, moved.EndsAt);
        (SetUpMinutes, TearDownMinutes, OccupiedFrom, OccupiedUntil) = (moved.SetUpMinutes, moved.TearDownMinutes, moved.OccupiedFrom, moved.OccupiedUntil);
    }

    internal void Queue(long place) => QueuedAs ??= place;

    /// <summary>Its whole occupation is free of other firm holds: it holds its rooms from now on.</summary>
    public void Promote() => IsFirm = true;

    /// <summary>It asks for other rooms or times: it gives up what it held and stands last in their line until it is tried. One that waits for less than before keeps its place.</summary>
    internal void Requeue(long place, (int? SpaceId, Occupation Occupation, bool HasBackUp, bool IsExclusive) was)
    {
        var asksForLess = was.SpaceId == SpaceId && was.Occupation.From <= OccupiedFrom && OccupiedUntil <= was.Occupation.Until && (was.HasBackUp || !HasBackUp) && (was.IsExclusive || !IsExclusive);
        (IsFirm, QueuedAs) = (false, IsWaiting && asksForLess ? QueuedAs : place);
    }

    internal void Displace(long place) => (IsFirm, QueuedAs) = (false, place);

    internal void Release()
    {
        IsFirm = false;
        QueuedAs = null;
    }

    internal void Cancel(string reason)
    {
        Release();
        (IsCancelled, CancelledBecause) = (true, reason.Trim());
        InviteSequence++;
    }

    /// <summary>The same some days later, at the same times on the wall.</summary>
    internal Function CopyBy(int days, DateTimeZone zone) =>
        Plan(Name, SpaceId, Style, Start.PlusDays(days), End.PlusDays(days), Expected, zone, new SetupTimes(SetUpMinutes, TearDownMinutes));
}
