using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Plans;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Planning;

/// <summary>What is taken in a hotel: by whom for some days, or only when for a long period.</summary>
internal static class TakenQueries
{
    private static readonly ReadyQuery<Func<HotelDb, int, int, int, Instant, Instant, IAsyncEnumerable<TakenLane>>> Lanes = new(() => EF.CompileAsyncQuery((HotelDb db, int propertyId, int own, int other, Instant opens, Instant closes) =>
        from hold in db.Holds
        join atom in db.Atoms on hold.AtomId equals atom.Id
        where atom.PropertyId == propertyId && hold.From < closes && hold.Until > opens && (hold.BookingId == null || (hold.BookingId != own && hold.BookingId != other))
        select new TakenLane(hold.AtomId, hold.Lane, hold.From, hold.Until)));

    /// <summary>The firm holds and closures of a period, in one statement and without names: a year of them has tens of thousands.</summary>
    /// <param name="except">The booking whose own holds are not in its way.</param>
    /// <param name="behind">The option behind which it would stand in line.</param>
    public static async Task<FreeTimes> FreeAsync(HotelDb db, int propertyId, int? except, int? behind, Instant opens, Instant closes, CancellationToken cancel) =>
        new(await Lanes.On(db)(db, propertyId, except ?? 0, behind ?? 0, opens, closes).ToListAsync(cancel)); // no booking has the id 0

    /// <summary>The firm holds and closures of some days, with whom to name.</summary>
    public static async Task<List<TakenTime>> NamedAsync(HotelDb db, int propertyId, Instant opens, Instant closes, CancellationToken cancel)
    {
        var rows = await (
            from hold in db.Holds.AsNoTracking()
            join atom in db.Atoms on hold.AtomId equals atom.Id
            from function in db.Functions.Where(function => function.Id == hold.FunctionId).DefaultIfEmpty()
            from booking in db.Bookings.Where(booking => booking.Id == hold.BookingId).DefaultIfEmpty()
            from closure in db.Closures.Where(closure => closure.Id == hold.ClosureId).DefaultIfEmpty()
            where atom.PropertyId == propertyId && hold.From < closes && hold.Until > opens
            select new
            {
                hold.AtomId, hold.Lane, hold.From, hold.Until, StartsAt = (Instant?)function.StartsAt, EndsAt = (Instant?)function.EndsAt, hold.BookingId,
                Named = booking.Reference ?? closure.Reason, Status = (BookingStatus?)booking.Status, booking.OptionOn,
            }).ToListAsync(cancel);
        return rows.ConvertAll(row => new TakenTime(
            row.AtomId, row.Lane, row.From, row.Until, row.StartsAt ?? row.From, row.EndsAt ?? row.Until, row.BookingId, row.Named, row.Status == BookingStatus.Tentative ? row.OptionOn : null));
    }
}
