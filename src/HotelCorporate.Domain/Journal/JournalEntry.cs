using NodaTime;

namespace HotelCorporate.Domain.Journal;

/// <summary>One thing that somebody did: who, when, from what, to what, why. Written once; the database refuses a change.</summary>
/// <param name="Subject">What it happened to: Booking, Quote, Invoice.</param>
/// <param name="UserId">Who did it; none when the clock or the client did.</param>
/// <param name="Actor">In words: a user's sign-in name, "client", "clock".</param>
public sealed record JournalEntry(
    string Subject, int SubjectId, Instant At, int? UserId, string Actor, string Action, string? From, string? To, string? Why)
{
    public long Id { get; private set; }
}
