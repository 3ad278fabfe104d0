using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>The last day on which a hotel looked whether everybody keeps their word.</summary>
public sealed class ComplianceRound
{
    private ComplianceRound() { }

    public ComplianceRound(int propertyId, LocalDate checkedOn) => (PropertyId, CheckedOn) = (propertyId, checkedOn);

    public int PropertyId { get; private set; }

    public LocalDate CheckedOn { get; private set; }

    public void Done(LocalDate today) => CheckedOn = today;
}
