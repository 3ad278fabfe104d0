using System.ComponentModel.DataAnnotations;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

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

/// <summary>The door. Five wrong passwords lock it for a quarter of an hour; the answer never tells whether an address is known.</summary>
public sealed class SignInController(SignInManager<HotelUser> door) : HotelController
{
    [AllowAnonymous]
    [HttpGet("/sign-in")]
    public IActionResult Index(string? returnUrl) => View(new SignInForm { ReturnUrl = returnUrl });

    [AllowAnonymous]
    [HttpPost("/sign-in")]
    public async Task<IActionResult> SignIn(SignInForm form)
    {
        if (!ModelState.IsValid) return Refused(form, "Index");

        var answer = await door.PasswordSignInAsync(form.Email.Trim(), form.Password, isPersistent: false, lockoutOnFailure: true);
        if (answer.Succeeded) return LocalRedirect(Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : "/");

        ModelState.AddModelError("", answer.IsLockedOut
            ? "Too many wrong passwords. Wait a quarter of an hour, or ask an administrator to unlock you."
            : "This e-mail address and password do not fit. Check both and try again.");
        return Refused(form, "Index");
    }

    [Authorize(Policy = Policies.Staff)]
    [HttpPost("/sign-out")]
    public async Task<IActionResult> Leave()
    {
        await door.SignOutAsync();
        return RedirectToAction(nameof(Index));
    }
}
