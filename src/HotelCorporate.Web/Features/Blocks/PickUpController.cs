using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Excel;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Blocks;

/// <summary>How a block is taken up: the curve against its plan, and numbers typed by hand.</summary>
[Authorize(Policy = Policies.Events)]
[Route("bookings/{bookingId:int}/block/pick-up")]
public sealed class PickUpController(HotelDb db, HouseRooms house, IClock clock) : HotelController
{
    private const string Shown = "/Features/Blocks/PickUp.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index(int bookingId, CancellationToken cancel) =>
        await ReadAsync(bookingId, cancel) is { } page ? View(Shown, page) : NotFound();

    [HttpGet("xlsx")]
    public async Task<IActionResult> Excel(int bookingId, CancellationToken cancel)
    {
        if (await ReadAsync(bookingId, cancel) is not { } page) return NotFound();
        var sheet = new PickUpSheet(
            $"{page.Booking.Reference} {page.Booking.Name}", [.. (page.Block?.Curve(page.Today) ?? []).Select(day => new PickUpDayRow(day.On, day.PickedUp, day.Plan))],
            [.. page.Nights.Select(night => new PickUpNightRow(night.Night, page.TypeName(night.RoomTypeId), night.Agreed, night.Held, night.PickedUp, night.Rate))]);
        return Excel(BlockWorkbook.Write(sheet, Words.Here), $"{page.Booking.Reference}-pick-up.xlsx");
    }

    [Authorize(Policy = Policies.Planning)]
    [OncePerForm]
    [HttpPost("")]
    public async Task<IActionResult> Type(int bookingId, PickUpForm form, CancellationToken cancel)
    {
        if (await ReadAsync(bookingId, cancel) is not { } page) return NotFound();
        var block = await db.Blocks.AsSplitQuery().Include(block => block.Nights).Include(block => block.Guests).Include(block => block.Pace).SingleOrDefaultAsync(block => block.BookingId == bookingId, cancel);
        if (block is null || form.Rows.Count == 0) ModelState.TryAddModelError("", "No bedrooms are kept.");
        Attempt(page.RefuseUnlessItLives);
        var before = block?.PickedUp;
        for (var i = 0; block is not null && i < form.Rows.Count; i++)
        {
            var (row, field) = (form.Rows[i], $"Rows[{i}].Rooms");
            if (page.Types.FirstOrDefault(type => type.Id == row.RoomTypeId) is not { } type || row.Night is not { } night) ModelState.TryAddModelError("", "Load the page again: a night is no longer there.");
            else if (row.Rooms is not { } rooms) ModelState.TryAddModelError(field, "Type how many rooms are taken.");
            else Attempt(() => block.PickUp(type, night, rooms, page.Today), field);
        }

        if (!ModelState.IsValid) return await AgainAsync(bookingId, cancel);
        db.Note(Me, clock.GetCurrentInstant(), nameof(Booking), bookingId, "pick up by hand", $"{before ?? 0} room nights", $"{block!.PickedUp} room nights");
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Somebody changed the bedrooms while you typed. Look at them, then save again.");
            return await AgainAsync(bookingId, cancel);
        }

        return RedirectToAction(nameof(Index), new { bookingId });
    }

    private async Task<IActionResult> AgainAsync(int bookingId, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return Refused((await ReadAsync(bookingId, cancel))!, Shown);
    }

    private Task<BlockPage?> ReadAsync(int bookingId, CancellationToken cancel) => BlockPage.ReadAsync(db, house, bookingId, clock.GetCurrentInstant(), cancel);
}
