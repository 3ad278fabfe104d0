using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Resources;

/// <summary>What each function of a booking needs of the hotel's resources, and what is hired for it from outside.</summary>
[Authorize(Policy = Policies.Events)]
[Route("bookings/{bookingId:int}/resources")]
public sealed class BookingResourcesController(HotelDb db, IClock clock) : HotelController
{
    private const string Page = "/Features/Resources/Booking.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index(int bookingId, CancellationToken cancel) => await FindAsync(bookingId, cancel) is { } found ? View(Page, await PageAsync(found, cancel)) : NotFound();

    [Authorize(Policy = Policies.Planning)]
    [OncePerForm]
    [HttpPost("needs/new")]
    public async Task<IActionResult> Add(int bookingId, NeedForm form, CancellationToken cancel)
    {
        if (await FindAsync(bookingId, cancel) is not { } found) return NotFound();
        var function = found.Booking.Functions.FirstOrDefault(function => function.Id == form.FunctionId);
        var resource = await db.Resources.Where(resource => resource.PropertyId == found.Property.Id).SingleOrDefaultAsync(resource => resource.Id == form.ResourceId, cancel);
        if (function is null) ModelState.TryAddModelError("", "This function is no longer part of the booking. Load the page again.");
        if (resource is null) ModelState.TryAddModelError(nameof(form.ResourceId), "Choose what is needed.");
        if (form.Quantity is null) ModelState.TryAddModelError(nameof(form.Quantity), "Type how many are needed.");
        RefuseEnded(found.Booking);
        var need = ModelState.IsValid ? Attempt(() => ResourceNeed.Of(function!, resource!, form.Quantity!.Value, form.From, form.Until, found.Property.Zone)) : null;
        if (need is null) return await RefusedAsync(found, cancel);
        db.ResourceNeeds.Add(need);
        Note(bookingId, "need a resource", to: $"{need.Quantity} {resource!.Name}, {function!.Name}");
        await db.SaveChangesAsync(cancel);
        return Back(bookingId);
    }

    [Authorize(Policy = Policies.Planning)]
    [HttpPost("needs/{id:int}/remove")]
    public async Task<IActionResult> Remove(int bookingId, int id, CancellationToken cancel)
    {
        if (await FindAsync(bookingId, cancel) is not { } found || await NeedAsync(found.Booking, need => need.Id == id, cancel) is not { } need) return NotFound();
        RefuseEnded(found.Booking);
        if (!ModelState.IsValid) return await RefusedAsync(found, cancel);
        db.ResourceNeeds.Remove(need);
        Note(bookingId, "take out a resource", from: $"{need.Quantity} {await NameAsync(need.ResourceId, cancel)}, {NameOf(found.Booking, need)}");
        await db.SaveChangesAsync(cancel);
        return Back(bookingId);
    }

    [Authorize(Policy = Policies.Planning)]
    [OncePerForm]
    [HttpPost("needs/{id:int}/hires/new")]
    public async Task<IActionResult> Hire(int bookingId, int id, HireForm form, CancellationToken cancel)
    {
        if (await FindAsync(bookingId, cancel) is not { } found || await NeedAsync(found.Booking, need => need.Id == id, cancel) is not { } need) return NotFound();
        var catalogue = new ResourceCatalogue(await db.ResourcesOf(found.Property.Id).AsNoTracking().ToListAsync(cancel));
        var resource = catalogue.Find(form.ResourceId ?? need.ResourceId);
        if (resource is null) ModelState.TryAddModelError(nameof(form.ResourceId), "Choose what is hired.");
        if (form.Quantity is null) ModelState.TryAddModelError(nameof(form.Quantity), "Type how many are hired.");
        RefuseEnded(found.Booking);
        var hire = ModelState.IsValid ? Attempt(() => need.Hire(resource!, catalogue, form.Quantity!.Value, form.Supplier ?? "", In(found.Property, form.Cost), In(found.Property, form.Price))) : null;
        if (hire is null) return await RefusedAsync(found, cancel);
        Note(bookingId, "hire from outside", to: $"{hire.Quantity} {resource!.Name}, {hire.Supplier}, {NameOf(found.Booking, need)}: {hire.Cost} / {hire.Price}");
        await db.SaveChangesAsync(cancel);
        return Back(bookingId);
    }

    [Authorize(Policy = Policies.Planning)]
    [HttpPost("hires/{id:int}/remove")]
    public async Task<IActionResult> CallOff(int bookingId, int id, CancellationToken cancel)
    {
        if (await FindAsync(bookingId, cancel) is not { } found || await NeedAsync(found.Booking, need => need.Hires.Any(hire => hire.Id == id), cancel) is not { } need) return NotFound();
        RefuseEnded(found.Booking);
        if (!ModelState.IsValid) return await RefusedAsync(found, cancel);
        var hire = need.Hires.First(hire => hire.Id == id);
        need.CallOff(hire);
        Note(bookingId, "call off a hire", from: $"{hire.Quantity} {await NameAsync(hire.ResourceId, cancel)}, {hire.Supplier}, {NameOf(found.Booking, need)}");
        await db.SaveChangesAsync(cancel);
        return Back(bookingId);
    }

    private void RefuseEnded(Booking booking)
    {
        if (booking.HasEnded || booking.Status == BookingStatus.Closed) Refuse("", $"This booking is {booking.Status}: what it needed stays as it was.");
    }

    private async Task<(Booking Booking, Property Property)?> FindAsync(int bookingId, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleOrDefaultAsync(booking => booking.Id == bookingId, cancel);
        return booking is null ? null : (booking, await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel));
    }

    private async Task<ResourceNeed?> NeedAsync(Booking booking, System.Linq.Expressions.Expression<Func<ResourceNeed, bool>> which, CancellationToken cancel)
    {
        var functions = booking.Functions.Select(function => function.Id).ToList();
        return await db.ResourceNeeds.Include(need => need.Hires).Where(need => functions.Contains(need.FunctionId)).SingleOrDefaultAsync(which, cancel);
    }

    private async Task<IActionResult> RefusedAsync((Booking Booking, Property Property) found, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return Refused(await PageAsync(found, cancel), Page);
    }

    private async Task<BookingResourcesPage> PageAsync((Booking Booking, Property Property) found, CancellationToken cancel)
    {
        var (booking, property) = found;
        var live = booking.Functions.Where(function => !function.IsCancelled).ToList();
        var now = clock.GetCurrentInstant();
        var span = live.Count == 0 ? new Occupation(now, now) : new Occupation(live.Min(function => function.OccupiedFrom), live.Max(function => function.OccupiedUntil));
        var house = await db.ResourceHouseAsync(property, span, cancel, with: booking.Id);
        var own = live.Select(function => function.Id).ToHashSet();
        return new BookingResourcesPage(
            booking, await db.Accounts.Where(account => account.Id == booking.AccountId).Select(account => account.TradeName).SingleAsync(cancel), property, house.Book,
            await DeskQueries.SpaceNamesAsync(db, live.Select(function => function.SpaceId), cancel), house.Needs.Where(need => own.Contains(need.FunctionId)).ToLookup(need => need.FunctionId),
            [.. house.Book.Shortages().Where(shortage => shortage.FunctionIds.Any(own.Contains))]);
    }

    private Task<string> NameAsync(int resourceId, CancellationToken cancel) => db.Resources.Where(resource => resource.Id == resourceId).Select(resource => resource.Name).SingleAsync(cancel);

    private static string NameOf(Booking booking, ResourceNeed need) => booking.Functions.First(function => function.Id == need.FunctionId).Name;

    private static Money In(Property property, decimal? amount) => Money.Of(ResourceForm.Bounded(amount), property.Currency);

    private void Note(int bookingId, Sentence action, Sentence? from = null, Sentence? to = null) => db.Note(Me, clock.GetCurrentInstant(), nameof(Booking), bookingId, action, from, to);

    private RedirectToActionResult Back(int bookingId) => RedirectToAction(nameof(Index), new { bookingId });
}
