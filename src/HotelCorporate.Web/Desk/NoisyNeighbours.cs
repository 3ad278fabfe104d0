using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>What tells whether a function is heard by another, or hears it.</summary>
/// <param name="Stands">It is on option, definite or on: a neighbour is warned of it.</param>
internal sealed record HeardFunction(
    int Id, int BookingId, string Reference, string Name, int SpaceId, string Space, LocalDateTime Start, LocalDateTime End, bool IsLoud, bool NeedsQuiet, bool Stands)
{
    public bool Matters => IsLoud || NeedsQuiet;
}

/// <summary>A loud function beside a quiet one (domain section 7).</summary>
internal sealed record Noise(HeardFunction Loud, HeardFunction Quiet)
{
    public Sentence Said => $"A loud function beside a quiet one: {Loud.Name} ({Loud.Reference}, {Loud.Space}) and {Quiet.Name} ({Quiet.Reference}, {Quiet.Space})";
}

/// <summary>Finds the loud functions that are beside quiet ones.</summary>
internal static class NoisyNeighbours
{
    /// <summary>Pairs of spaces that share a wall or a door, the lower id first.</summary>
    public static async Task<HashSet<(int SpaceId, int OtherId)>> PairsAsync(HotelDb db, int propertyId, CancellationToken cancel) =>
        [.. (await db.Neighbours.AsNoTracking().Where(pair => db.Spaces.Any(space => space.Id == pair.SpaceId && space.PropertyId == propertyId)).ToListAsync(cancel)).Select(pair => (pair.SpaceId, pair.OtherId))];

    /// <summary>One function against others: those that stand, and those of its own booking.</summary>
    public static IEnumerable<Noise> Of(HeardFunction one, IEnumerable<HeardFunction> others, IReadOnlySet<(int SpaceId, int OtherId)> pairs)
    {
        foreach (var other in others.Where(other => other.Id != one.Id && (other.Stands || other.BookingId == one.BookingId) && other.Start < one.End && one.Start < other.End
                     && pairs.Contains((Math.Min(one.SpaceId, other.SpaceId), Math.Max(one.SpaceId, other.SpaceId)))))
        {
            if (one.IsLoud && other.NeedsQuiet) yield return new Noise(one, other);
            if (one.NeedsQuiet && other.IsLoud) yield return new Noise(other, one);
        }
    }

    /// <summary>The functions of a booking that lives against all of the hotel, each pair once.</summary>
    public static async Task<IReadOnlyList<Sentence>> OfAsync(HotelDb db, Booking booking, IReadOnlyDictionary<int, string> spaceNames, Property property, CancellationToken cancel)
    {
        if (booking.Status is BookingStatus.Lost or BookingStatus.TurnedDown or BookingStatus.Cancelled or BookingStatus.Closed) return [];
        return await OfAsync(db, [.. booking.Functions.Where(function => function is { IsCancelled: false, SpaceId: not null }).Select(function => Heard(booking, function, spaceNames[function.SpaceId!.Value]))], property, cancel);
    }

    public static HeardFunction Heard(Booking booking, Function function, string space) =>
        new(function.Id, booking.Id, booking.Reference, function.Name, function.SpaceId!.Value, space, function.Start, function.End, function.IsLoud, function.NeedsQuiet, Stands(booking.Status));

    public static bool Stands(BookingStatus status) => status is BookingStatus.Tentative or BookingStatus.Definite or BookingStatus.Actual;

    /// <param name="own">Functions of one booking, where they are or are to be.</param>
    public static async Task<IReadOnlyList<Sentence>> OfAsync(HotelDb db, IReadOnlyList<HeardFunction> own, Property property, CancellationToken cancel)
    {
        List<HeardFunction> heard = [.. own.Where(function => function.Matters)];
        if (heard.Count == 0) return [];
        var pairs = await PairsAsync(db, property.Id, cancel);
        if (pairs.Count == 0) return [];
        var (opens, closes) = (At(heard.Min(function => function.Start)) - Function.Longest, At(heard.Max(function => function.End)));
        var (propertyId, bookingId, ids) = (property.Id, own[0].BookingId, own.Select(function => function.Id).ToList());
        var others = await (
            from space in db.Spaces.AsNoTracking()
            join function in db.Functions on space.Id equals function.SpaceId
            join booking in db.Bookings on function.BookingId equals booking.Id
            where space.PropertyId == propertyId && function.OccupiedFrom > opens && function.OccupiedFrom < closes && !function.IsCancelled && (function.IsLoud || function.NeedsQuiet) && !ids.Contains(function.Id)
                && (booking.Id == bookingId || booking.Status == BookingStatus.Tentative || booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual)
            orderby function.Start, function.Id
            select new HeardFunction(function.Id, booking.Id, booking.Reference, function.Name, space.Id, space.Name, function.Start, function.End, function.IsLoud, function.NeedsQuiet, booking.Status == BookingStatus.Tentative || booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual)).ToListAsync(cancel);
        return [.. heard.SelectMany(one => Of(one, [.. heard, .. others], pairs)).Distinct().Select(noise => noise.Said)];

        Instant At(LocalDateTime wall) => wall.InZoneLeniently(property.Zone).ToInstant();
    }
}
