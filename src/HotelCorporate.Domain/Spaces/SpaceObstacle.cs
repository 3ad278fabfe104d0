using NodaTime;

namespace HotelCorporate.Domain.Spaces;

/// <summary>Why a space does not fit.</summary>
public abstract record SpaceObstacle
{
    private SpaceObstacle() { }

    /// <summary>The house does not set it in this style.</summary>
    public sealed record StyleNotOffered(SetupStyle Style) : SpaceObstacle;

    /// <summary>More people than the law allows in it.</summary>
    public sealed record TooSmall(int People, int Legal) : SpaceObstacle;

    /// <summary>Daylight is asked for, and it has none.</summary>
    public sealed record NoDaylight : SpaceObstacle;

    /// <summary>A booking holds it at the time of the function itself; <paramref name="Until"/> includes clearing.</summary>
    public sealed record Held(string Reference, string Atom, Instant From, Instant Until) : SpaceObstacle;

    /// <summary>The house closed it; <paramref name="Why"/> is the reason that was given.</summary>
    public sealed record Closed(string Why, string Atom, Instant From, Instant Until) : SpaceObstacle;

    /// <summary>The functions themselves would not meet; the minutes to set up or to clear do.</summary>
    /// <param name="Clearing">The other's clearing meets our set-up; otherwise our clearing meets the other's set-up.</param>
    public sealed record Buffer(string Reference, string Atom, bool Clearing, int MissingMinutes, Instant From, Instant Until) : SpaceObstacle;
}
