using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>What takes resources for some time, and how it is called.</summary>
/// <param name="Needs">Of the functions of that time, whether they hold or not.</param>
internal sealed record ResourceHouse(ResourceBook Book, IReadOnlyDictionary<int, ResourceHouse.Taker> Takers, IReadOnlyList<ResourceNeed> Needs)
{
    public sealed record Taker(Function Function, int BookingId, string Reference, string Booking, BookingStatus Status, string Space)
    {
        /// <summary>The event and the function, once where the function is called after the event.</summary>
        public string Title => Function.Name.StartsWith(Booking, StringComparison.OrdinalIgnoreCase) ? Function.Name : $"{Booking}, {Function.Name}";
    }
}

/// <summary>Reads what is needed of a hotel's resources. Only what holds its rooms counts, so that a booking that ended has released them.</summary>
internal static class ResourceQueries
{
    /// <summary>All of a hotel with their parts, retired ones too.</summary>
    public static IQueryable<Resource> ResourcesOf(this HotelDb db, int propertyId) => db.Resources.Include(resource => resource.Parts).Where(resource => resource.PropertyId == propertyId).OrderBy(resource => resource.Name);

    /// <summary>A handful of statements, however much is planned.</summary>
    /// <param name="with">A booking that counts as if it held, to see what it would come to.</param>
    public static async Task<ResourceHouse> ResourceHouseAsync(this HotelDb db, Property property, Occupation span, CancellationToken cancel, int? with = null)
    {
        var spaces = (await DeskQueries.RoomsAsync(db, property.Id, cancel)).Select(room => room.SpaceId).ToList();
        var earliest = span.From - Function.Longest;
        // What is firm is of a booking that holds. Asked for without its booking, the database begins with the spaces and the time.
        var functions = await db.Functions.AsNoTracking()
            .Where(function => spaces.Contains(function.SpaceId!.Value) && function.OccupiedFrom > earliest && function.OccupiedFrom < span.Until && function.OccupiedUntil > span.From && function.IsFirm && !function.IsCancelled).ToListAsync(cancel);
        if (with is { } asked)
        {
            var known = functions.Select(function => function.Id).ToHashSet();
            functions.AddRange((await db.Functions.AsNoTracking().Where(function => function.BookingId == asked && !function.IsCancelled && function.OccupiedFrom < span.Until && function.OccupiedUntil > span.From).ToListAsync(cancel))
                .Where(function => !known.Contains(function.Id)));
        }

        functions.Sort((one, other) => (one.OccupiedFrom, one.Id).CompareTo((other.OccupiedFrom, other.Id)));
        var about = functions.Select(function => function.BookingId).Distinct().ToList();
        var bookings = await db.Bookings.AsNoTracking().Where(booking => about.Contains(booking.Id)).Select(booking => new { booking.Id, booking.Reference, booking.Name, booking.Status }).ToDictionaryAsync(booking => booking.Id, cancel);
        var needs = await (
            from need in db.ResourceNeeds.AsNoTracking().Include(need => need.Hires)
            join function in db.Functions on need.FunctionId equals function.Id
            where need.PropertyId == property.Id && function.OccupiedFrom < span.Until && function.OccupiedUntil > span.From
            orderby need.Id
            select need).ToListAsync(cancel);
        var atoms = await AtomsAsync(db, property.Id, cancel);
        var names = await DeskQueries.SpaceNamesAsync(db, functions.Select(function => function.SpaceId), cancel);
        var held = functions.ConvertAll(function => HeldFunction.Of(function, atoms(function.SpaceId), property.Overset));
        var book = new ResourceBook(new ResourceCatalogue(await db.ResourcesOf(property.Id).AsNoTracking().ToListAsync(cancel)), held, needs);
        return new ResourceHouse(book, functions.ToDictionary(
            function => function.Id, function => bookings[function.BookingId] is var own ? new ResourceHouse.Taker(function, own.Id, own.Reference, own.Name, own.Status, function.SpaceId is { } space ? names[space] : "") : null!), needs);
    }

    /// <summary>What the functions of a booking that has been moved, and is not stored yet, lack where they are now and did not lack where they stood.</summary>
    /// <param name="held">Those that hold.</param>
    public static async Task<IReadOnlyList<Sentence>> NewlyShortAsync(HotelDb db, Booking booking, IReadOnlySet<int> held, Property property, CancellationToken cancel)
    {
        var moved = booking.Functions.Where(function => held.Contains(function.Id)).ToList();
        var stored = await db.Functions.AsNoTracking().Where(function => function.BookingId == booking.Id && held.Contains(function.Id)).ToListAsync(cancel);
        if (moved.Count == 0) return [];
        var before = (await db.ResourceHouseAsync(property, SpanOf(stored), cancel)).Book;
        var around = await db.ResourceHouseAsync(property, SpanOf(moved), cancel);
        var atoms = await AtomsAsync(db, property.Id, cancel);
        var needs = await db.ResourceNeeds.AsNoTracking().Include(need => need.Hires).Where(need => held.Contains(need.FunctionId)).ToListAsync(cancel);
        var after = new ResourceBook(
            around.Book.Catalogue, [.. around.Book.Functions.Where(function => !held.Contains(function.Id)), .. moved.Select(function => HeldFunction.Of(function, atoms(function.SpaceId), property.Overset))],
            [.. around.Needs.Where(need => !held.Contains(need.FunctionId)), .. needs]);
        return [.. after.NewSince(before, held).Select(shortage => InWords(shortage, property.Zone))];
    }

    public static Sentence InWords(Shortage shortage, DateTimeZone zone) =>
        $"{shortage.Resource.Name}: {shortage.Needed} are needed and {shortage.There} are there from {shortage.Time.From.InZone(zone).LocalDateTime} to {shortage.Time.Until.InZone(zone).LocalDateTime}.";

    /// <summary>What is hired for a booking at a price to its client.</summary>
    public static async Task<IReadOnlyList<PricedHire>> PricedHiresAsync(HotelDb db, int bookingId, CancellationToken cancel) => (await (
        from need in db.ResourceNeeds.AsNoTracking()
        from hire in need.Hires
        join function in db.Functions on need.FunctionId equals function.Id
        join resource in db.Resources on hire.ResourceId equals resource.Id
        where function.BookingId == bookingId && !function.IsCancelled
        orderby hire.Id
        select new { resource.Name, Function = function.Name, resource.Kind, hire.Quantity, hire.Price }).ToListAsync(cancel))
        .FindAll(hire => !hire.Price.IsZero).ConvertAll(hire => new PricedHire($"{hire.Name}, {hire.Function}", hire.Kind == ResourceKind.Equipment, hire.Quantity, hire.Price));

    private static Occupation SpanOf(List<Function> functions) => new(functions.Min(function => function.OccupiedFrom), functions.Max(function => function.OccupiedUntil));

    private static async Task<Func<int?, IReadOnlyCollection<int>>> AtomsAsync(HotelDb db, int propertyId, CancellationToken cancel)
    {
        var rooms = (await DeskQueries.RoomsAsync(db, propertyId, cancel)).ToDictionary(room => room.SpaceId, room => (IReadOnlyCollection<int>)[.. room.Atoms.Select(atom => atom.Id)]);
        return space => space is { } id ? rooms.GetValueOrDefault(id, []) : [];
    }
}

/// <summary>A hire that the client pays for.</summary>
internal sealed record PricedHire(string Name, bool IsEquipment, int Quantity, Money Price);
