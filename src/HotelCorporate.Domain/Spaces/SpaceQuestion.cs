using NodaTime;

namespace HotelCorporate.Domain.Spaces;

/// <summary>What a function needs of a space.</summary>
/// <param name="StartsAt">The function's own start; set-up comes before it.</param>
/// <param name="EndsAt">The function's own end; clearing comes after it.</param>
/// <param name="PreferredFloor">Where the booking's other functions are; empty when it does not matter.</param>
/// <param name="CurrentSpaceId">Where the client already sits: staying there saves a move.</param>
/// <param name="OwnBookingId">The booking that asks: its own holds are not in its way.</param>
/// <param name="IsExclusive">It shares a shareable space with nobody.</param>
/// <param name="NeedsDaylight">Only a space with daylight will do.</param>
/// <param name="HasBackUp">The back-up room of an outdoor space must be free too.</param>
public sealed record SpaceQuestion(
    SetupStyle Style, int People, Instant StartsAt, Instant EndsAt, SetupTimes Times, string PreferredFloor = "", int? CurrentSpaceId = null, int? OwnBookingId = null, bool IsExclusive = false, bool NeedsDaylight = false, bool HasBackUp = false)
{
    /// <summary>From set-up to cleared.</summary>
    public Occupation Occupation => new(StartsAt - Duration.FromMinutes(Times.SetUpMinutes), EndsAt + Duration.FromMinutes(Times.TearDownMinutes));

    public SpaceQuestion ShiftedBy(Duration shift) => this with { StartsAt = StartsAt + shift, EndsAt = EndsAt + shift };
}
