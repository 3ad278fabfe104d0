namespace HotelCorporate.Domain.Spaces;

/// <summary>How many people a space takes in one style. A style without a row is not offered.</summary>
/// <remarks>Below <paramref name="Minimum"/> or above <paramref name="Comfortable"/> needs a reason; above <paramref name="Legal"/> is refused.</remarks>
public sealed record Capacity(SetupStyle Style, int Minimum, int Comfortable, int Legal)
{
    public int Id { get; private set; }
}
