using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Resources;

/// <summary>A function that takes resources: what of it counts for them.</summary>
/// <param name="Atoms">What its space is made of.</param>
/// <param name="Seats">Places that are set.</param>
/// <param name="Clears">When its space is cleared after it; none under a 24-hour hold, where the space stays set for the next session.</param>
public sealed record HeldFunction(int Id, IReadOnlyCollection<int> Atoms, SetupStyle Style, int Seats, Instant StartsAt, Occupation Taken, Occupation? Clears)
{
    /// <summary>When its space is set up; none where it stands set already.</summary>
    public Occupation? SetsUp => Taken.From < StartsAt ? new Occupation(Taken.From, StartsAt) : null;

    /// <param name="overset">Places that are set beyond the guarantee, as a fraction of it.</param>
    public static HeldFunction Of(Function function, IReadOnlyCollection<int> atoms, decimal overset)
    {
        var seats = function.Guaranteed is { } guaranteed ? Numbers.Set(guaranteed, overset) : function.Expected;
        var stands = function.OccupiedUntil == function.EndsAt + Duration.FromMinutes(function.TearDownMinutes); // otherwise it is joined to the next session
        return new HeldFunction(
            function.Id, atoms, function.Style, seats, function.StartsAt, function.Occupation,
            stands && function.EndsAt < function.OccupiedUntil ? new Occupation(function.EndsAt, function.OccupiedUntil) : null);
    }
}

/// <summary>So many of a resource, which is no kit, for a time.</summary>
public readonly record struct ResourceUse(int ResourceId, long Quantity, Occupation Time, int FunctionId);
