using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Languages;
using HotelCorporate.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Users;

/// <summary>The administrator's list of people: invites them, gives them a role, a hotel and a deputy, locks them out and lets them in. Who works for one hotel sees its people only.</summary>
[Authorize(Policy = Policies.Administrator)]
[Route("users")]
public sealed class UsersController(HotelDb db, UserManager<HotelUser> users, SignInManager<HotelUser> door, StaffLetters letters, SignedLinks links, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await PageAsync(new UserForm { Culture = CultureInfo.CurrentUICulture.Name }, cancel));

    [OncePerForm]
    [HttpPost("new")]
    public async Task<IActionResult> New(UserForm form, CancellationToken cancel)
    {
        if (form.Role.Length > 0) CheckRole(form.Role, nameof(form.Role));
        if (form.PropertyId is not null) await CheckHotelAsync(form.PropertyId, nameof(form.PropertyId), cancel);
        if (Language.Choices().All(choice => choice.Code != form.Culture)) ModelState.AddModelError(nameof(form.Culture), "Choose a language of the list.");
        if (!ModelState.IsValid) return Refused(await PageAsync(form, cancel), nameof(Index));

        links.GetReady();
        await using var turn = await db.BeginWriteAsync(cancel);
        var user = new HotelUser { UserName = form.Email.Trim(), Email = form.Email.Trim(), Name = form.Name.Trim(), PropertyId = Own(form.PropertyId), Language = form.Culture, ReadUpTo = await db.Journal.IgnoreQueryFilters().MaxAsync(entry => (long?)entry.Id, cancel) ?? 0 };
        var made = await users.CreateAsync(user);
        if (made.Succeeded) made = await users.AddToRoleAsync(user, form.Role);
        if (!Done(made, nameof(form.Email))) return Refused(await PageAsync(form, cancel), nameof(Index));

        await letters.InviteAsync(user, cancel);
        var works = await HotelNamedAsync(user.PropertyId, cancel);
        db.Note(Me, clock.GetCurrentInstant(), "User", user.Id, "invite", to: $"{(Sentence)form.Role}, {(Sentence)works}");
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        Say("The invitation is on its way.");
        return RedirectToAction(nameof(Details), new { id = user.Id });
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancel) => await UserPageAsync(id, cancel) is { } page ? View(page) : NotFound();

    /// <summary>Another letter with a link by which the person chooses a password.</summary>
    [OncePerForm]
    [HttpPost("{id:int}/invite")]
    public Task<IActionResult> Invite(int id, CancellationToken cancel)
    {
        links.GetReady();
        return ChangeAsync(id, "invite again", null, null, null, async user =>
        {
            await letters.InviteAsync(user, cancel);
            return IdentityResult.Success;
        }, cancel);
    }

    /// <summary>Corrects a name or an address; the address is what the person signs in with.</summary>
    [HttpPost("{id:int}/person")]
    public Task<IActionResult> ChangePerson(int id, PersonForm form, CancellationToken cancel) => ChangeAsync(id, "change person", null, null, null, user =>
    {
        var (name, email) = (form.Name.Trim(), form.Email.Trim());
        if (user.Name != name) db.Note(Me, clock.GetCurrentInstant(), "User", id, "change name");
        if (user.Email != email) db.Note(Me, clock.GetCurrentInstant(), "User", id, "change e-mail");
        (user.Name, user.Email, user.UserName) = (name, email, email);
        return users.UpdateAsync(user);
    }, cancel, nameof(form.Email));

    /// <summary>Gives another role or hotel.</summary>
    [HttpPost("{id:int}/role")]
    public async Task<IActionResult> ChangeRole(int id, string? role, int? propertyId, string? reason, CancellationToken cancel)
    {
        CheckRole(role, nameof(role));
        if (id == Me.UserId && role != Role.Administrator) ModelState.AddModelError(nameof(role), "You cannot take the administrator's role from yourself. Ask another administrator.");
        await CheckHotelAsync(propertyId, nameof(propertyId), cancel);
        var own = Own(propertyId);
        var had = await db.UserRoles.Where(given => given.UserId == id).Join(db.Roles, given => given.RoleId, known => known.Id, (_, known) => known.Name!).ToListAsync(cancel);
        return await ChangeAsync(id, "change role", string.Join(", ", had), role, reason, async user =>
        {
            if (user.PropertyId != own) db.Note(Me, clock.GetCurrentInstant(), "User", id, "change hotel", await HotelNamedAsync(user.PropertyId, cancel), await HotelNamedAsync(own, cancel));
            user.PropertyId = own;
            var taken = await users.RemoveFromRolesAsync(user, had);
            return taken.Succeeded ? await users.AddToRoleAsync(user, role!) : taken;
        }, cancel);
    }

    [HttpPost("{id:int}/lock")]
    public Task<IActionResult> Lock(int id, string? reason, CancellationToken cancel)
    {
        if (id == Me.UserId) ModelState.AddModelError("", "You cannot lock yourself out. Ask another administrator.");
        return LockAsync(id, DateTimeOffset.MaxValue, "lock", reason, cancel);
    }

    [HttpPost("{id:int}/unlock")]
    public Task<IActionResult> Unlock(int id, string? reason, CancellationToken cancel) => LockAsync(id, null, "unlock", reason, cancel);

    /// <summary>For somebody who lost phone and recovery codes: the password alone opens, until they set it up again.</summary>
    [HttpPost("{id:int}/reset-second-factor")]
    public Task<IActionResult> ResetSecondFactor(int id, CancellationToken cancel) => ChangeAsync(id, "reset second factor", null, null, null, async user =>
    {
        var off = await users.SetTwoFactorEnabledAsync(user, enabled: false);
        return off.Succeeded ? await users.ResetAuthenticatorKeyAsync(user) : off;
    }, cancel);

    [OncePerForm]
    [HttpPost("{id:int}/deputies")]
    public async Task<IActionResult> AddDeputy(int id, DeputyForm form, CancellationToken cancel)
    {
        if (await UserPageAsync(id, cancel) is not { } page) return NotFound();
        if (form.DeputyId is not null && !page.Colleagues.Any(person => person.Id == form.DeputyId)) ModelState.AddModelError(nameof(form.DeputyId), Deputies.Refusal);
        if (!ModelState.IsValid || Attempt(() => new Deputy(id, form.DeputyId!.Value, form.From!.Value, form.Until!.Value), nameof(form.Until)) is not { } deputy) return Refused(page, nameof(Details));
        db.Deputies.Add(deputy);
        db.Note(Me, clock.GetCurrentInstant(), "User", id, "add deputy", to: Deputies.Describe(deputy));
        await db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Details), new { id });
    }

    [HttpPost("{id:int}/deputies/{deputyId:int}/end")]
    public async Task<IActionResult> EndDeputy(int id, int deputyId, CancellationToken cancel)
    {
        if (await UserPageAsync(id, cancel) is not { } page || !page.Deputies.Any(away => away.Deputy.Id == deputyId)) return NotFound();
        await Deputies.EndAsync(db, deputyId, page.Today, Me, clock.GetCurrentInstant(), cancel);
        return RedirectToAction(nameof(Details), new { id });
    }

    private void CheckRole(string? role, string field)
    {
        if (!Role.All.Contains(role, StringComparer.Ordinal)) ModelState.AddModelError(field, "There is no such role. Choose one of the list.");
    }

    /// <summary>Who works for one hotel gives no rights to another.</summary>
    private async Task CheckHotelAsync(int? propertyId, string field, CancellationToken cancel)
    {
        if (propertyId is UserForm.EveryHotel ? db.Scope is not null : !await db.Properties.AnyAsync(property => property.Id == propertyId, cancel))
            ModelState.AddModelError(field, "There is no such hotel. Choose one of the list.");
    }

    private static int? Own(int? chosen) => chosen is UserForm.EveryHotel ? null : chosen;

    private async Task<string> HotelNamedAsync(int? propertyId, CancellationToken cancel) =>
        propertyId is null ? "every hotel" : await db.Properties.Where(property => property.Id == propertyId).Select(property => property.Code).SingleAsync(cancel);

    private Task<IActionResult> LockAsync(int id, DateTimeOffset? until, string action, string? reason, CancellationToken cancel) => ChangeAsync(id, action, null, null, reason, user =>
    {
        (user.LockoutEnabled, user.LockoutEnd, user.AccessFailedCount) = (true, until, 0);
        return Task.FromResult(IdentityResult.Success);
    }, cancel);

    /// <summary>Changes a person in one save with its journal row; who is signed in gets the new rights, or is signed out, within a minute.</summary>
    private async Task<IActionResult> ChangeAsync(int id, string action, string? from, string? to, string? why, Func<HotelUser, Task<IdentityResult>> change, CancellationToken cancel, string field = "")
    {
        if (await Visible().SingleOrDefaultAsync(user => user.Id == id, cancel) is not { } user) return NotFound();
        if (why is { Length: > 500 }) ModelState.AddModelError("", "The reason has 500 characters at most.");
        if (!ModelState.IsValid) return Refused((await UserPageAsync(id, cancel))!, nameof(Details));
        await using (var turn = await db.BeginWriteAsync(cancel))
        {
            await db.NextAsync("ADMINISTRATORS", cancel); // two who take each other's rights at once come one after the other
            var had = await ChainHasAdministratorAsync(cancel);
            db.Note(Me, clock.GetCurrentInstant(), "User", id, action, from, to, why);
            if (Done(await change(user), field) && Done(await users.UpdateSecurityStampAsync(user)))
            {
                if (!had || await ChainHasAdministratorAsync(cancel))
                {
                    await turn.CommitAsync(cancel);
                    if (id == Me.UserId) await door.RefreshSignInAsync(user);
                    return RedirectToAction(nameof(Details), new { id });
                }

                ModelState.AddModelError("", "Nobody would be left who sets the limits and reads the whole journal. Make another person administrator of every hotel first.");
            }
        }

        return Refused((await UserPageAsync(id, cancel))!, nameof(Details));
    }

    /// <summary>Whether somebody who can sign in administers every hotel.</summary>
    private async Task<bool> ChainHasAdministratorAsync(CancellationToken cancel)
    {
        var locks = await (
            from given in db.UserRoles
            join role in db.Roles on given.RoleId equals role.Id
            join user in db.Users on given.UserId equals user.Id
            where role.Name == Role.Administrator && user.PropertyId == null && user.PasswordHash != null
            select user.LockoutEnd).ToListAsync(cancel);
        return locks.Exists(until => !(until > clock.GetCurrentInstant().ToDateTimeOffset()));
    }

    private IQueryable<HotelUser> Visible() => db.Users.Where(user => db.Scope == null || user.PropertyId == db.Scope);

    private async Task<List<UsersPage.Row>> RowsAsync(IQueryable<HotelUser> wanted, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant().ToDateTimeOffset();
        var people = await wanted.AsNoTracking().OrderBy(user => user.Name).ToListAsync(cancel);
        var roles = (await db.UserRoles.Join(db.Roles, given => given.RoleId, role => role.Id, (given, role) => new { given.UserId, role.Name }).ToListAsync(cancel))
            .ToLookup(given => given.UserId, given => given.Name ?? "");
        return people.ConvertAll(user => new UsersPage.Row(
            user.Id, user.Name, user.Email ?? "", roles[user.Id].FirstOrDefault() ?? "", user.PropertyId, user.LockoutEnd > now, user.PasswordHash is null, user.TwoFactorEnabled));
    }

    private Task<Dictionary<int, string>> HotelsAsync(CancellationToken cancel) =>
        db.Properties.AsNoTracking().OrderBy(property => property.Name).ToDictionaryAsync(property => property.Id, property => property.Name, cancel);

    private async Task<UsersPage> PageAsync(UserForm form, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return new UsersPage(await RowsAsync(Visible(), cancel), await HotelsAsync(cancel), db.Scope is null, form);
    }

    private async Task<UserPage?> UserPageAsync(int id, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (await RowsAsync(Visible().Where(user => user.Id == id), cancel) is not [var row]) return null;
        var today = (await hotel.GetAsync(cancel)).Today(clock.GetCurrentInstant());
        return new UserPage(
            row, id == Me.UserId, await HotelsAsync(cancel), db.Scope is null, await Deputies.OfAsync(db, id, today, cancel), await Deputies.ColleaguesAsync(db, id, row.PropertyId, clock.GetCurrentInstant(), cancel), today);
    }
}
