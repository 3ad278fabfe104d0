namespace HotelCorporate.Domain.Spaces;

/// <summary>One atom that a space occupies.</summary>
public sealed class SpaceAtom
{
    public int SpaceId { get; private set; }

    public int AtomId { get; private set; }

    public Atom Atom { get; init; } = null!;
}
