using System.ComponentModel.DataAnnotations;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.FirstAdministrator;

/// <summary>Who the first administrator is, and which hotel the house begins with.</summary>
public sealed class FirstAdministratorForm
{
    [Required(ErrorMessage = "Type your name."), StringLength(120, ErrorMessage = "A name has 120 characters at most.")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Type your e-mail address."), EmailAddress(ErrorMessage = "This is not an e-mail address."), StringLength(256)]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Choose a password."), StringLength(256), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [Required(ErrorMessage = "Type the hotel's name."), StringLength(200, ErrorMessage = "A name has 200 characters at most.")]
    public string HotelName { get; set; } = "";

    [Required(ErrorMessage = "Type three letters that numbers of invoices will carry."), RegularExpression("[A-Z]{3}", ErrorMessage = "Type three capital letters, such as TIA.")]
    public string Code { get; set; } = "";

    [Required(ErrorMessage = "Type the street."), StringLength(200)]
    public string Street { get; set; } = "";

    [Required(ErrorMessage = "Type the city."), StringLength(100)]
    public string City { get; set; } = "";

    [Required(ErrorMessage = "Type the country's two letters."), RegularExpression("[A-Z]{2}", ErrorMessage = "Type two capital letters, such as AL.")]
    public string Country { get; set; } = "";

    [Required(ErrorMessage = "Type the hotel's time zone.")]
    public string TimeZone { get; set; } = "Europe/Tirane";

    [Required(ErrorMessage = "Type the currency's three letters.")]
    public string Currency { get; set; } = "EUR";
}

/// <summary>The first start's one-time link: makes the administrator and the first hotel, then never opens again.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Door)]
[Route("first-administrator/{token}")]
public sealed class FirstAdministratorController(HotelDb db, FirstStart start, UserManager<HotelUser> users, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string token, CancellationToken cancel) =>
        await start.IsOpenAsync(token, cancel) ? View(new FirstAdministratorForm()) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Index(string token, FirstAdministratorForm form, CancellationToken cancel)
    {
        if (!await start.IsOpenAsync(token, cancel)) return NotFound();
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(form.TimeZone) is null)
            ModelState.AddModelError(nameof(form.TimeZone), "This time zone is not known. Type a name such as Europe/Tirane.");
        var currency = Attempt(() => Currency.Of(form.Currency), nameof(form.Currency));
        if (!ModelState.IsValid || currency is null) return Refused(form);

        await using var turn = await db.BeginWriteAsync(cancel);
        if (!await start.IsOpenAsync(token, cancel)) return NotFound();
        db.Properties.Add(new Property
        {
            Code = form.Code, Name = form.HotelName.Trim(), LegalName = form.HotelName.Trim(), Street = form.Street.Trim(), City = form.City.Trim(),
            Country = form.Country, Email = form.Email.Trim(), TimeZoneId = form.TimeZone, CurrencyCode = currency.Code,
        });
        start.Take();
        var user = new HotelUser { UserName = form.Email.Trim(), Email = form.Email.Trim(), EmailConfirmed = true, Name = form.Name.Trim() };
        IdentityResult made;
        try
        {
            made = await users.CreateAsync(user, form.Password);
            if (made.Succeeded) made = await users.AddToRoleAsync(user, Role.Administrator);
        }
        catch (DbUpdateException)
        {
            return NotFound(); // somebody else was first
        }

        if (!made.Succeeded)
        {
            foreach (var error in made.Errors) ModelState.AddModelError(error.Code.StartsWith("Password", StringComparison.Ordinal) ? nameof(form.Password) : nameof(form.Email), error.Description);
            return Refused(form);
        }

        db.Note(Actor.Staff(user.Id), clock.GetCurrentInstant(), "User", user.Id, "first administrator");
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return LocalRedirect("/sign-in");
    }
}
