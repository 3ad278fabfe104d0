using System.ComponentModel.DataAnnotations;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace HotelCorporate.Web.Features.Me;

/// <summary>What a person sets for themselves.</summary>
public sealed class MeForm
{
    [Required(ErrorMessage = "Type your name."), StringLength(120, ErrorMessage = "A name has 120 characters at most.")]
    public string Name { get; set; } = "";

    public string Culture { get; set; } = "en-GB";
}

/// <summary>A change of one's own password.</summary>
public sealed class PasswordForm
{
    [Required(ErrorMessage = "Type the password that you have now."), StringLength(256)]
    public string Current { get; set; } = "";

    [Required(ErrorMessage = "Type the new password."), StringLength(256)]
    public string New { get; set; } = "";
}

/// <summary>One's own settings: name, language with its dates and amounts, password.</summary>
[Authorize(Policy = Policies.Staff)]
[Route("me")]
public sealed class MeController(HotelDb db, UserManager<HotelUser> users, SignInManager<HotelUser> door, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var user = (await users.GetUserAsync(User))!;
        return View(new MeForm { Name = user.Name, Culture = user.Language });
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(MeForm form)
    {
        if (PersonClaims.Cultures.All(culture => culture.Code != form.Culture)) ModelState.AddModelError(nameof(form.Culture), "Choose a language of the list.");
        if (!ModelState.IsValid) return Refused(form);

        var user = (await users.GetUserAsync(User))!;
        (user.Name, user.Language) = (form.Name.Trim(), form.Culture);
        db.Note(Me, clock.GetCurrentInstant(), "User", user.Id, "own settings");
        await users.UpdateAsync(user);
        await door.RefreshSignInAsync(user);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("password")]
    public async Task<IActionResult> Password(PasswordForm form)
    {
        var user = (await users.GetUserAsync(User))!;
        var page = new MeForm { Name = user.Name, Culture = user.Language };
        if (!ModelState.IsValid) return Refused(page, nameof(Index));

        db.Note(Me, clock.GetCurrentInstant(), "User", user.Id, "password");
        var changed = await users.ChangePasswordAsync(user, form.Current, form.New);
        if (!changed.Succeeded)
        {
            foreach (var error in changed.Errors)
                ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(form.Current) : nameof(form.New), error.Description);
            return Refused(page, nameof(Index));
        }

        await door.RefreshSignInAsync(user);
        return RedirectToAction(nameof(Index));
    }
}
