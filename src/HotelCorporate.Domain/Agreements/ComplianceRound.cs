using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>Why stays could not be compared with what was agreed for them.</summary>
public enum UncheckedReason
{
    /// <summary>The file's code is no room type of the hotel.</summary>
    UnknownRoomType,

    /// <summary>A BAR that counts is not loaded.</summary>
    NoBar,
}

/// <summary>Stays of companies with an agreement that were left out of a check.</summary>
/// <param name="RoomType">As the file writes it; empty: it says none.</param>
/// <param name="First">The first arrival.</param>
/// <param name="Last">The last arrival.</param>
public sealed record UncheckedStays(UncheckedReason Reason, string RoomType, int Stays, LocalDate First, LocalDate Last);

/// <summary>The last day on which a hotel looked whether everybody keeps their word, and what it could not look at.</summary>
public sealed class ComplianceRound
{
    private ComplianceRound() => Unchecked = [];

    public ComplianceRound(int propertyId, LocalDate checkedOn, IReadOnlyList<UncheckedStays> left) => (PropertyId, CheckedOn, Unchecked) = (propertyId, checkedOn, left);

    public int PropertyId { get; private set; }

    public LocalDate CheckedOn { get; private set; }

    public IReadOnlyList<UncheckedStays> Unchecked { get; private set; }

    public void Done(LocalDate today, IReadOnlyList<UncheckedStays> left) => (CheckedOn, Unchecked) = (today, left);
}
