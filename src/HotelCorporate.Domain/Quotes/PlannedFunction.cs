using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Quotes;

/// <summary>One occasion of an offer's programme, as it was offered: it stays so whatever becomes of the booking.</summary>
/// <param name="Key">Its number in this offer, from 1; the lines that belong to it carry it.</param>
/// <param name="FunctionId">The booking's own function; none in an alternative, whose functions are made when it is accepted.</param>
/// <param name="SpaceId">None while nobody has chosen.</param>
/// <param name="Start">On the hotel's wall.</param>
/// <param name="End">On the hotel's wall; the minute itself is outside.</param>
/// <param name="SecondStart">For a start that the clock repeats: whether the second one is meant.</param>
/// <param name="SecondEnd">For an end that the clock repeats: whether the second one is meant.</param>
public sealed record PlannedFunction(
    int Key, int? FunctionId, string Name, int? SpaceId, SetupStyle Style, LocalDateTime Start, LocalDateTime End, int People, bool? SecondStart = null, bool? SecondEnd = null)
{
    /// <summary>A function of the booking as it is now, for the people who are charged.</summary>
    public static PlannedFunction Of(Function function, int key) => new(key, function.Id, function.Name, function.SpaceId, function.Style, function.Start, function.End, function.Charged);
}
