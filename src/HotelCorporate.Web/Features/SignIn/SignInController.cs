using System.ComponentModel.DataAnnotations;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;

namespace HotelCorporate.Web.Features.SignIn;

/// <summary>What is typed to sign in.</summary>
public sealed class SignInForm
{
    [Required(ErrorMessage = "Type your e-mail address."), StringLength(256)]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Type your password."), StringLength(256), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    public string? ReturnUrl { get; set; }
}

/// <summary>The second factor: a code of the authenticator app, or one of the recovery codes.</summary>
public sealed class CodeForm
{
    [Required(ErrorMessage = "Type the code that your app shows, or a recovery code."), StringLength(40)]
    public string Code { get; set; } = "";

    public string? ReturnUrl { get; set; }
}

/// <summary>The door. Five wrong passwords or codes lock it for a quarter of an hour; neither the answer nor its time tells whether an address is known.</summary>
public sealed class SignInController(HotelDb db, SignInManager<HotelUser> door, IClock clock) : HotelController
{
    private const string Wrong = "This e-mail address and password do not fit. Check both and try again. After five wrong passwords wait 15 minutes, or ask an administrator to unlock you.";
    private const string Locked = "Too many wrong codes. Wait 15 minutes, or ask an administrator to unlock you.";

    [AllowAnonymous]
    [HttpGet("/sign-in")]
    public IActionResult Index(string? returnUrl) => View(new SignInForm { ReturnUrl = returnUrl });

    [AllowAnonymous]
    [EnableRateLimiting(RateLimits.Door)]
    [HttpPost("/sign-in")]
    public async Task<IActionResult> SignIn(SignInForm form)
    {
        if (!ModelState.IsValid) return Refused(form, "Index");

        var user = await door.UserManager.FindByNameAsync(form.Email.Trim());
        var wasLocked = user is not null && await door.UserManager.IsLockedOutAsync(user);
        var answer = await TryAsync(wasLocked ? null : user, form.Password);
        if (answer.RequiresTwoFactor) return RedirectToAction(nameof(Code), new { form.ReturnUrl });
        if (answer.Succeeded) return await EnterAsync(user!, form.ReturnUrl);

        if (user is not null && !wasLocked) await NoteLockAsync(user);
        ModelState.AddModelError("", Wrong);
        return Refused(form, "Index");
    }

    [AllowAnonymous]
    [HttpGet("/sign-in/code")]
    public async Task<IActionResult> Code(string? returnUrl) =>
        await door.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToAction(nameof(Index)) : View(new CodeForm { ReturnUrl = returnUrl });

    [AllowAnonymous]
    [EnableRateLimiting(RateLimits.Door)]
    [HttpPost("/sign-in/code")]
    public async Task<IActionResult> Code(CodeForm form)
    {
        if (await door.GetTwoFactorAuthenticationUserAsync() is not { } user) return RedirectToAction(nameof(Index));
        if (!ModelState.IsValid) return Refused(form);

        var wasLocked = await door.UserManager.IsLockedOutAsync(user);
        var code = form.Code.Replace(" ", "", StringComparison.Ordinal);
        var answer = code.Length == 6 && code.All(char.IsAsciiDigit)
            ? await door.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
            : await RecoverAsync(user, code);
        if (answer.Succeeded) return await EnterAsync(user, form.ReturnUrl);
        if (!wasLocked) await NoteLockAsync(user);
        ModelState.AddModelError(nameof(form.Code), answer.IsLockedOut ? Locked : "This code is not right, or its half minute is over. Type the one that shows now.");
        return Refused(form);
    }

    [Authorize(Policy = Policies.Staff)]
    [HttpPost("/sign-out")]
    public async Task<IActionResult> Leave(CancellationToken cancel)
    {
        await Sessions.EndAsync(HttpContext, db, clock.GetCurrentInstant());
        db.Note(Me, clock.GetCurrentInstant(), "User", Me.UserId ?? 0, "sign out");
        await db.SaveChangesAsync(cancel);
        await door.SignOutAsync();
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Where there is no password to check, one is hashed all the same: a stranger's refusal takes as long as anybody's.</summary>
    private async Task<Microsoft.AspNetCore.Identity.SignInResult> TryAsync(HotelUser? user, string password)
    {
        if (user?.PasswordHash is not null) return await door.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        door.UserManager.PasswordHasher.HashPassword(user ?? new HotelUser(), password);
        return Microsoft.AspNetCore.Identity.SignInResult.Failed;
    }

    /// <summary>Identity does not count wrong recovery codes; we do.</summary>
    private async Task<Microsoft.AspNetCore.Identity.SignInResult> RecoverAsync(HotelUser user, string code)
    {
        if (await door.UserManager.IsLockedOutAsync(user)) return Microsoft.AspNetCore.Identity.SignInResult.LockedOut;
        var answer = await door.TwoFactorRecoveryCodeSignInAsync(code);
        if (!answer.Succeeded) await door.UserManager.AccessFailedAsync(user);
        return answer;
    }

    private async Task<IActionResult> EnterAsync(HotelUser user, string? returnUrl)
    {
        db.Note(Actor.Staff(user.Id), clock.GetCurrentInstant(), "User", user.Id, "sign in");
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }

    /// <summary>That the door was locked is noted once, by nobody in particular: whoever tried is not known.</summary>
    private async Task NoteLockAsync(HotelUser user)
    {
        if (!await door.UserManager.IsLockedOutAsync(user)) return;
        db.Note(Actor.Visitor, clock.GetCurrentInstant(), "User", user.Id, "lock by wrong passwords");
        await db.SaveChangesAsync(HttpContext.RequestAborted);
    }
}
