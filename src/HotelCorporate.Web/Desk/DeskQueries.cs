using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>What nearly every move of a booking, every offer and every letter reads.</summary>
internal static class DeskQueries
{
    private static readonly ReadyQuery<Func<HotelDb, int, IAsyncEnumerable<TakenAtom>>> Atoms = new(() => EF.CompileAsyncQuery((HotelDb db, int propertyId) =>
        from taken in db.Set<SpaceAtom>().AsNoTracking()
        join space in db.Spaces on taken.SpaceId equals space.Id
        join atom in db.Atoms on taken.AtomId equals atom.Id
        where space.PropertyId == propertyId
        select new TakenAtom(space.Id, space.BackUpSpaceId, atom)));

    private static readonly ReadyQuery<Func<HotelDb, List<int>, Instant, Instant, IAsyncEnumerable<Hold>>> Holds = new(() => EF.CompileAsyncQuery((HotelDb db, List<int> atoms, Instant from, Instant until) =>
        db.Holds.AsNoTracking().Where(hold => atoms.Contains(hold.AtomId) && hold.From < until && hold.Until > from).AsQueryable()));

    private static readonly ReadyQuery<Func<HotelDb, List<int>, IAsyncEnumerable<long?>>> LastPlaces = new(() => EF.CompileAsyncQuery((HotelDb db, List<int> spaces) =>
        db.Spaces.Where(space => spaces.Contains(space.Id)).Select(space => db.Functions.Where(function => function.SpaceId == space.Id).Max(function => function.QueuedAs)).AsQueryable()));

    private static readonly ReadyQuery<Func<HotelDb, int, IAsyncEnumerable<Account>>> WithContacts = new(() => EF.CompileAsyncQuery((HotelDb db, int id) =>
        db.Accounts.AsNoTracking().Include(account => account.Contacts).Where(account => account.Id == id).AsQueryable()));

    private static readonly ReadyQuery<Func<HotelDb, int, CancellationToken, Task<Property>>> Properties = new(() => EF.CompileAsyncQuery((HotelDb db, int id, CancellationToken _) =>
        db.Properties.AsNoTracking().Single(property => property.Id == id)));

    private static readonly ReadyQuery<Func<HotelDb, List<int>, IAsyncEnumerable<Space>>> Spaces = new(() => EF.CompileAsyncQuery((HotelDb db, List<int> ids) =>
        db.Spaces.AsNoTracking().Include(space => space.Capacities).Where(space => ids.Contains(space.Id)).AsQueryable()));

    private static readonly ReadyQuery<Func<HotelDb, List<int>, IAsyncEnumerable<NamedSpace>>> SpaceNames = new(() => EF.CompileAsyncQuery((HotelDb db, List<int> ids) =>
        db.Spaces.Where(space => ids.Contains(space.Id)).Select(space => new NamedSpace(space.Id, space.Name)).AsQueryable()));

    /// <summary>Each room of the hotel with its atoms.</summary>
    public static async Task<IReadOnlyList<TakenRoom>> RoomsAsync(HotelDb db, int propertyId, CancellationToken cancel) =>
        [.. (await Atoms.On(db)(db, propertyId).ToListAsync(cancel)).GroupBy(row => row.SpaceId)
            .Select(rows => new TakenRoom(rows.Key, rows.First().BackUpSpaceId, [.. rows.Select(row => row.Atom).OrderBy(atom => atom.Id)]))];

    /// <summary>The stored holds of these atoms that overlap.</summary>
    public static async Task<List<Hold>> HoldsAsync(HotelDb db, IEnumerable<Atom> atoms, Occupation wanted, CancellationToken cancel) =>
        await Holds.On(db)(db, [.. atoms.Select(atom => atom.Id)], wanted.From, wanted.Until).ToListAsync(cancel);

    /// <summary>The last place in line that was given out for any of these rooms; 0 when there was none.</summary>
    public static async Task<long> LastPlaceAsync(HotelDb db, List<int> spaceIds, CancellationToken cancel) =>
        await LastPlaces.On(db)(db, spaceIds).MaxAsync(cancellationToken: cancel) ?? 0;

    /// <summary>A company with everybody of it who may be written to; null when there is none.</summary>
    public static ValueTask<Account?> AccountAsync(HotelDb db, int id, CancellationToken cancel) => WithContacts.On(db)(db, id).SingleOrDefaultAsync(cancel);

    public static Task<Property> PropertyAsync(HotelDb db, int id, CancellationToken cancel) => Properties.On(db)(db, id, cancel);

    /// <summary>The contract with its lines: the version that was accepted last; null while none was.</summary>
    public static Task<Quote?> ContractAsync(HotelDb db, int bookingId, CancellationToken cancel) =>
        db.Quotes.AsNoTracking().Include(quote => quote.Lines).Where(quote => quote.BookingId == bookingId && quote.Status == QuoteStatus.Accepted).OrderByDescending(quote => quote.Revision).FirstOrDefaultAsync(cancel);

    /// <summary>These rooms and how many people they take, by id.</summary>
    public static ValueTask<Dictionary<int, Space>> SpacesAsync(HotelDb db, IEnumerable<int?> ids, CancellationToken cancel) =>
        Spaces.On(db)(db, [.. ids.OfType<int>().Distinct()]).ToDictionaryAsync(space => space.Id, cancellationToken: cancel);

    /// <summary>The names of these rooms, by id.</summary>
    public static ValueTask<Dictionary<int, string>> SpaceNamesAsync(HotelDb db, IEnumerable<int?> ids, CancellationToken cancel) =>
        SpaceNames.On(db)(db, [.. ids.OfType<int>().Distinct()]).ToDictionaryAsync(space => space.Id, space => space.Name, cancellationToken: cancel);

    private sealed record NamedSpace(int Id, string Name);

    private sealed record TakenAtom(int SpaceId, int? BackUpSpaceId, Atom Atom);
}
