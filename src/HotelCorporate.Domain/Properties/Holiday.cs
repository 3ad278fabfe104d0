using NodaTime;

namespace HotelCorporate.Domain.Properties;

/// <summary>A day on which a hotel's office is closed: no working hours, no business day.</summary>
public sealed class Holiday
{
    private Holiday() => Name = "";

    /// <exception cref="HouseRuleException">It has no name.</exception>
    public Holiday(int propertyId, LocalDate on, string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > 120) throw new HouseRuleException("Give the holiday a name of 120 characters at most.");
        (PropertyId, On, Name) = (propertyId, on, name.Trim());
    }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public LocalDate On { get; private set; }

    public string Name { get; private set; }
}
