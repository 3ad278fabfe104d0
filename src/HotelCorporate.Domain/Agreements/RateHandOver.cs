using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>An agreement's rates in the hotel's own system: who loaded them and when, who checked them and when.</summary>
public sealed class RateHandOver
{
    private RateHandOver() { }

    /// <exception cref="HouseRuleException">It was not accepted.</exception>
    public RateHandOver(Agreement agreement, int propertyId)
    {
        if (agreement.AcceptedAt is null) throw new HouseRuleException("Only the rates of an accepted agreement are handed over.");
        (AgreementId, PropertyId) = (agreement.Id, propertyId);
    }

    public int AgreementId { get; private set; }

    public int PropertyId { get; private set; }

    public LocalDate? LoadedOn { get; private set; }

    public int? LoadedById { get; private set; }

    public LocalDate? CheckedOn { get; private set; }

    public int? CheckedById { get; private set; }

    /// <summary>Of the last check.</summary>
    public int Differences { get; private set; }

    /// <summary>Rows of the last check that could not be read.</summary>
    public int Unread { get; private set; }

    public void Loaded(LocalDate on, int? by) => (LoadedOn, LoadedById) = (on, by);

    public void Checked(int differences, int unread, LocalDate on, int? by) => (Differences, Unread, CheckedOn, CheckedById) = (differences, unread, on, by);
}
