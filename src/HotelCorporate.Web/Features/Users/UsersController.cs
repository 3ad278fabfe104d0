using System.ComponentModel.DataAnnotations;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Users;

/// <summary>A new person of the house.</summary>
public sealed class UserForm
{
    [Required(ErrorMessage = "Type the person's name."), StringLength(120, ErrorMessage = "A name has 120 characters at most.")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Type the person's e-mail address."), EmailAddress(ErrorMessage = "This is not an e-mail address."), StringLength(256)]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Choose what this person does.")]
    public string Role { get; set; } = "";

    public int? PropertyId { get; set; }

    [Required(ErrorMessage = "Choose a first password."), StringLength(256), DataType(DataType.Password)]
    public string Password { get; set; } = "";
}

/// <summary>Who may sign in.</summary>
public sealed record UsersPage(IReadOnlyList<UsersPage.Row> Rows, IReadOnlyDictionary<int, string> Hotels, UserForm Form)
{
    public sealed record Row(int Id, string Name, string Email, string Role, int? PropertyId, bool IsLocked, bool IsMe);
}

/// <summary>The administrator's list of people: adds them, gives them a role and a hotel, locks them out and lets them in.</summary>
[Authorize(Policy = Policies.Administrator)]
[Route("users")]
public sealed class UsersController(HotelDb db, UserManager<HotelUser> users, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await PageAsync(new UserForm(), cancel));

    [OncePerForm]
    [HttpPost("new")]
    public async Task<IActionResult> New(UserForm form, CancellationToken cancel)
    {
        if (form.Role.Length > 0 && !Role.All.Contains(form.Role, StringComparer.Ordinal)) ModelState.AddModelError(nameof(form.Role), "There is no such role. Choose one of the list.");
        if (form.PropertyId is { } hotel && !await db.Properties.AnyAsync(property => property.Id == hotel, cancel)) ModelState.AddModelError(nameof(form.PropertyId), "There is no such hotel. Choose one of the list.");
        if (!ModelState.IsValid) return Refused(await PageAsync(form, cancel), nameof(Index));

        await using var turn = await db.BeginWriteAsync(cancel);
        var user = new HotelUser { UserName = form.Email.Trim(), Email = form.Email.Trim(), EmailConfirmed = true, Name = form.Name.Trim(), PropertyId = form.PropertyId };
        var made = await users.CreateAsync(user, form.Password);
        if (made.Succeeded) made = await users.AddToRoleAsync(user, form.Role);
        if (!made.Succeeded)
        {
            foreach (var error in made.Errors) ModelState.AddModelError(error.Code.StartsWith("Password", StringComparison.Ordinal) ? nameof(form.Password) : nameof(form.Email), error.Description);
            return Refused(await PageAsync(form, cancel), nameof(Index));
        }

        db.Note(Me, clock.GetCurrentInstant(), "User", user.Id, "add", to: form.Role);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Gives another role or hotel.</summary>
    [HttpPost("{id:int}/role")]
    public async Task<IActionResult> ChangeRole(int id, string? role, int? propertyId, CancellationToken cancel)
    {
        var user = await users.Users.SingleOrDefaultAsync(user => user.Id == id, cancel);
        if (user is null) return NotFound();
        if (!Role.All.Contains(role, StringComparer.Ordinal)) ModelState.AddModelError("", "There is no such role. Choose one of the list.");
        else if (user.Id == Me.UserId && role != Role.Administrator) ModelState.AddModelError("", "You cannot take the administrator's role from yourself. Ask another administrator.");
        if (propertyId is { } hotel && !await db.Properties.AnyAsync(property => property.Id == hotel, cancel)) ModelState.AddModelError("", "There is no such hotel. Choose one of the list.");
        if (!ModelState.IsValid) return Refused(await PageAsync(new UserForm(), cancel), nameof(Index));

        await using var turn = await db.BeginWriteAsync(cancel);
        var had = await users.GetRolesAsync(user);
        await users.RemoveFromRolesAsync(user, had);
        await users.AddToRoleAsync(user, role!);
        user.PropertyId = propertyId;
        db.Note(Me, clock.GetCurrentInstant(), "User", id, "change role", string.Join(", ", had), role);
        await users.UpdateSecurityStampAsync(user); // who is signed in gets the new rights within a minute
        await turn.CommitAsync(cancel);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("{id:int}/lock")]
    public async Task<IActionResult> Lock(int id, CancellationToken cancel)
    {
        if (id != Me.UserId) return await LockAsync(id, DateTimeOffset.MaxValue, "lock", cancel);
        ModelState.AddModelError("", "You cannot lock yourself out. Ask another administrator.");
        return Refused(await PageAsync(new UserForm(), cancel), nameof(Index));
    }

    [HttpPost("{id:int}/unlock")]
    public Task<IActionResult> Unlock(int id, CancellationToken cancel) => LockAsync(id, null, "unlock", cancel);

    private async Task<IActionResult> LockAsync(int id, DateTimeOffset? until, string action, CancellationToken cancel)
    {
        var user = await users.Users.SingleOrDefaultAsync(user => user.Id == id, cancel);
        if (user is null) return NotFound();
        await using var turn = await db.BeginWriteAsync(cancel);
        (user.LockoutEnabled, user.LockoutEnd, user.AccessFailedCount) = (true, until, 0);
        db.Note(Me, clock.GetCurrentInstant(), "User", id, action);
        await users.UpdateSecurityStampAsync(user); // who is locked out is signed out within a minute
        await turn.CommitAsync(cancel);
        return RedirectToAction(nameof(Index));
    }

    private async Task<UsersPage> PageAsync(UserForm form, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var now = clock.GetCurrentInstant().ToDateTimeOffset();
        var people = await db.Users.AsNoTracking().OrderBy(user => user.Name).ToListAsync(cancel);
        var roles = (await db.UserRoles.Join(db.Roles, given => given.RoleId, role => role.Id, (given, role) => new { given.UserId, role.Name }).ToListAsync(cancel))
            .ToLookup(given => given.UserId, given => given.Name ?? "");
        return new UsersPage(
            [.. people.Select(user => new UsersPage.Row(user.Id, user.Name, user.Email ?? "", roles[user.Id].FirstOrDefault() ?? "", user.PropertyId, user.LockoutEnd > now, user.Id == Me.UserId))],
            await db.Properties.AsNoTracking().OrderBy(property => property.Name).ToDictionaryAsync(property => property.Id, property => property.Name, cancel),
            form);
    }
}
