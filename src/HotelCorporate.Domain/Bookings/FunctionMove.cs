using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>Where and when a function is to be instead.</summary>
/// <param name="Start">On the hotel's wall.</param>
/// <param name="End">On the hotel's wall; the minute itself is outside.</param>
/// <param name="Style">None leaves it as it is.</param>
/// <param name="SecondStart">For a start that the clock repeats: whether the second one is meant.</param>
/// <param name="SecondEnd">For an end that the clock repeats: whether the second one is meant.</param>
public sealed record FunctionMove(
    int FunctionId, int SpaceId, LocalDateTime Start, LocalDateTime End, SetupStyle? Style = null, bool? SecondStart = null, bool? SecondEnd = null);

/// <summary>How a function uses its room (domain section 7).</summary>
/// <param name="KeepsSpace">A 24-hour hold.</param>
/// <param name="HasBackUp">The outdoor space's back-up room is held with it.</param>
/// <param name="IsExclusive">Shares a shareable space with nobody.</param>
/// <param name="CapacityReason">Why fewer or more people than the room is meant for are put into it.</param>
public sealed record FunctionUse(bool KeepsSpace, bool HasBackUp, bool IsExclusive, bool IsLoud, bool NeedsQuiet, string? CapacityReason = null);
