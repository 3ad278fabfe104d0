using NodaTime;

namespace HotelCorporate.Domain.Spaces;

/// <summary>A firm hold of an atom's lane, with whom to name when it is in the way.</summary>
/// <param name="StartsAt">Its function's own start; before it the room is being set.</param>
/// <param name="EndsAt">Its function's own end; after it the room is being cleared.</param>
/// <param name="BookingId">None for a closure.</param>
/// <param name="Reference">The booking's; of a closure its reason.</param>
/// <param name="OptionOn">The last day of its option; null when it is definite.</param>
public sealed record TakenTime(
    int AtomId, int Lane, Instant From, Instant Until, Instant StartsAt, Instant EndsAt, int? BookingId, string Reference, LocalDate? OptionOn)
{
    public Occupation Occupation => new(From, Until);
}
