using System.Globalization;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;
using QRCoder;

namespace HotelCorporate.Web.Features.SecondFactor;

/// <summary>One's second factor: the key to bring into an app, or that it is on.</summary>
public sealed record SecondFactorPage(bool IsOn, string Key, string Picture, int CodesLeft);

/// <summary>Sets up an authenticator app as the second factor of one's own sign-in; gives recovery codes for the day the phone is lost.</summary>
[Authorize(Policy = Policies.Staff)]
[Route("second-factor")]
public sealed class SecondFactorController(HotelDb db, UserManager<HotelUser> users, SignInManager<HotelUser> door, IClock clock) : HotelController
{
    private const int Codes = 10;

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await PageAsync());

    /// <summary>On, once a code shows that the app has the key.</summary>
    [EnableRateLimiting(RateLimits.Door)]
    [HttpPost("on")]
    public async Task<IActionResult> On(string? code, CancellationToken cancel)
    {
        var user = (await users.GetUserAsync(User))!;
        var typed = (code ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (user.TwoFactorEnabled) return RedirectToAction(nameof(Index));
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, typed))
        {
            ModelState.AddModelError("code", "This code is not right, or its half minute is over. Type the one that shows now.");
            return Refused(await PageAsync(), nameof(Index));
        }

        await using var turn = await db.BeginWriteAsync(cancel);
        db.Note(Me, clock.GetCurrentInstant(), "User", user.Id, "second factor on");
        if (!Done(await users.SetTwoFactorEnabledAsync(user, enabled: true))) return await RefusedAsync();
        return await ShowCodesAsync(user, turn, cancel);
    }

    /// <summary>New recovery codes; the old ones open nothing any more.</summary>
    [EnableRateLimiting(RateLimits.Door)]
    [HttpPost("codes")]
    public async Task<IActionResult> NewCodes(string? password, CancellationToken cancel)
    {
        var user = (await users.GetUserAsync(User))!;
        if (await WrongAsync(user, password)) return Refused(await PageAsync(), nameof(Index));
        await using var turn = await db.BeginWriteAsync(cancel);
        db.Note(Me, clock.GetCurrentInstant(), "User", user.Id, "new recovery codes");
        return await ShowCodesAsync(user, turn, cancel);
    }

    [EnableRateLimiting(RateLimits.Door)]
    [HttpPost("off")]
    public async Task<IActionResult> Off(string? password, CancellationToken cancel)
    {
        var user = (await users.GetUserAsync(User))!;
        if (await WrongAsync(user, password)) return Refused(await PageAsync(), nameof(Index));
        await using var turn = await db.BeginWriteAsync(cancel);
        db.Note(Me, clock.GetCurrentInstant(), "User", user.Id, "second factor off");
        if (!Done(await users.SetTwoFactorEnabledAsync(user, enabled: false)) || !Done(await users.ResetAuthenticatorKeyAsync(user))) return await RefusedAsync();
        await turn.CommitAsync(cancel);
        await door.RefreshSignInAsync(user);
        return RedirectToAction(nameof(Index));
    }

    private async Task<IActionResult> ShowCodesAsync(HotelUser user, WriteTurn turn, CancellationToken cancel)
    {
        if (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, Codes) is not { } codes)
        {
            ModelState.AddModelError("", "Somebody changed this person meanwhile. Load the page again.");
            return await RefusedAsync();
        }

        await turn.CommitAsync(cancel);
        await door.RefreshSignInAsync(user);
        return View("Codes", codes.ToList());
    }

    private async Task<IActionResult> RefusedAsync()
    {
        db.ChangeTracker.Clear();
        return Refused(await PageAsync(), nameof(Index));
    }

    private async Task<bool> WrongAsync(HotelUser user, string? password)
    {
        if (!user.TwoFactorEnabled) return true;
        if (await OwnPassword.WhyNotAsync(door, user, password) is not { } wrong) return false;
        ModelState.AddModelError("password", wrong);
        return true;
    }

    private async Task<SecondFactorPage> PageAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        if (user.TwoFactorEnabled) return new SecondFactorPage(IsOn: true, "", "", await users.CountRecoveryCodesAsync(user));
        if (await users.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            await users.ResetAuthenticatorKeyAsync(user);
            await door.RefreshSignInAsync(user);
            key = (await users.GetAuthenticatorKeyAsync(user))!;
        }

        var address = string.Create(CultureInfo.InvariantCulture, $"otpauth://totp/HotelCorporate:{Uri.EscapeDataString(user.Email!)}?secret={key}&issuer=HotelCorporate&digits=6");
        using var drawing = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(drawing);
        return new SecondFactorPage(IsOn: false, string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(part => new string(part))), "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(6)), 0);
    }
}
