using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Accounts;

/// <summary>The companies that the chain sells to.</summary>
[Authorize(Policy = Policies.Events)]
[Route("accounts")]
public sealed class AccountsController(HotelDb db, LookAlikes alike, CompanyNames names, DecisionRights rights, CurrentProperty hotel, IClock clock) : HotelController
{
    private const int PageSize = 50;
    private const int Offered = 8;
    private const int Longest = 100;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? search, string? tag, bool mine, CancellationToken cancel)
    {
        var today = (await hotel.GetAsync(cancel)).Today(clock.GetCurrentInstant());
        var wanted = db.Accounts.AsNoTracking().Standing();
        if (tag is { Length: > 0 }) wanted = wanted.Where(account => ("," + account.Tags + ",").Contains("," + tag + ","));
        if (mine) wanted = wanted.Where(account => account.ManagerId == Me.UserId || db.Deputies.Any(deputy => deputy.AbsentId == account.ManagerId && deputy.DeputyId == Me.UserId && deputy.From <= today && today <= deputy.Until));
        foreach (var word in FoldedName.Of(search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            wanted = wanted.Where(account => account.SearchText.Contains(word));
        var rows = await wanted.OrderBy(account => account.TradeName).Take(PageSize)
            .Select(account => new AccountsPage.Row(
                account.Id, account.TradeName, account.LegalName, account.City, account.Country, account.Tags, account.Reliability, db.Bookings.Count(booking => booking.AccountId == account.Id)))
            .ToListAsync(cancel);
        return View(new AccountsPage(rows, await wanted.CountAsync(cancel), search, tag, mine));
    }

    /// <summary>Companies that are like what is typed, for the fields in which one is chosen.</summary>
    [HttpGet("names")]
    public async Task<IActionResult> Names(string? q, CancellationToken cancel) => Json(await names.OfferedAsync(q is { Length: > Longest } ? q[..Longest] : q ?? "", Offered, cancel));

    [Authorize(Policy = Policies.Sales)]
    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancel)
    {
        var languages = await LanguagesAsync(null, cancel);
        return View("Form", new AccountFormPage(new AccountForm { Language = languages[0], ManagerId = Me.UserId }, languages, await MaySetCreditAsync(cancel), []) { Sellers = await SellersAsync(cancel) });
    }

    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("new")]
    public async Task<IActionResult> New(AccountForm form, CancellationToken cancel)
    {
        var languages = await LanguagesAsync(null, cancel);
        CheckLanguage(form, languages);
        CheckSender(form, null);
        var maySetCredit = await CheckCreditAsync(form, stands: null, cancel);
        var account = ModelState.IsValid ? Attempt(() => Account.Open(form.Facts), nameof(form.LegalName)) : null;
        if (account is not null && !await DescribeAsync(account, form, cancel)) account = null;
        if (account is null) return Refused(new AccountFormPage(form, languages, maySetCredit, []) { Sellers = await SellersAsync(cancel) }, "Form");
        AddFirstContact(account, form);
        if (!form.IsAnother && await alike.OfAsync(account, cancel) is { Count: > 0 } found)
        {
            ModelState.AddModelError("", "This company may already be here. Open the one that you mean, or say that it is another.");
            return Refused(new AccountFormPage(form, languages, maySetCredit, found) { Sellers = await SellersAsync(cancel) }, "Form");
        }

        account.ApproveCredit(Me.UserId, (await hotel.GetAsync(cancel)).Today(clock.GetCurrentInstant()));
        db.Accounts.Add(account);
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.SaveChangesAsync(cancel);
        db.Note(Me, clock.GetCurrentInstant(), nameof(Account), account.Id, "open");
        if (account.CreditLimit is { } limit) db.Note(Me, clock.GetCurrentInstant(), nameof(Account), account.Id, $"change {(Sentence)nameof(Account.CreditLimit)}", "", $"{limit}");
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return RedirectToAction(nameof(Details), new { id = account.Id });
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancel)
    {
        var page = await ActivatorUtilities.CreateInstance<AccountReading>(HttpContext.RequestServices).ReadAsync(id, cancel);
        if (page is null) return NotFound();
        return page.Account.MergedIntoId is { } into ? RedirectToAction(nameof(Details), new { id = into }) : View(page);
    }

    [Authorize(Policy = Policies.Sales)]
    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancel)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancel);
        return account is null ? NotFound() : View("Form", new AccountFormPage(AccountForm.Of(account), await LanguagesAsync(account, cancel), await MaySetCreditAsync(cancel), [], id) { Sellers = await SellersAsync(cancel) });
    }

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, AccountForm form, CancellationToken cancel)
    {
        var account = await db.Accounts.SingleOrDefaultAsync(account => account.Id == id, cancel);
        if (account is null) return NotFound();
        var languages = await LanguagesAsync(account, cancel);
        CheckLanguage(form, languages);
        CheckSender(form, id);
        var maySetCredit = await CheckCreditAsync(form, account.CreditLimit, cancel);
        db.Entry(account).Property(account => account.Version).OriginalValue = form.Version;
        var (was, parent, manager, limit) = (account.ReferredById, account.ParentId, account.ManagerId, account.CreditLimit);
        await db.Entry(account).Collection(account => account.Contacts).LoadAsync(cancel); // their numbers are read by the country
        var marks = CompanyMarks.Of(account);
        if (!ModelState.IsValid || !Attempt(() => account.Change(form.Facts), nameof(form.LegalName)) || !await DescribeAsync(account, form, cancel))
            return Refused(new AccountFormPage(form, languages, maySetCredit, [], id) { Sellers = await SellersAsync(cancel) }, "Form");
        if (!form.IsAnother && await alike.SinceAsync(account, marks, cancel) is { Count: > 0 } found)
        {
            ModelState.AddModelError("", "With this change it looks like a company that is here. Merge the two, or say that it is another.");
            return Refused(new AccountFormPage(form, languages, maySetCredit, found, id) { Sellers = await SellersAsync(cancel) }, "Form");
        }

        if (limit != account.CreditLimit) account.ApproveCredit(Me.UserId, (await hotel.GetAsync(cancel)).Today(clock.GetCurrentInstant()));
        db.NoteChanges(Me, clock.GetCurrentInstant(), nameof(Account), id, account, nameof(Account.SearchText), nameof(Account.CoreName), nameof(Account.ReferredById), nameof(Account.ParentId), nameof(Account.ManagerId), nameof(Account.CreditApprovedById), nameof(Account.CreditApprovedOn));
        if (parent != account.ParentId) db.Note(Me, clock.GetCurrentInstant(), nameof(Account), id, "change group", await NameAsync(parent), await NameAsync(account.ParentId));
        if (manager != account.ManagerId) db.Note(Me, clock.GetCurrentInstant(), nameof(Account), id, "change account manager", to: account.ManagerId is { } seller ? (Sentence)$"user {seller}" : "");
        if (was != account.ReferredById) db.Note(Me, clock.GetCurrentInstant(), nameof(Account), id, "change who referred it", await NameAsync(was), await NameAsync(account.ReferredById));
        db.Note(Me, clock.GetCurrentInstant(), nameof(Account), id, "change");
        try
        {
            await db.SaveChangesAsync(cancel);
            return RedirectToAction(nameof(Details), new { id });
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var stands = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == id, cancel);
            ModelState.Clear();
            ModelState.AddModelError("", "Somebody changed this account while you typed. Both versions are shown: save again to put yours over it.");
            form.Version = stands.Version;
            if (!maySetCredit) form.CreditLimit = stands.CreditLimit;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View("Form", new AccountFormPage(form, languages, maySetCredit, [], id, stands) { Sellers = await SellersAsync(cancel), Sender = (await NameAsync(stands.ReferredById)).ToString() });
        }

        async Task<Sentence> NameAsync(int? company) => Sentence.Typed(company is null ? "" : await db.Accounts.Where(found => found.Id == company).Select(found => found.TradeName).SingleOrDefaultAsync(cancel) ?? "");
    }

    /// <summary>The languages that the hotel writes to clients in; the one that the company has stays to be chosen.</summary>
    private async Task<IReadOnlyList<string>> LanguagesAsync(Account? account, CancellationToken cancel) =>
        [.. (await hotel.GetAsync(cancel)).Languages.Split(',').Concat(account is null ? [] : [account.Language]).Distinct(StringComparer.Ordinal)];

    private void CheckLanguage(AccountForm form, IReadOnlyList<string> languages)
    {
        if (!languages.Contains(form.Language, StringComparer.Ordinal)) ModelState.AddModelError(nameof(form.Language), "The hotel does not write in this language. Choose one of the list.");
    }

    private void CheckSender(AccountForm form, int? self)
    {
        if (form.ReferredById is not { } sender) return;
        if (form.Source != AccountSource.Referral) Refuse(nameof(form.ReferredById), "Only a referral has a company that sent it. Choose referral, or no company.");
        else if (sender == self) Refuse(nameof(form.ReferredById), "A company cannot have referred itself. Choose another.");
    }

    private async Task<bool> MaySetCreditAsync(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        return (await rights.OfAsync(Me.UserId ?? 0, property.Id, property.Today(clock.GetCurrentInstant()), cancel)).Limits.Any(limits => limits.MayApproveCredit);
    }

    /// <summary>Whoever may not approve credit leaves the limit as it stands; a change that is sent all the same is refused.</summary>
    /// <returns>Whether the person may set it.</returns>
    private async Task<bool> CheckCreditAsync(AccountForm form, long? stands, CancellationToken cancel)
    {
        if (await MaySetCreditAsync(cancel)) return true;
        if (Request.Form.ContainsKey(nameof(form.CreditLimit)) && form.CreditLimit != stands)
            ModelState.AddModelError(nameof(form.CreditLimit), "Only who may approve credit sets a company's credit limit. Ask a sales manager.");
        form.CreditLimit = stands;
        return false;
    }

    private static void AddFirstContact(Account account, AccountForm form)
    {
        if (!string.IsNullOrWhiteSpace(form.ContactName))
            account.Add(new Contact { Name = form.ContactName.Trim(), Email = form.ContactEmail ?? "", Phone = form.ContactPhone ?? "" });
    }

    private Task<List<AccountFormPage.Seller>> SellersAsync(CancellationToken cancel) => db.Sellers().Select(user => new AccountFormPage.Seller(user.Id, user.Name)).ToListAsync(cancel);

    /// <summary>What else is known of it; a seller who is not there is refused at the field.</summary>
    private async Task<bool> DescribeAsync(Account account, AccountForm form, CancellationToken cancel)
    {
        if (form.ManagerId is { } manager && manager != account.ManagerId && !await db.Sellers().AnyAsync(user => user.Id == manager, cancel)) Refuse(nameof(form.ManagerId), "This person has no portfolio. Choose one of the list.");
        var family = await db.FamilyAsync(cancel);
        return ModelState.IsValid && Attempt(() => account.Describe(form.Profile, family));
    }
}
