using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>Raises or lowers prices by a percentage from a day on: what would change is looked at first, and all of it is saved at once.</summary>
[Authorize(Policy = Policies.SalesManager)]
[Route("catalogue/rise")]
public sealed class RiseController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string Page = "/Features/Catalogue/Rise.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var form = new RiseForm { Kinds = [.. Enum.GetValues<CatalogueKind>()], Packages = [.. Enum.GetValues<PackageKind>()], Hire = true, From = new LocalDate(today.Year + 1, 1, 1), Rounding = 0.50m };
        return View(Page, new RisePage(form, null, property, today));
    }

    [SameHotel]
    [HttpPost("preview")]
    public async Task<IActionResult> Look(RiseForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var rise = Read(form, property);
        if (rise is null) return Refused(Shown(form, null, property), Page);
        return View(Page, Shown(form, await PriceListAsync(form, property, cancel), property, rise));
    }

    [OncePerForm]
    [SameHotel]
    [HttpPost("")]
    public async Task<IActionResult> Apply(RiseForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        if (Read(form, property) is not { } rise) return Refused(Shown(form, null, property), Page);
        await using var turn = await db.BeginWriteAsync(cancel);
        var list = await PriceListAsync(form, property, cancel);
        var page = Shown(form, list, property, rise);
        if (page.Seen != form.Seen) ModelState.AddModelError("", "Prices were changed since you looked. This is what would change now.");
        if (!ModelState.IsValid) return Refused(page, Page);
        var (spaces, made) = (list.Spaces, new List<(Package Old, Package Next)>());
        foreach (var item in list.Items) item.Raise(rise);
        foreach (var price in list.Hire)
            if (price.Raise(rise) is { } next) db.HirePrices.Add(next);
        foreach (var package in list.Packages)
            if (package.Raise(rise) is { } next) made.Add((package, next));
        db.Packages.AddRange(made.Select(pair => pair.Next));
        await db.SaveChangesAsync(cancel); // a successor gets its number here
        var why = (Sentence)$"{rise.Percent} % from {rise.From} on, rounded to {rise.Rounding}";
        foreach (var item in list.Items) Note(nameof(CatalogueItem), item.Id, "raise prices", page.Rows!, $"/catalogue/{item.Id}", why);
        foreach (var id in list.Hire.Select(price => price.SpaceId).Distinct()) Note(nameof(Space), id, "raise hire prices", page.Rows!, $"/catalogue/hire#{id}", why);
        foreach (var package in list.Packages) Note(nameof(Package), package.Id, "raise prices", page.Rows!, $"/packages/{package.Id}", why);
        foreach (var (old, next) in made) db.Note(Me, clock.GetCurrentInstant(), nameof(Package), next.Id, "go on with", $"{old.ListPrice}", $"{next.ListPrice}", why);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        Say($"The prices of {list.Items.Count} things, {list.Hire.Select(price => price.SpaceId).Distinct().Count()} spaces and {list.Packages.Count} packages change on {rise.From}.");
        return RedirectToAction(nameof(CatalogueController.Index), "Catalogue");
    }

    private PriceRise? Read(RiseForm form, Property property) => ModelState.IsValid ? Attempt(() => form.Read(property.Today(clock.GetCurrentInstant()))) : null;

    /// <summary>What the form chose and is sold on some day from then on.</summary>
    private async Task<PriceList> PriceListAsync(RiseForm form, Property property, CancellationToken cancel)
    {
        var from = form.From!.Value;
        List<CatalogueItem> items = await db.CatalogueItems.Where(item => item.PropertyId == property.Id && !item.IsRetired).ToListAsync(cancel);
        List<HirePrice> hire = form.Hire ? await db.HirePrices.Where(price => price.PropertyId == property.Id).ToListAsync(cancel) : [];
        var packages = await db.PackagesWhole(property.Id).Where(package => !package.IsRetired).ToListAsync(cancel);
        return new PriceList(
            [.. items.Where(item => form.Takes(item) && !(item.ValidTo < from)).OrderBy(item => item.Kind).ThenBy(item => item.Name, StringComparer.CurrentCulture)], [.. hire.Where(price => !(price.ValidTo < from)).OrderBy(price => price.Id)],
            [.. packages.Where(package => form.Packages.Contains(package.Kind) && !(package.ValidTo < from)).OrderBy(package => package.Code, StringComparer.Ordinal).ThenBy(package => package.ValidFrom)], await db.SpaceListAsync(property.Id, cancel));
    }

    private RisePage Shown(RiseForm form, PriceList? list, Property property, PriceRise? rise = null)
    {
        var here = Words.Here;
        List<RiseRow>? rows = list is null || rise is null ? null :
        [
            .. list.Items.Select(item => new RiseRow(here[item.Kind.ToString()], item.Name, $"/catalogue/{item.Id}", item.Prices.Changes(rise))),
            .. list.Hire.GroupBy(price => price.SpaceId).OrderBy(space => list.Spaces.FindIndex(known => known.Id == space.Key))
                .Select(space => new RiseRow(here["Hire"], list.Spaces.Find(known => known.Id == space.Key)?.Name ?? "", $"/catalogue/hire#{space.Key}", [.. space.SelectMany(price => Hired(price, rise))])),
            .. list.Packages.Select(package => new RiseRow(here["Packages"], package.Name, $"/packages/{package.Id}", package.Changes(rise))),
        ];
        return new RisePage(form, rows, property, property.Today(clock.GetCurrentInstant()));
    }

    private static IEnumerable<PriceChange> Hired(HirePrice price, PriceRise rise) =>
        price.Changes(rise).Select(change => HireWords.Days(price) is { } days ? change with { What = $"{change.What}, {days}" } : change);

    private void Note(string subject, int id, Sentence action, IReadOnlyList<RiseRow> rows, string link, Sentence why)
    {
        var changes = rows.First(row => row.Link == link).Changes;
        db.Note(Me, clock.GetCurrentInstant(), subject, id, action, FactRecord.Listed([.. changes.Select(change => (Sentence)$"{change.What}: {change.Was}")]), FactRecord.Listed([.. changes.Select(change => (Sentence)$"{change.What}: {change.Now}")]), why);
    }

    private sealed record PriceList(List<CatalogueItem> Items, List<HirePrice> Hire, List<Package> Packages, List<Space> Spaces);
}
