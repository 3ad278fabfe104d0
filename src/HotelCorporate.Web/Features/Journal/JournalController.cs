using System.Globalization;
using HotelCorporate.Domain.Journal;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Journal;

/// <summary>What is looked for; everything is optional.</summary>
public sealed class JournalForm
{
    /// <summary>Booking, Quote, Invoice, Account, User, Property, ...</summary>
    public string? Subject { get; set; }

    public int? Id { get; set; }

    /// <summary>The id of a person, or one of the actors that are no person of the house.</summary>
    public string? By { get; set; }

    /// <summary>Both days are in.</summary>
    public LocalDate? From { get; set; }

    public LocalDate? Until { get; set; }

    /// <summary>In what was done, from, to and why, and in the name of who did it; capital or not.</summary>
    public string? Text { get; set; }

    /// <summary>Entries older than this one.</summary>
    public long? Before { get; set; }
}

/// <summary>A page of the journal, newest first.</summary>
public sealed record JournalPage(JournalForm Form, IReadOnlyList<JournalLine> Lines, bool HasMore, IReadOnlyList<string> Subjects, IReadOnlyDictionary<int, string> People, DateTimeZone Zone);

/// <summary>
/// Who did what, when, from, to, why. Written in the save of each change; the database refuses to change or delete it.
/// Who works for one hotel finds what is about that hotel.
/// </summary>
[Authorize(Policy = Policies.Administrator)]
[Route("journal")]
public sealed class JournalController(HotelDb db, CurrentProperty hotel) : HotelController
{
    private const int PageSize = 100;

    private static readonly string[] Subjects =
        ["Booking", "Quote", "Invoice", "Account", "Agreement", "Mail", "Task", "User", "Property", "RoleLimits", "TaxCode", "ServiceCharge", "Package", "Space", "Breach", "Database"];

    /// <summary>Days beyond which nothing is noted, and which the reckoning of instants can bear.</summary>
    private static readonly (LocalDate First, LocalDate Last) Known = (new(1900, 1, 1), new(2999, 12, 31));

    [HttpGet("")]
    public async Task<IActionResult> Index(JournalForm form, CancellationToken cancel)
    {
        var zone = (await hotel.GetAsync(cancel)).Zone;
        var found = ModelState.IsValid ? await Wanted(form, zone).NewestAsync(db, PageSize + 1, cancel) : [];
        return View(new JournalPage(
            form, [.. found.Take(PageSize)], found.Count > PageSize, Subjects,
            await db.Users.AsNoTracking().Where(person => db.Scope == null || person.PropertyId == db.Scope).OrderBy(person => person.Name).ToDictionaryAsync(person => person.Id, person => person.Name, cancel), zone));
    }

    private IQueryable<JournalEntry> Wanted(JournalForm form, DateTimeZone zone)
    {
        var wanted = db.Journal.AsQueryable();
        if (form.Subject is { Length: > 0 } subject) wanted = wanted.Where(entry => entry.Subject == subject);
        if (form.Id is { } id) wanted = wanted.Where(entry => entry.SubjectId == id);
        if (form.By is { Length: > 0 } by) wanted = int.TryParse(by, CultureInfo.InvariantCulture, out var user) ? wanted.Where(entry => entry.UserId == user) : wanted.Where(entry => entry.UserId == null && entry.Actor == by);
        if (form.From is { } first)
        {
            var from = LocalDate.Min(LocalDate.Max(first, Known.First), Known.Last).AtStartOfDayInZone(zone).ToInstant();
            wanted = wanted.Where(entry => entry.At >= from);
        }

        if (form.Until is { } last)
        {
            var until = LocalDate.Min(LocalDate.Max(last, Known.First), Known.Last).PlusDays(1).AtStartOfDayInZone(zone).ToInstant();
            wanted = wanted.Where(entry => entry.At < until);
        }

        if (form.Text?.Trim() is { Length: > 0 } text)
            wanted = wanted.Where(entry => HotelDb.Lower(entry.Action).Contains(HotelDb.Lower(text)) || HotelDb.Lower(entry.From!).Contains(HotelDb.Lower(text)) || HotelDb.Lower(entry.To!).Contains(HotelDb.Lower(text))
                || HotelDb.Lower(entry.Why!).Contains(HotelDb.Lower(text)) || db.Users.Any(person => person.Id == entry.UserId && HotelDb.Lower(person.Name).Contains(HotelDb.Lower(text))));
        if (form.Before is { } before) wanted = wanted.Where(entry => entry.Id < before);
        return wanted;
    }
}
