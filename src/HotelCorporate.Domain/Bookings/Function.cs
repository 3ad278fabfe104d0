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

    public int SetUpMinutes { get; private set; }

    public int TearDownMinutes { get; private set; }

    /// <summary>Start less set-up.</summary>
    public Instant OccupiedFrom { get; private set; }

    /// <summary>End and tear-down; the moment itself is free again.</summary>
    public Instant OccupiedUntil { get; private set; }

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
        var moved = Plan(Name, spaceId, style, Shifted(OccupiedFrom + Duration.FromMinutes(SetUpMinutes)), Shifted(OccupiedUntil - Duration.FromMinutes(TearDownMinutes)), Expected, zone, times);
        (SpaceId, Style, Start, End) = (moved.SpaceId, moved.Style, moved.Start, moved.End);
        (SetUpMinutes, TearDownMinutes, OccupiedFrom, OccupiedUntil) = (moved.SetUpMinutes, moved.TearDownMinutes, moved.OccupiedFrom, moved.OccupiedUntil);

        LocalDateTime Shifted(Instant at) => (at + shift).InZone(zone).LocalDateTime;
    }

    internal void Queue(long place) => QueuedAs ??= place;

    /// <summary>Its whole occupation is free of other firm holds: it holds its rooms from now on.</summary>
    public void Promote() => IsFirm = true;

    internal void Displace(long place) => (IsFirm, QueuedAs) = (false, place);

    internal void Release()
    {
        IsFirm = false;
        QueuedAs = null;
    }

    internal void Cancel()
    {
        Release();
        IsCancelled = true;
    }
}
