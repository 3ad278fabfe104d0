using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Blocks;

/// <summary>The bedrooms of a booking: what is kept in which night at which rate, the dates and terms, and what goes back to the house.</summary>
[Authorize(Policy = Policies.Events)]
[Route("bookings/{bookingId:int}/block")]
public sealed class BlocksController(HotelDb db, BlockDesk desk, HouseRooms house, DeadlineDesk deadlines, IClock clock) : HotelController
{
    private const int MostNights = RoomBlock.MostNights;

    [HttpGet("")]
    public async Task<IActionResult> Index(int bookingId, CancellationToken cancel) =>
        await BlockPage.ReadAsync(db, house, bookingId, clock.GetCurrentInstant(), cancel) is { } page ? View(page) : NotFound();

    /// <summary>Saves the grid, all rows or none.</summary>
    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("nights")]
    public Task<IActionResult> Nights(int bookingId, GridForm form, CancellationToken cancel) => DoAsync(bookingId, async _ =>
    {
        List<KeptNight> nights = [.. form.Rows.Where(row => row is { Night: not null, Rooms: not null }).Select(row => new KeptNight(row.RoomTypeId, row.Night!.Value, row.Occupancy, row.Rooms!.Value, row.Rate))];
        for (var i = 0; i < form.Rows.Count; i++)
            if (form.Rows[i].Rooms is null) ModelState.TryAddModelError($"Rows[{i}].Rooms", "Type how many rooms: 0 takes the night out.");
        if (nights.Count == 0) ModelState.TryAddModelError("", "Add a night first.");
        if (!ModelState.IsValid) return;
        foreach (var refusal in await desk.KeepAsync(bookingId, nights, form.RateReason, form.Reason, Me, cancel))
        {
            var row = form.Rows.ToList().FindIndex(row => refusal.Night is { } night && row.RoomTypeId == night.RoomTypeId && row.Night == night.Night);
            Refuse(row < 0 || refusal.Why.Field == nameof(form.RateReason) ? refusal.Why.Field : $"Rows[{row}].{(refusal.Why.Field == "Rate" ? "Rate" : "Rooms")}", refusal.Why.Sentence);
        }
    }, cancel);

    /// <summary>Keeps rooms of one type for further nights, shoulder nights among them.</summary>
    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("add")]
    public Task<IActionResult> Add(int bookingId, AddForm form, CancellationToken cancel) => DoAsync(bookingId, async _ =>
    {
        if (form.First is null) ModelState.TryAddModelError(nameof(form.First), "Type the first night.");
        if (form.Nights is null or < 1 or > MostNights) ModelState.TryAddModelError(nameof(form.Nights), "Type how many nights: 1 to 60.");
        if (form.Rooms is null or < 1 or > RoomBlock.MostRooms) ModelState.TryAddModelError(nameof(form.Rooms), "Type how many rooms: 1 to 2,000.");
        if (!ModelState.IsValid) return;
        List<KeptNight> nights = [.. Enumerable.Range(0, form.Nights!.Value).Select(i => new KeptNight(form.RoomTypeId, form.First!.Value.PlusDays(i), form.Occupancy, form.Rooms!.Value, form.Rate))];
        foreach (var refusal in await desk.KeepAsync(bookingId, nights, form.RateReason, form.Reason, Me, cancel)) Refuse(refusal.Why.Field.Length > 0 ? refusal.Why.Field : nameof(form.Rooms), refusal.Why.Sentence);
    }, cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("dates")]
    public Task<IActionResult> Dates(int bookingId, DatesForm form, CancellationToken cancel) => ChangeAsync(bookingId, block =>
    {
        var (before, reviews) = (Said(block), new List<LocalDate>());
        foreach (var text in (form.ReviewOn ?? "").Split([',', ';', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            reviews.Add(LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : throw new HouseRuleException($"{text} is no date. Write it as in 2027-04-14.") { Field = nameof(form.ReviewOn) });
        block.Block.Date(form.CutOffOn, form.RoomingListOn, reviews, form.Reason, block.Today);
        return ("change the dates of the bedrooms", before, Said(block), form.Reason);
    }, cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("terms")]
    public Task<IActionResult> Terms(int bookingId, TermsForm form, CancellationToken cancel) => ChangeAsync(bookingId, block =>
    {
        var before = Agreed(block.Block);
        block.Block.Agree(form.ToTerms(), form.PlanText ?? "");
        return ("change the terms of the bedrooms", before, Agreed(block.Block), null);
    }, cancel);

    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("reduce")]
    public Task<IActionResult> Reduce(int bookingId, ReductionForm form, CancellationToken cancel) => ChangeAsync(bookingId, block =>
    {
        var before = block.Block.Agreed;
        if (form.Reason is { Length: > 300 }) throw new HouseRuleException("The reason has 300 characters at most.") { Field = nameof(form.Reason) };
        var type = block.Types.Find(type => type.Id == form.RoomTypeId) ?? throw new HouseRuleException("This hotel has no such room type. Choose another.") { Field = nameof(form.RoomTypeId) };
        var rooms = form.Rooms ?? throw new HouseRuleException("Type how many rooms.") { Field = nameof(form.Rooms) };
        List<LocalDate> nights = form.Night is { } one ? [one] : [.. block.Block.Nights.Where(night => night.RoomTypeId == type.Id).Select(night => night.Night).Order()];
        if (nights.Count == 0) throw new HouseRuleException($"The block has no {type.Name}.") { Field = nameof(form.RoomTypeId) };
        foreach (var night in nights) block.Block.Reduce(type, night, rooms, form.On ?? block.Today, form.Reason, block.Today);
        return ("agree on fewer bedrooms", $"{before} room nights", $"{block.Block.Agreed} room nights", form.Reason);
    }, cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("release")]
    public Task<IActionResult> Release(int bookingId, string? reason, CancellationToken cancel) => DoAsync(bookingId, _ => desk.ReleaseAsync(bookingId, reason, Me, cancel), cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("take-back")]
    public Task<IActionResult> TakeBack(int bookingId, LocalDate? cutOffOn, string? reason, CancellationToken cancel) => DoAsync(bookingId, async page =>
    {
        if (page.Block is null) throw new HouseRuleException("No bedrooms are kept.");
        await desk.TakeBackAsync(bookingId, cutOffOn ?? throw new HouseRuleException("Type the new cut-off.") { Field = "CutOffOn" }, reason, Me, cancel);
    }, cancel);

    /// <summary>A change of the block itself, noted in the same save.</summary>
    private Task<IActionResult> ChangeAsync(int bookingId, Func<Opened, (Sentence Action, Sentence? From, Sentence? To, string? Why)> change, CancellationToken cancel) => DoAsync(bookingId, async page =>
    {
        if (page.Block is null) throw new HouseRuleException("No bedrooms are kept.");
        var block = await db.Blocks.AsSplitQuery().Include(block => block.Nights).Include(block => block.Reductions).SingleAsync(block => block.BookingId == bookingId, cancel);
        var noted = change(new Opened(block, [.. page.Types], page.Today));
        db.Note(Me, clock.GetCurrentInstant(), nameof(Booking), bookingId, noted.Action, noted.From, noted.To, noted.Why);
        await deadlines.FollowAsync(bookingId, cancel);
        await db.SaveChangesAsync(cancel);
    }, cancel);

    /// <summary>Does it; a refusal is shown on the page beside its field, with what was typed.</summary>
    private async Task<IActionResult> DoAsync(int bookingId, Func<BlockPage, Task> act, CancellationToken cancel)
    {
        if (await BlockPage.ReadAsync(db, house, bookingId, clock.GetCurrentInstant(), cancel) is not { } page) return NotFound();
        try
        {
            page.RefuseUnlessItLives();
            if (ModelState.IsValid) await act(page);
        }
        catch (HouseRuleException refusal)
        {
            Refuse("", refusal);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Somebody changed the bedrooms while you typed. Look at them, then save again.");
        }

        if (ModelState.IsValid) return RedirectToAction(nameof(Index), new { bookingId });
        db.ChangeTracker.Clear();
        return Refused((await BlockPage.ReadAsync(db, house, bookingId, clock.GetCurrentInstant(), cancel))!, nameof(Index));
    }

    private static Sentence Said(Opened block) => Sentence.Join("; ", [.. new[] { block.Block.CutOffOn, block.Block.RoomingListOn }.Concat(block.Block.ReviewOn.Select(day => (LocalDate?)day)).OfType<LocalDate>().Select(day => (Sentence)$"{day}")]);

    private static Sentence Agreed(RoomBlock block) =>
        $"{Sentence.Percent(block.Allowance)} may stay unused, {Sentence.Percent(block.Damage)} of the rate, {block.Basis}, one free per {block.OneFreePer?.ToString(CultureInfo.InvariantCulture) ?? "-"}, plan {(block.PlanText.Length > 0 ? block.PlanText : "-")}";

    /// <summary>A block that is being changed.</summary>
    private sealed record Opened(RoomBlock Block, List<RoomType> Types, LocalDate Today);
}
