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

/// <summary>What the hotel has beside its rooms, and how much of it is in use.</summary>
[Authorize(Policy = Policies.Events)]
[Route("resources")]
public sealed class ResourcesController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(LocalDate? date, bool day, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var (now, today) = (clock.GetCurrentInstant(), property.Today(clock.GetCurrentInstant()));
        var span = UseSpan.Of(Days.Asked(date, today), day, property.Zone);
        var book = (await db.ResourceHouseAsync(property, span.Time, cancel)).Book;
        var coming = (await db.ResourceHouseAsync(property, ShortagesReading.Coming(property, now), cancel)).Book;
        var rows = book.Catalogue.All.Where(resource => !resource.IsRetired).Select(resource => new ResourceListPage.Row(resource, resource.IsKit ? [] : [.. span.Columns.Select(column => Worst(book.LoadOf(resource), column))]));
        return View(new ResourceListPage(
            [.. rows.OrderBy(row => row.Resource.Kind).ThenBy(row => row.Resource.Name, StringComparer.CurrentCulture)], [.. book.Catalogue.All.Where(resource => resource.IsRetired)], span, today, coming.Shortages().Count));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, LocalDate? date, bool day, CancellationToken cancel) =>
        await ResourceReading.PageAsync(db, id, date, day, clock.GetCurrentInstant(), cancel) is { } page ? View(page) : NotFound();

    /// <summary>The moment with the fewest to spare.</summary>
    private static LoadStep Worst(ResourceLoad load, Occupation time) =>
        load.Steps.Where(step => step.Time.Overlaps(time)).OrderBy(step => step.There - step.Needed).ThenByDescending(step => step.Needed).FirstOrDefault(new LoadStep(time, 0, load.Resource.Stock));
}

/// <summary>Days as a link names them.</summary>
internal static class Days
{
    private static readonly LocalDate First = new(2000, 1, 1), Last = new(2100, 12, 31);

    /// <summary>Today when none is named, or one that no hotel plans for.</summary>
    public static LocalDate Asked(LocalDate? date, LocalDate today) => date is { } day && day >= First && day <= Last ? day : today;
}

/// <summary>What the page of one resource reads.</summary>
internal static class ResourceReading
{
    public static async Task<ResourcePage?> PageAsync(HotelDb db, int id, LocalDate? date, bool day, Instant now, CancellationToken cancel)
    {
        if (await db.Resources.Where(resource => resource.Id == id).Select(resource => (int?)resource.PropertyId).SingleOrDefaultAsync(cancel) is not { } propertyId) return null;
        var property = await DeskQueries.PropertyAsync(db, propertyId, cancel);
        var span = UseSpan.Of(Days.Asked(date, property.Today(now)), day, property.Zone);
        var house = await db.ResourceHouseAsync(property, span.Time, cancel);
        var resource = house.Book.Catalogue.Find(id)!;
        var load = house.Book.LoadOf(resource);
        return new ResourcePage(
            resource, property, [.. resource.Parts.Select(part => (house.Book.Catalogue.Find(part.PartId)!, part.Quantity))], [.. house.Book.Catalogue.All.Where(kit => kit.Parts.Any(part => part.PartId == id))],
            span, property.Today(now), resource.IsKit ? null : new UseDrawing(load, span), [.. load.Uses.Where(use => use.Time.Overlaps(span.Time)).Select(use => new ResourcePage.Use(use, house.Takers[use.FunctionId]))]);
    }
}
