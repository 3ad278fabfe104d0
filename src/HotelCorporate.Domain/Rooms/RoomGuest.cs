using HotelCorporate.Domain.Accounts;
using NodaTime;

namespace HotelCorporate.Domain.Rooms;

/// <summary>What a rooming list says of one room.</summary>
/// <param name="Reference">Of the client or the reservation; it tells two guests of one name apart.</param>
/// <param name="SharedWith">Who sleeps in the same room.</param>
/// <param name="Departure">The morning on which the room is left.</param>
public sealed record GuestFacts(string Name, int RoomTypeId, LocalDate Arrival, LocalDate Departure, string Reference = "", string SharedWith = "", string Remarks = "");

/// <summary>A room of a block that has a name.</summary>
public sealed class RoomGuest
{
    private RoomGuest() => (Name, Reference, SharedWith, Remarks) = ("", "", "", "");

    internal RoomGuest(GuestFacts facts) : this() => Set(facts);

    public int Id { get; private set; }

    public string Name { get; private set; }

    public int RoomTypeId { get; private set; }

    public LocalDate Arrival { get; private set; }

    /// <summary>The morning on which the room is left.</summary>
    public LocalDate Departure { get; private set; }

    public string Reference { get; private set; }

    public string SharedWith { get; private set; }

    public string Remarks { get; private set; }

    public GuestFacts Facts => new(Name, RoomTypeId, Arrival, Departure, Reference, SharedWith, Remarks);

    public bool IsThere(LocalDate night) => Arrival <= night && night < Departure;

    /// <summary>Whether a row is about this guest: by the reference where both have one, otherwise by the name.</summary>
    public bool IsMeantBy(GuestFacts facts) =>
        Reference.Length > 0 && facts.Reference.Length > 0
            ? string.Equals(Reference, facts.Reference, StringComparison.OrdinalIgnoreCase)
            : FoldedName.Of(Name) == FoldedName.Of(facts.Name);

    /// <summary>The person falls out of the list, as guest or as whoever shares the room; the room stays.</summary>
    /// <returns>Whether the person stood there.</returns>
    public bool Forget(string name, string pseudonym)
    {
        var folded = FoldedName.Of(name);
        var (sleeps, shares, said) = (FoldedName.Of(Name) == folded, FoldedName.Of(SharedWith) == folded, NameInText.Holds(Remarks, name));
        if (sleeps) (Name, Reference) = (pseudonym, "");
        if (shares) SharedWith = pseudonym;
        if (sleeps || said) Remarks = "";
        return sleeps || shares || said;
    }

    internal void Set(GuestFacts facts) =>
        (Name, RoomTypeId, Arrival, Departure, Reference, SharedWith, Remarks) = (facts.Name, facts.RoomTypeId, facts.Arrival, facts.Departure, facts.Reference, facts.SharedWith, facts.Remarks);
}
