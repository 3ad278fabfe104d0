using System.Globalization;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>Spaces by time: what is held by whom. The same number of statements however much is booked.</summary>
[Authorize(Policy = Policies.Events)]
[Route("diary")]
public sealed class DiaryController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(DiaryView? view, string? date, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var now = clock.GetCurrentInstant();
        var today = property.Today(now);
        var asked = LocalDatePattern.Iso.Parse(date ?? "") is { Success: true, Value: { Year: >= 1900 and <= 2200 } day } ? day : today;
        var span = DiarySpan.Of(view ?? DiaryView.Week, asked);
        var opens = span.First.AtStartOfDayInZone(property.Zone).ToInstant();
        var closes = span.End.AtStartOfDayInZone(property.Zone).ToInstant();

        var rooms = await db.Spaces.AsNoTracking().Where(space => space.PropertyId == property.Id).OrderBy(space => space.Position).ThenBy(space => space.Id)
            .Select(space => new DiaryRoom(space.Id, space.Name, space.Floor, space.AreaM2, space.Atoms.Select(atom => atom.AtomId).ToList()))
            .ToListAsync(cancel);
        var earliest = opens - Function.Longest;
        var ids = rooms.ConvertAll(room => room.Id);
        var booked = await (
            from function in db.Functions
            join booking in db.Bookings on function.BookingId equals booking.Id
            join account in db.Accounts on booking.AccountId equals account.Id
            where ids.Contains(function.SpaceId!.Value) && function.OccupiedFrom > earliest && function.OccupiedFrom < closes && function.OccupiedUntil > opens
                && !function.IsCancelled && booking.Status != BookingStatus.Lost && booking.Status != BookingStatus.TurnedDown && booking.Status != BookingStatus.Cancelled
            orderby function.OccupiedFrom, function.Id
            select new DiaryFunction(
                function.Id, function.SpaceId!.Value, function.Name, function.Style, function.Start, function.End, function.OccupiedFrom, function.OccupiedUntil,
                function.Guaranteed ?? function.Expected, function.IsFirm, function.QueuedAs,
                booking.Id, booking.Reference, booking.Name, account.TradeName, booking.Status, booking.OptionOn)).ToListAsync(cancel);

        return View(new DiaryDrawing(span, property.Zone, now, CultureInfo.CurrentCulture).Draw(rooms, booked));
    }
}
