using System.Globalization;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Domain.Rooms;
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

/// <summary>The rooming list of a block: who sleeps where, brought in from the client's file.</summary>
[Authorize(Policy = Policies.Events)]
[Route("bookings/{bookingId:int}/block/guests")]
public sealed class GuestsController(HotelDb db, HouseRooms house, IClock clock) : HotelController
{
    private const string Shown = "/Features/Blocks/Guests.cshtml";
    private const string Preview = "/Features/Blocks/Preview.cshtml";

    private static IReadOnlyList<ImportField> Fields { get; } =
    [
        new(nameof(GuestFacts.Name), "Guest", IsNeeded: true, "name", "guest", "guestname", "fullname", "emri", "mysafiri"),
        new(nameof(GuestFacts.RoomTypeId), "Room type", IsNeeded: false, "type", "roomtype", "room", "category", "tipi"),
        new(nameof(GuestFacts.Arrival), "Arrival", IsNeeded: true, "arrival", "checkin", "from", "arrivaldate", "mberritja"),
        new(nameof(GuestFacts.Departure), "Departure", IsNeeded: true, "departure", "checkout", "to", "until", "departuredate", "largimi"),
        new(nameof(GuestFacts.SharedWith), "Shares with", IsNeeded: false, "shareswith", "sharedwith", "sharing", "secondguest", "guest2"),
        new(nameof(GuestFacts.Reference), "Reference", IsNeeded: false, "reference", "ref", "confirmation", "bookingno", "id"),
        new(nameof(GuestFacts.Remarks), "Remarks", IsNeeded: false, "remarks", "notes", "comment", "comments", "requests"),
    ];

    [HttpGet("")]
    public async Task<IActionResult> Index(int bookingId, CancellationToken cancel) => await ReadAsync(bookingId, cancel) is { } page ? View(Shown, page) : NotFound();

    [HttpGet("xlsx")]
    public async Task<IActionResult> Excel(int bookingId, CancellationToken cancel)
    {
        if (await ReadAsync(bookingId, cancel) is not { } page) return NotFound();
        var sheet = new RoomingSheet($"{page.Booking.Reference} {page.Booking.Name}", [.. (page.Block?.Guests ?? []).OrderBy(guest => guest.Arrival).ThenBy(guest => guest.Name, StringComparer.CurrentCulture)
            .Select(guest => new GuestRow(guest.Name, page.TypeName(guest.RoomTypeId), guest.Arrival, guest.Departure, Period.DaysBetween(guest.Arrival, guest.Departure), guest.SharedWith, guest.Reference, guest.Remarks))]);
        return Excel(BlockWorkbook.Write(sheet, Words.Here), $"{page.Booking.Reference}-rooming-list.xlsx");
    }

    /// <summary>Shows what the list would do; without a file, the one of the page with the columns that were chosen.</summary>
    [Authorize(Policy = Policies.Planning)]
    [RequestSizeLimit(2 * TableFile.Largest)]
    [HttpPost("preview")]
    public async Task<IActionResult> Look(int bookingId, IFormFile? file, ImportForm form, CancellationToken cancel)
    {
        if (await ReadAsync(bookingId, cancel) is not { } page) return NotFound();
        var block = await BlockAsync(bookingId, cancel);
        var table = await TableAsync(file, form.Table, cancel);
        Attempt(page.RefuseUnlessItLives, "file");
        if (block is null) ModelState.AddModelError("file", "Keep bedrooms first: no block has a place for these guests.");
        var looked = ModelState.IsValid && table is not null ? Lay(page, block!, table, file is null ? form : null) : null;
        return looked is null ? Refused(page, Shown) : View(Preview, looked);
    }

    [Authorize(Policy = Policies.Planning)]
    [RequestSizeLimit(2 * TableFile.Largest)]
    [OncePerForm]
    [HttpPost("")]
    public async Task<IActionResult> BringIn(int bookingId, ImportForm form, CancellationToken cancel)
    {
        if (await ReadAsync(bookingId, cancel) is not { } page) return NotFound();
        var block = await BlockAsync(bookingId, cancel);
        if (block is null || Attempt(() => TableFile.Parse(form.Table ?? ""), "file") is not { } table || Lay(page, block, table, form) is not { } looked) return Refused(page, Shown);
        Attempt(page.RefuseUnlessItLives);
        if (looked.Seen != form.Seen) ModelState.AddModelError("", "The bedrooms were changed since you looked. This is what the list would do now.");
        if (!ModelState.IsValid) return Refused(looked, Preview);
        if (looked.ToBringIn > 0)
            db.Note(Me, clock.GetCurrentInstant(), nameof(Booking), bookingId, "bring in a rooming list", to: $"{looked.Count(RowVerdict.Made)} guests made, {looked.Count(RowVerdict.Changed)} changed, {looked.Count(RowVerdict.Refused)} left out");
        if (!await SavedAsync(cancel)) return Refused((await ReadAsync(bookingId, cancel))!, Shown);
        Say($"The list is in: {looked.Count(RowVerdict.Made)} made, {looked.Count(RowVerdict.Changed)} changed, {looked.Count(RowVerdict.Refused)} left out.");
        return RedirectToAction(nameof(Index), new { bookingId });
    }

    /// <summary>The guest does not come.</summary>
    [Authorize(Policy = Policies.Planning)]
    [HttpPost("{guestId:int}/remove")]
    public async Task<IActionResult> Remove(int bookingId, int guestId, CancellationToken cancel)
    {
        if (await ReadAsync(bookingId, cancel) is not { } page || await BlockAsync(bookingId, cancel) is not { } block) return NotFound();
        var before = block.PickedUp;
        if (!Attempt(page.RefuseUnlessItLives) || !Attempt(() => block.Unname(guestId, page.Today))) return Refused(page, Shown);
        db.Note(Me, clock.GetCurrentInstant(), nameof(Booking), bookingId, "take a guest off the rooming list", $"{before} room nights", $"{block.PickedUp} room nights");
        return await SavedAsync(cancel) ? RedirectToAction(nameof(Index), new { bookingId }) : Refused((await ReadAsync(bookingId, cancel))!, Shown);
    }

    private async Task<bool> SavedAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", "Somebody changed the bedrooms while you typed. Look at them, then save again.");
            return false;
        }
    }

    private ImportPage? Lay(BlockPage page, RoomBlock block, TableFile table, ImportForm? form)
    {
        if (Attempt(() => new MappedTable(table, Fields, form?.Columns.AsReadOnly()), "file") is not { } mapped) return null;
        var only = block.Nights.Select(night => night.RoomTypeId).Distinct().ToList() is [var one] ? page.Type(one) : null;
        var rows = mapped.Missing.Count > 0 ? [] : mapped.Rows.Select(row => Read(row, page.Types, only)).ToList();
        var outcomes = RoomingList.Apply(rows, block, page.TypeName, page.Today);
        return new ImportPage($"/bookings/{block.BookingId}/block/guests", $"/bookings/{block.BookingId}/block/guests", mapped, outcomes);
    }

    /// <param name="only">The type of a block that has but one: a list need not name it.</param>
    private static RoomingRow Read(MappedRow row, IReadOnlyList<RoomType> types, RoomType? only)
    {
        var named = row.Text(nameof(GuestFacts.RoomTypeId));
        var type = named.Length == 0 ? only : types.FirstOrDefault(type => type.IsCalled(named));
        if (type is null && named.Length > 0) row.Refuse(nameof(GuestFacts.RoomTypeId), $"This hotel has no room type {named}.");
        else if (type is null) row.Refuse(nameof(GuestFacts.RoomTypeId), "The block has several room types: say which.");
        var (name, arrival, departure) = (row.Needed(nameof(GuestFacts.Name), 120), row.Day(nameof(GuestFacts.Arrival), CultureInfo.CurrentCulture), row.Day(nameof(GuestFacts.Departure), CultureInfo.CurrentCulture));
        var (reference, shared, remarks) = (row.Text(nameof(GuestFacts.Reference), 60), row.Text(nameof(GuestFacts.SharedWith), 120), row.Text(nameof(GuestFacts.Remarks), 300));
        return new RoomingRow(row.Number, name, type, arrival, departure, reference, shared, remarks, row.Refusals);
    }

    private Task<BlockPage?> ReadAsync(int bookingId, CancellationToken cancel) => BlockPage.ReadAsync(db, house, bookingId, clock.GetCurrentInstant(), cancel);

    private Task<RoomBlock?> BlockAsync(int bookingId, CancellationToken cancel) =>
        db.Blocks.AsSplitQuery().Include(block => block.Nights).Include(block => block.Guests).Include(block => block.Pace).SingleOrDefaultAsync(block => block.BookingId == bookingId, cancel);
}
