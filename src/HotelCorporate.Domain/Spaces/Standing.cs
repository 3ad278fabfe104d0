namespace HotelCorporate.Domain.Spaces;

/// <summary>What stands on a hotel's spaces in the time to come: what such a space is made of does not change under it.</summary>
/// <param name="SpaceIds">Spaces with functions that hold or wait, with closures, or held as a back-up.</param>
/// <param name="AtomIds">Rooms that are held, whichever space holds them.</param>
/// <param name="BackedUpIds">Outdoor spaces with functions that hold the back-up room too.</param>
public sealed record Standing(IReadOnlySet<int> SpaceIds, IReadOnlySet<int> AtomIds, IReadOnlySet<int> BackedUpIds)
{
    public static Standing Nothing { get; } = new(new HashSet<int>(), new HashSet<int>(), new HashSet<int>());
}
