using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.PersonalData;

/// <param name="Found">What names the person; none: nobody was looked for.</param>
public sealed record PersonalDataPage(string? Name, string? Email, PersonFile? Found, IReadOnlyList<PersonalDataPage.Row> Erasures, DateTimeZone Zone)
{
    public sealed record Row(int Id, string Pseudonym, Instant At, string By);
}

/// <summary>What became of a person's data.</summary>
/// <param name="Names">The evidence that stays; for finance alone, none for others.</param>
public sealed record ErasurePage(Erasure Erasure, IReadOnlyList<KeptName>? Names, DateTimeZone Zone);

/// <summary>What the house knows of a person: shown, handed out as a file, and erased. For those who work for every hotel, since a person may be in each.</summary>
[Authorize(Policy = Policies.Protection)]
[Route("personal-data")]
public sealed class PersonalDataController(HotelDb db, Desk.PersonalData people, PersonErasing erasing, IAuthorizationService may, CurrentProperty hotel, IClock clock) : HotelController
{
    private const int Shown = 50;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [HttpGet("")]
    public async Task<IActionResult> Index(string? name, string? email, CancellationToken cancel)
    {
        if (db.Scope is not null) return NotFound();
        var isAsked = !string.IsNullOrWhiteSpace(name) || !string.IsNullOrWhiteSpace(email);
        var sought = isAsked && (await may.AuthorizeAsync(User, Policies.SalesManager)).Succeeded ? Attempt(() => Sought.Of(name, email)) : null;
        var page = await PageAsync(name, email, sought, cancel);
        return ModelState.IsValid ? View(page) : Refused(page);
    }

    /// <summary>All of it as a file that other programs read.</summary>
    [Authorize(Policy = Policies.SalesManager)]
    [HttpPost("export")]
    public async Task<IActionResult> Export(string? name, string? email, CancellationToken cancel)
    {
        if (db.Scope is not null) return NotFound();
        if (Attempt(() => Sought.Of(name, email)) is not { } sought) return Refused(await PageAsync(name, email, null, cancel), nameof(Index));
        var file = await people.ReadAsync(sought, cancel);
        db.Note(Me, clock.GetCurrentInstant(), "Person", 0, "export a person's data");
        await db.SaveChangesAsync(cancel);
        return File(JsonSerializer.SerializeToUtf8Bytes(All(file), Written), "application/json", "personal-data.json");
    }

    [Authorize(Policy = Policies.SalesManager)]
    [OncePerForm]
    [HttpPost("erase")]
    public async Task<IActionResult> Erase(string? name, string? email, bool understood, CancellationToken cancel)
    {
        if (db.Scope is not null) return NotFound();
        if (Attempt(() => Sought.Of(name, email)) is not { } sought) return Refused(await PageAsync(name, email, null, cancel), nameof(Index));
        if (!understood)
        {
            ModelState.AddModelError(nameof(understood), "Tick that you know: an erasure cannot be undone.");
            return Refused(await PageAsync(name, email, sought, cancel), nameof(Index));
        }

        try
        {
            var property = await hotel.GetAsync(cancel);
            var erasure = await erasing.EraseAsync(sought, property.Today(clock.GetCurrentInstant()), property.RetentionYears, Me, cancel);
            return RedirectToAction(nameof(Erasure), new { id = erasure.Id });
        }
        catch (HouseRuleException refusal)
        {
            db.ChangeTracker.Clear();
            Refuse("", refusal);
            return Refused(await PageAsync(name, email, sought, cancel), nameof(Index));
        }
    }

    [HttpGet("erasures/{id:int}")]
    public async Task<IActionResult> Erasure(int id, CancellationToken cancel)
    {
        if (db.Scope is not null || await db.Erasures.AsNoTracking().Include(erasure => erasure.Names).SingleOrDefaultAsync(erasure => erasure.Id == id, cancel) is not { } erasure) return NotFound();
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var reads = (await may.AuthorizeAsync(User, Policies.Finance)).Succeeded;
        return View(new ErasurePage(erasure, reads ? [.. erasure.Names.Where(kept => kept.Until >= today)] : null, property.Zone));
    }

    private async Task<PersonalDataPage> PageAsync(string? name, string? email, Sought? sought, CancellationToken cancel) => new(
        name, email, sought is null ? null : await people.ReadAsync(sought, cancel),
        await (from erasure in db.Erasures.AsNoTracking()
               join user in db.Users on erasure.ById equals user.Id into users
               from user in users.DefaultIfEmpty()
               orderby erasure.Id descending
               select new PersonalDataPage.Row(erasure.Id, erasure.Pseudonym, erasure.At, user == null ? "" : user.Name)).Take(Shown).ToListAsync(cancel), (await hotel.GetAsync(cancel)).Zone);

    private static object All(PersonFile file) => new
    {
        file.Sought.Name, file.Sought.Email,
        Contacts = file.Contacts.Select(contact => new { contact.Name, contact.Email, contact.Phone, contact.JobTitle, Part = contact.Part.ToString(), contact.Language, contact.WantsInvites, LeftOn = contact.LeftOn is { } day ? Show.Iso(day) : null }),
        Log = file.Activities.Select(activity => new { Kind = activity.Kind.ToString(), At = InstantPattern.General.Format(activity.At), activity.Text }),
        Letters = file.Mails.Select(mail => new { Kind = mail.Kind.ToString(), At = InstantPattern.General.Format(mail.QueuedAt), mail.RecipientName, mail.RecipientAddress, mail.Subject, mail.Facts }),
        AcceptedBookings = file.Bookings.Select(booking => new { booking.Reference, booking.Name, booking.AcceptedBy, AcceptedOn = booking.AcceptedOn is { } day ? Show.Iso(day) : null }),
        AcceptedOffers = file.Quotes.Select(quote => new { quote.Number, quote.Revision, quote.Acceptance!.Name, On = Show.Iso(quote.Acceptance.On), quote.Acceptance.Address }),
        Offers = file.Offers.Select(quote => new { quote.Number, quote.Revision, quote.Remarks, quote.DeclinedBecause }),
        QuestionsAndWishes = file.Comments.Select(comment => new { comment.By, At = InstantPattern.General.Format(comment.At), comment.Text }),
        Approvals = file.Approvals.Select(approval => new { Kind = approval.Kind.ToString(), At = InstantPattern.General.Format(approval.AskedAt), approval.Reason, approval.Answer }),
        RoomingLists = file.Guests.Select(guest => new { guest.Name, Arrival = Show.Iso(guest.Arrival), Departure = Show.Iso(guest.Departure), guest.Reference, guest.SharedWith, guest.Remarks }),
        Leads = file.Leads.Select(lead => new { lead.Title, lead.ContactName, lead.Email, lead.Phone, At = InstantPattern.General.Format(lead.ReceivedAt) }),
        Tasks = file.Tasks.Select(task => new { Text = Words.Here.Say(task.Text), Due = Show.Iso(task.DueOn) }),
        NotesOfCompanies = file.Accounts.Select(account => new { account.TradeName, account.Evidence, account.PinReason, account.Guarantee, account.Needs }),
        file.Documents, JournalEntries = file.Journal, file.Files,
    };
}
