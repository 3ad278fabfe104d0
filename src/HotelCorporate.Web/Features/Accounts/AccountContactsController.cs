using System.ComponentModel.DataAnnotations;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Accounts;

/// <summary>What is typed about a person of a company.</summary>
public sealed class ContactForm
{
    [Required(ErrorMessage = "Type the contact's name."), StringLength(200, ErrorMessage = "A name has 200 characters at most.")]
    public string Name { get; set; } = "";

    [EmailAddress(ErrorMessage = "Type an e-mail address such as name@company.com."), StringLength(256, ErrorMessage = "256 characters at most.")]
    public string? Email { get; set; }

    [StringLength(40, ErrorMessage = "40 characters at most.")]
    public string? Phone { get; set; }

    [StringLength(80, ErrorMessage = "80 characters at most.")]
    public string? JobTitle { get; set; }

    [EnumDataType(typeof(ContactPart), ErrorMessage = "Choose a part of the list.")]
    public ContactPart Part { get; set; }

    /// <summary>None: that of the company.</summary>
    [RegularExpression("[a-z]{2}", ErrorMessage = "Choose a language of the list.")]
    public string? Language { get; set; }

    public bool WantsInvites { get; set; }

    public ContactFacts Facts => new(Name, Email, Phone, Part, Language, WantsInvites, JobTitle);

    public static ContactForm Of(Contact contact) => new()
    {
        Name = contact.Name, Email = contact.Email, Phone = contact.Phone, JobTitle = contact.JobTitle, Part = contact.Part, Language = contact.Language, WantsInvites = contact.WantsInvites,
    };
}

/// <param name="ContactId">The one that is being changed; none: a new one.</param>
public sealed record ContactsPage(Account Account, ContactForm Form, IReadOnlyList<string> Languages, int? ContactId = null);

/// <summary>The people of a company: their part in the decision, whether they get invites, whether they have left.</summary>
[Authorize(Policy = Policies.Events)]
[Route("accounts/{accountId:int}/contacts")]
public sealed class AccountContactsController(HotelDb db, CurrentProperty hotel, IClock clock) : AccountPart(db, hotel, clock)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int accountId, CancellationToken cancel) =>
        await FindAsync(accountId, cancel) is { } account ? Shown(await PageAsync(account, new ContactForm { WantsInvites = true }, null, cancel)) : NotFound();

    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("new")]
    public async Task<IActionResult> New(int accountId, ContactForm form, CancellationToken cancel)
    {
        if (await FindAsync(accountId, cancel) is not { } account) return NotFound();
        var contact = new Contact { Name = form.Name };
        if (!ModelState.IsValid || !Attempt(() => contact.Change(form.Facts, account.Country))) return Refused(await PageAsync(account, form, null, cancel), Page);
        account.Add(contact);
        Note(accountId, "add contact");
        await Db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Index), new { accountId });
    }

    [Authorize(Policy = Policies.Sales)]
    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int accountId, int id, CancellationToken cancel) =>
        await FindAsync(accountId, cancel) is { } account && Of(account, id) is { ErasedAt: null } contact ? Shown(await PageAsync(account, ContactForm.Of(contact), id, cancel)) : NotFound();

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int accountId, int id, ContactForm form, CancellationToken cancel)
    {
        if (await FindAsync(accountId, cancel) is not { } account || Of(account, id) is not { } contact) return NotFound();
        if (!ModelState.IsValid || !Attempt(() => contact.Change(form.Facts, account.Country))) return Refused(await PageAsync(account, form, id, cancel), Page);
        Note(accountId, $"change contact {id}");
        await Db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Index), new { accountId });
    }

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/left")]
    public async Task<IActionResult> Left(int accountId, int id, CancellationToken cancel)
    {
        var today = await TodayAsync(cancel);
        return await MoveAsync(accountId, id, contact => contact.Leave(today), $"contact {id} left", cancel);
    }

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/back")]
    public Task<IActionResult> Back(int accountId, int id, CancellationToken cancel) => MoveAsync(accountId, id, contact => contact.Return(), $"contact {id} is back", cancel);

    private const string Page = "~/Features/Accounts/Contacts.cshtml";

    private ViewResult Shown(ContactsPage page) => View(Page, page);

    private static Contact? Of(Account account, int id) => account.Contacts.FirstOrDefault(contact => contact.Id == id);

    private async Task<IActionResult> MoveAsync(int accountId, int id, Action<Contact> move, Sentence note, CancellationToken cancel)
    {
        if (await FindAsync(accountId, cancel) is not { } account || Of(account, id) is not { } contact) return NotFound();
        if (!Attempt(() => move(contact))) return Refused(await PageAsync(account, new ContactForm { WantsInvites = true }, null, cancel), Page);
        Note(accountId, note);
        await Db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Index), new { accountId });
    }

    private async Task<ContactsPage> PageAsync(Account account, ContactForm form, int? id, CancellationToken cancel) => new(account, form, [.. (await HotelAsync(cancel)).Languages.Split(',')], id);
}
