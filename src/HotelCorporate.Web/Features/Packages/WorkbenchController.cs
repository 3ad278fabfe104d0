using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Packages;

/// <summary>Works out a package that is being negotiated: what it earns is told while it is typed. Nothing is stored; an open booking's offer can begin with it.</summary>
[Authorize(Policy = Policies.Sales)]
[Route("packages/{id:int}/workbench")]
public sealed class WorkbenchController(HotelDb db, QuoteGrounds grounds, QuoteDrafting drafting, IClock clock) : HotelController
{
    private const string PageView = "/Features/Packages/Workbench.cshtml";
    private const int MostBookings = 200;
    private static readonly BookingStatus[] Open = [BookingStatus.Inquiry, BookingStatus.Quoted, BookingStatus.Tentative];

    [HttpGet("")]
    public async Task<IActionResult> Index(int id, WorkbenchForm form, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } found) return NotFound();
        var (ground, result) = await WorkedAsync(form, found.Package, found.Property, cancel);
        if (Request.Headers.ContainsKey("X-Part")) return PartialView("_Worth", result);
        var page = await PageAsync(form, found.Package, ground, result, cancel);
        return ModelState.IsValid ? View(PageView, page) : Refused(page, PageView);
    }

    /// <summary>Leads to a new offer of the chosen function's booking, filled in with what was worked out.</summary>
    [HttpGet("offer")]
    public async Task<IActionResult> Offer(int id, WorkbenchForm form, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } found) return NotFound();
        var (ground, result) = await WorkedAsync(form, found.Package, found.Property, cancel);
        var into = form.FunctionId is { } function ? (await OpenAsync(form, found.Property, cancel)).FirstOrDefault(row => row.FunctionId == function) : null;
        if (into is null) ModelState.AddModelError(nameof(form.FunctionId), "Choose the booking and its function.");
        if (into is null || !ModelState.IsValid) return Refused(await PageAsync(form, found.Package, ground, result, cancel), PageView);
        return LocalRedirect($"/bookings/{into.BookingId}/quotes/new{Worked(id, into.FunctionId)}");
    }

    /// <summary>What was typed of the package, word for word, as the offer's form asks for it.</summary>
    private QueryString Worked(int packageId, int functionId)
    {
        string[] alone = [nameof(PackageRow.Price), nameof(PackageRow.Discount), nameof(PackageRow.TakenOut)];
        var typed = Request.Query.Where(field => alone.Contains(field.Key, StringComparer.OrdinalIgnoreCase) || field.Key.StartsWith(nameof(PackageRow.Added), StringComparison.OrdinalIgnoreCase));
        return QueryString.Create("function", $"{functionId}").Add($"worked.{nameof(PackageRow.PackageId)}", $"{packageId}") + QueryString.Create(typed.Select(field => KeyValuePair.Create("worked." + field.Key, field.Value)));
    }

    private async Task<(Package Package, Property Property)?> FindAsync(int id, CancellationToken cancel)
    {
        if (await db.Packages.AsNoTracking().AsSplitQuery().Include(package => package.Components).Include(package => package.Steps).SingleOrDefaultAsync(package => package.Id == id, cancel) is not { } package) return null;
        return (package, await DeskQueries.PropertyAsync(db, package.PropertyId, cancel));
    }

    /// <summary>The one calculation of every offer; what is wrong stands at its field.</summary>
    private async Task<(QuoteGround Ground, QuoteResult? Result)> WorkedAsync(WorkbenchForm form, Package package, Property property, CancellationToken cancel)
    {
        var today = property.Today(clock.GetCurrentInstant());
        form.Begin(package, today, Request.Query);
        var ground = await grounds.OfPackageAsync(property, package, form.CompanyId, form.Date ?? today, Me.UserId, cancel);
        if (form.ToRequest(package, ground, Refuse) is not { } asked) return (ground, null);
        var priced = await grounds.PriceAsync(ground, asked, cancel);
        foreach (var (field, why) in priced.Refusals) Refuse(form.FieldOf(field), why);
        var wish = new QuoteWish(ground, asked, priced, Revision: 1, Alternative: 1);
        return (ground, priced.Lines.Count > 0 && Attempt(() => drafting.Make(wish)) is { } quote ? await drafting.ResultAsync(wish, quote, Me, cancel) : null);
    }

    private async Task<WorkbenchPage> PageAsync(WorkbenchForm form, Package package, QuoteGround ground, QuoteResult? result, CancellationToken cancel) =>
        new(package, form.WithRows(), ground, result, await OpenAsync(form, ground.Property, cancel));

    /// <summary>Functions to come of bookings that are still being sold, the next ones first; of the company when one is named.</summary>
    private async Task<List<WorkbenchPage.OpenFunction>> OpenAsync(WorkbenchForm form, Property property, CancellationToken cancel)
    {
        var today = property.Today(clock.GetCurrentInstant()).AtMidnight();
        var open = from booking in db.Bookings
            where booking.PropertyId == property.Id && Open.Contains(booking.Status) && (form.CompanyId == null || booking.AccountId == form.CompanyId)
            from function in booking.Functions
            where !function.IsCancelled && function.Start >= today
            orderby function.Start, function.Id
            select new WorkbenchPage.OpenFunction(booking.Id, booking.Reference, booking.Name, function.Id, function.Name, function.Start, function.Expected);
        return await open.Take(MostBookings).ToListAsync(cancel);
    }
}

/// <summary>All that the page for working out a package shows.</summary>
/// <param name="Functions">Those whose offer may take it.</param>
public sealed record WorkbenchPage(Package Package, WorkbenchForm Form, QuoteGround Ground, QuoteResult? Result, IReadOnlyList<WorkbenchPage.OpenFunction> Functions)
{
    /// <summary>The price per delegate that the company has agreed; none when it pays the list price.</summary>
    public Money? AgreedPrice => Ground.Basis.AgreedPrice(Package);

    public sealed record OpenFunction(int BookingId, string Reference, string Name, int FunctionId, string Function, LocalDateTime Start, int People);
}
