using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>How a challenge ended.</summary>
public enum ChallengeOutcome
{
    Open,

    /// <summary>The holder signed in time and keeps its room.</summary>
    Signed,

    /// <summary>The holder did not sign, and lost its option.</summary>
    Lapsed,

    /// <summary>It is no longer needed: the one that waited is gone, or the holder gave up by itself.</summary>
    Withdrawn,
}

/// <summary>A waiting client is ready to sign: the one that holds the room signs within some working hours or loses it (domain section 8).</summary>
public sealed class Challenge
{
    private Challenge() { }

    /// <param name="bookingId">The one that holds.</param>
    /// <param name="byBookingId">The one that waits and would sign.</param>
    public Challenge(int propertyId, int bookingId, int byBookingId, int hours, Instant sentAt, Instant endsAt, int? sentById) =>
        (PropertyId, BookingId, ByBookingId, Hours, SentAt, EndsAt, SentById) = (propertyId, bookingId, byBookingId, hours, sentAt, endsAt, sentById);

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public int BookingId { get; private set; }

    public int ByBookingId { get; private set; }

    /// <summary>Working hours of the hotel's office.</summary>
    public int Hours { get; private set; }

    public Instant SentAt { get; private set; }

    /// <summary>The moment itself is too late.</summary>
    public Instant EndsAt { get; private set; }

    public int? SentById { get; private set; }

    public ChallengeOutcome Outcome { get; private set; }

    public Instant? EndedAt { get; private set; }

    public void End(ChallengeOutcome outcome, Instant now)
    {
        if (Outcome == ChallengeOutcome.Open) (Outcome, EndedAt) = (outcome, now);
    }
}
