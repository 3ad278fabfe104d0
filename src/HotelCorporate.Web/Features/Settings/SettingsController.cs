using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Settings;

/// <summary>What the house sets for itself: a hotel's data and defaults, and the way to users, limits, taxes, holidays and number series.</summary>
[Authorize(Policy = Policies.Administrator)]
[Route("settings")]
public sealed class SettingsController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const int LargestLogo = 1_000_000;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(new SettingsPage(await hotel.GetAsync(cancel), IsOfTheChain: db.Scope is null));

    [HttpGet("hotel")]
    public async Task<IActionResult> Hotel(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        return View(new HotelPage(HotelForm.Of(property), property));
    }

    [SameHotel]
    [HttpPost("hotel")]
    public async Task<IActionResult> Hotel(HotelForm form, CancellationToken cancel)
    {
        var current = await hotel.GetAsync(cancel);
        Check(form);
        if (!ModelState.IsValid) return Refused(new HotelPage(form, current));
        var property = await db.Properties.SingleAsync(property => property.Id == current.Id, cancel);
        db.Entry(property).Property(property => property.Version).OriginalValue = form.Version;
        form.Set(property);
        db.NoteChanges(Me, clock.GetCurrentInstant(), nameof(Property), property.Id, property);
        db.Note(Me, clock.GetCurrentInstant(), nameof(Property), property.Id, "save settings");
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var stands = await DeskQueries.PropertyAsync(db, current.Id, cancel);
            ModelState.Clear();
            ModelState.AddModelError("", "Somebody changed these settings while you typed. What stands now is shown beside yours: save again to put yours over it.");
            form.Version = stands.Version;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(new HotelPage(form, stands, HotelForm.Of(stands)));
        }

        Say("The settings are saved.");
        return RedirectToAction(nameof(Hotel));
    }

    /// <summary>A further hotel of the chain; only for who works for the whole chain.</summary>
    [HttpGet("new-hotel")]
    public IActionResult NewHotel() => db.Scope is null
        ? View("Hotel", new HotelPage(new HotelForm
        {
            OfficeOpens = new(9, 0), OfficeCloses = new(17, 0), GuaranteeTime = new(10, 0), Currency = "EUR", TimeZone = "Europe/Tirane",
            OfficeDays = HotelForm.Week.ToDictionary(day => day, day => WeekDays.MondayToFriday.HasFlag(day)), Styles = HotelForm.StylesOf(SetupTimes.For),
        }, null))
        : NotFound();

    [OncePerForm]
    [HttpPost("new-hotel")]
    public async Task<IActionResult> NewHotel(HotelForm form, CancellationToken cancel)
    {
        if (db.Scope is not null) return NotFound();
        Check(form);
        if (form.Code is not { Length: 3 } code || !code.All(char.IsAsciiLetterUpper)) ModelState.AddModelError(nameof(form.Code), "Type three capital letters, such as TIA.");
        else if (await db.Properties.AnyAsync(property => property.Code == code, cancel)) ModelState.AddModelError(nameof(form.Code), "Another hotel has these letters. Choose others.");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(form.TimeZone ?? "") is null) ModelState.AddModelError(nameof(form.TimeZone), "This time zone is not known. Type a name such as Europe/Tirane.");
        Attempt(() => Currency.Of(form.Currency ?? ""), nameof(form.Currency));
        if (!ModelState.IsValid) return Refused(new HotelPage(form, null), "Hotel");
        await using var turn = await db.BeginWriteAsync(cancel);
        var property = form.Open();
        form.Set(property);
        db.Properties.Add(property);
        await db.SaveChangesAsync(cancel);
        db.Note(Me, clock.GetCurrentInstant(), nameof(Property), property.Id, "open", to: property.Code);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        Response.Cookies.Append(CurrentProperty.Cookie, property.Code, CurrentProperty.CookieOptions(Request));
        return RedirectToAction(nameof(Hotel));
    }

    /// <summary>A picture by its content, whatever its name says; kept as PNG of its own making.</summary>
    [RequestSizeLimit(2 * LargestLogo)]
    [SameHotel]
    [HttpPost("logo")]
    public async Task<IActionResult> Logo(IFormFile? file, CancellationToken cancel)
    {
        var current = await hotel.GetAsync(cancel);
        if (file is null || file.Length is 0 or > LargestLogo) ModelState.AddModelError("file", "Choose a PNG or JPEG picture of 1 MB at most.");
        byte[]? png = null;
        if (ModelState.IsValid)
        {
            using var bytes = new MemoryStream();
            await file!.CopyToAsync(bytes, cancel);
            png = Documents.Pdf.LogoPicture.Read(bytes.ToArray());
            if (png is null) ModelState.AddModelError("file", "This is no PNG or JPEG picture, or it has more than 4,000 points a side. Choose another file.");
        }

        if (png is null) return Refused(new HotelPage(HotelForm.Of(current), current), "Hotel");
        await using var turn = await db.BeginWriteAsync(cancel);
        var logo = new Logo(current.Id, png);
        db.Logos.Add(logo);
        await db.SaveChangesAsync(cancel);
        await SetLogoAsync(current.Id, logo.Id, cancel);
        await turn.CommitAsync(cancel);
        return RedirectToAction(nameof(Hotel));
    }

    [SameHotel]
    [HttpPost("logo/remove")]
    public async Task<IActionResult> RemoveLogo(CancellationToken cancel)
    {
        var current = await hotel.GetAsync(cancel);
        if (!ModelState.IsValid) return Refused(new HotelPage(HotelForm.Of(current), current), "Hotel");
        await SetLogoAsync(current.Id, null, cancel);
        return RedirectToAction(nameof(Hotel));
    }

    private async Task SetLogoAsync(int propertyId, int? logo, CancellationToken cancel)
    {
        var property = await db.Properties.SingleAsync(property => property.Id == propertyId, cancel);
        property.LogoId = logo;
        property.Version++;
        db.NoteChanges(Me, clock.GetCurrentInstant(), nameof(Property), propertyId, property);
        await db.SaveChangesAsync(cancel);
    }

    private void Check(HotelForm form)
    {
        if (form.OfficeCloses <= form.OfficeOpens) ModelState.AddModelError(nameof(form.OfficeCloses), "The office closes after it opens.");
        var known = Language.All.Select(language => language.Code).ToList();
        foreach (var unknown in (form.Languages ?? "").Split(',').Except(known, StringComparer.Ordinal).Take(1))
            Refuse(nameof(form.Languages), $"The site cannot write in {unknown}. It knows {string.Join(", ", known)}.");
        if (!form.OfficeDays.Values.Contains(true)) ModelState.AddModelError("OfficeDays[Monday]", "The office is open on one day a week at least.");
        Attempt(() => { _ = Iban.Read(form.Iban); }, nameof(form.Iban));
        Attempt(() => { _ = CancellationLadder.Parse(form.Cancellation ?? ""); }, nameof(form.Cancellation));
        Attempt(() => { _ = DepositSchedule.Parse(form.Deposits ?? ""); }, nameof(form.Deposits));
        Attempt(() => { _ = Domain.Accounts.ScoreWeights.Parse(form.ScoreWeights ?? ""); }, nameof(form.ScoreWeights));
    }
}
