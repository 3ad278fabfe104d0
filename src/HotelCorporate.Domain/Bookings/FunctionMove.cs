using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>Where and when a function is to be instead, and how it is to use its room.</summary>
/// <param name="Start">On the hotel's wall.</param>
/// <param name="End">On the hotel's wall; the minute itself is outside.</param>
/// <param name="Style">None leaves it as it is.</param>
/// <param name="Times">Minutes to set up and to clear; none leaves them, or takes the hotel's for a new style.</param>
/// <param name="Use">None leaves it as it is.</param>
/// <param name="SecondStart">For a start that the clock repeats: whether the second one is meant.</param>
/// <param name="SecondEnd">For an end that the clock repeats: whether the second one is meant.</param>
public sealed record FunctionMove(
    int FunctionId, int SpaceId, LocalDateTime Start, LocalDateTime End, SetupStyle? Style = null, SetupTimes? Times = null, FunctionUse? Use = null,
    bool? SecondStart = null, bool? SecondEnd = null);

/// <summary>How a function uses its room (domain section 7).</summary>
/// <param name="KeepsSpace">A 24-hour hold: the room stays set until the booking's next session in it.</param>
/// <param name="HasBackUp">The outdoor space's back-up room is held with it until it begins.</param>
/// <param name="IsExclusive">Shares a shareable space with nobody.</param>
/// <param name="IsLoud">A quiet neighbour is warned of it.</param>
/// <param name="NeedsQuiet">A loud neighbour is warned of.</param>
public sealed record FunctionUse(bool KeepsSpace, bool HasBackUp, bool IsExclusive, bool IsLoud, bool NeedsQuiet);
