using System.ComponentModel.DataAnnotations;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Password;

/// <summary>Whose password is forgotten.</summary>
public sealed class ForgottenForm
{
    [Required(ErrorMessage = "Type your e-mail address."), EmailAddress(ErrorMessage = "This is not an e-mail address."), StringLength(256)]
    public string Email { get; set; } = "";
}

/// <summary>A password chosen behind a link.</summary>
public sealed class ChosenForm
{
    [Required(ErrorMessage = "Choose a password."), StringLength(256), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [Required(ErrorMessage = "Type the same password again."), Compare(nameof(Password), ErrorMessage = "The two passwords differ. Type the same one twice."), DataType(DataType.Password)]
    public string Again { get; set; } = "";
}

/// <summary>The page behind an invitation or a reset link.</summary>
public sealed record ChoosePage(string Token, string Name, string Email);

/// <summary>A person of the house chooses a password: invited, or because the old one is forgotten.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Door)]
[Route("password")]
public sealed class PasswordController(HotelDb db, UserManager<HotelUser> users, StaffLetters letters, SignedLinks links, IClock clock) : HotelController
{
    private const string AskedFor = "ask for a new password";
    private const int LettersAnHour = 3;

    [HttpGet("")]
    public IActionResult Index() => View(new ForgottenForm());

    /// <summary>Says the same, after the same time, whether the address is known or not.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index(ForgottenForm form, CancellationToken cancel)
    {
        if (!ModelState.IsValid) return Refused(form);
        links.GetReady();
        await Evenly.DoAsync(() => WriteAsync(form.Email.Trim(), cancel), cancel);
        return View("Asked");
    }

    [HttpGet("{token}")]
    public async Task<IActionResult> Choose(string token, CancellationToken cancel) =>
        await PasswordLinks.OpenAsync(links, db, token, cancel) is { } user ? View(new ChoosePage(token, user.Name, user.Email!)) : Gone();

    [HttpPost("{token}")]
    public async Task<IActionResult> Choose(string token, ChosenForm form, CancellationToken cancel)
    {
        if (await PasswordLinks.OpenAsync(links, db, token, cancel) is not { } user) return Gone();
        var page = new ChoosePage(token, user.Name, user.Email!);
        if (!ModelState.IsValid) return Refused(page);

        foreach (var rule in users.PasswordValidators)
            foreach (var error in (await rule.ValidateAsync(users, user, form.Password)).Errors) ModelState.AddModelError(nameof(form.Password), error.Description);
        if (!ModelState.IsValid) return Refused(page);

        await using var turn = await db.BeginWriteAsync(cancel);
        user.EmailConfirmed = true;
        db.Note(Actor.Staff(user.Id), clock.GetCurrentInstant(), "User", user.Id, "choose a password");
        if (await users.HasPasswordAsync(user)) await users.RemovePasswordAsync(user);
        await users.AddPasswordAsync(user, form.Password); // its new security stamp ends the link and every session
        await turn.CommitAsync(cancel);
        Say("Your password is set. Sign in with it.");
        return LocalRedirect("/sign-in");
    }

    /// <summary>A letter to whoever has the address, if somebody has, and if the last hour did not bring enough of them.</summary>
    private async Task WriteAsync(string email, CancellationToken cancel)
    {
        if (await users.FindByEmailAsync(email) is not { } user || await users.IsLockedOutAsync(user)) return;
        var now = clock.GetCurrentInstant();
        var hourAgo = now - Duration.FromHours(1);
        var asked = await db.Journal.CountAsync(entry => entry.Subject == "User" && entry.SubjectId == user.Id && entry.Action == AskedFor && entry.At > hourAgo, cancel);
        if (asked >= LettersAnHour) return;
        await letters.ResetAsync(user, cancel);
        db.Note(Actor.Visitor, now, "User", user.Id, AskedFor);
        await db.SaveChangesAsync(cancel);
    }

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Gone");
    }
}
