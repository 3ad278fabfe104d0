namespace HotelCorporate.Domain.Properties;

/// <summary>A hotel's picture for what clients see. A new one does not change papers that carry the old one.</summary>
public sealed class Logo
{
    private Logo() => Png = [];

    public Logo(int propertyId, byte[] png) => (PropertyId, Png) = (propertyId, png);

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public byte[] Png { get; private set; }
}
