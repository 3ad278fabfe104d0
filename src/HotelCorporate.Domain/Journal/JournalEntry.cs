using NodaTime;

namespace HotelCorporate.Domain.Journal;

/// <summary>One thing that somebody did: who, when, from what, to what, why. Written once; the database refuses a change.</summary>
/// <param name="Subject">What it happened to: Booking, Quote, Invoice.</param>
/// <param name="UserId">Who did it; none when the clock or the client did.</param>
/// <param name="Actor">What kind of actor: "staff" for a person of the house, "client", "clock", "command", "visitor". A name is looked up where it is shown.</param>
/// <param name="Action">What was done; with from, to and why as <see cref="Sentence.ToText"/> writes them.</param>
public sealed record JournalEntry(
    string Subject, int SubjectId, Instant At, int? UserId, string Actor, string Action, string? From, string? To, string? Why)
{
    public long Id { get; private set; }

    /// <summary>The hotel that it is about; none when it is the whole chain's.</summary>
    public int? PropertyId { get; private set; }

    /// <summary>The booking that it is about: its own row, or one of its quotes, documents, letters and tasks.</summary>
    public int? BookingId { get; private set; }

    /// <summary>Says where it belongs, before it is written.</summary>
    public void PlaceAt(int? propertyId, int? bookingId) => (PropertyId, BookingId) = (propertyId, bookingId);
}
