using HotelCorporate.Domain;

namespace HotelCorporate.Web.Desk;

/// <summary>A booking cannot be moved as a whole; nothing of it was.</summary>
public sealed class BookingStaysException(IReadOnlyList<Sentence> inTheWay) : Exception("The booking stays where it is.")
{
    /// <summary>Everything that is in the way, in whole sentences.</summary>
    public IReadOnlyList<Sentence> InTheWay { get; } = inTheWay;
}
