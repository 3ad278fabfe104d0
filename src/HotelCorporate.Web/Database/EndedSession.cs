using NodaTime;

namespace HotelCorporate.Web.Database;

/// <summary>A session that was signed out: its cookie opens nothing any more, on no node, though somebody may have kept it.</summary>
public sealed record EndedSession(Guid Id, Instant At);
