namespace HotelCorporate.Domain.Spaces;

/// <summary>A room that cannot be divided. What is sold (a <see cref="Space"/>) occupies one or several of these.</summary>
public sealed class Atom
{
    public int Id { get; private set; }

    public required int PropertyId { get; init; }

    public required string Name { get; set; }

    /// <summary>How many groups may share it at once; 1 unless shareable.</summary>
    public int Lanes { get; set; } = 1;
}
