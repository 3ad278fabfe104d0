using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>The firm holds of a hotel with whom to name: bookings and closures. One statement.</summary>
internal static class TakenTimes
{
    /// <param name="reach">How long before and after it neighbours matter.</param>
    public static async Task<List<TakenTime>> AroundAsync(HotelDb db, int propertyId, Occupation wanted, Duration reach, CancellationToken cancel)
    {
        var (opens, closes) = (wanted.From - reach, wanted.Until + reach);
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
