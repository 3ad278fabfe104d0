using System.ComponentModel.DataAnnotations;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
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

/// <summary>One's own settings as they are shown.</summary>
public sealed record MePage(MeForm Form, bool HasSecondFactor, IReadOnlyList<Away> Deputies, IReadOnlyList<(int Id, string Name)> Colleagues, LocalDate Today);

/// <summary>One's own settings: name, language with its dates and amounts, password, deputies while away.</summary>
[Authorize(Policy = Policies.Staff)]
[Route("me")]
public sealed class MeController(HotelDb db, UserManager<HotelUser> users, SignInManager<HotelUser> door, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await PageAsync(null, cancel));

    [HttpPost("")]
    public async Task<IActionResult> Index(MeForm form, CancellationToken cancel)
    {
        if (Language.Choices().All(choice => choice.Code != form.Culture)) ModelState.AddModelError(nameof(form.Culture), "Choose a language of the list.");
        if (!ModelState.IsValid) return Refused(await PageAsync(form, cancel));

        var user = (await users.GetUserAsync(User))!;
        var now = clock.GetCurrentInstant();
        if (user.Name != form.Name.Trim()) db.Note(Me, now, "User", user.Id, $"change {(Sentence)nameof(user.Name)}"); // which one is no matter of the journal
        if (user.Language != form.Culture) db.Note(Me, now, "User", user.Id, $"change {(Sentence)nameof(user.Language)}", user.Language, form.Culture);
        (user.Name, user.Language) = (form.Name.Trim(), form.Culture);
        if (!Done(await users.UpdateAsync(user)))
        {
            db.ChangeTracker.Clear();
            return Refused(await PageAsync(form, cancel));
        }

        await door.RefreshSignInAsync(user);
        return RedirectToAction(nameof(Index));
    }

    [EnableRateLimiting(RateLimits.Door)]
    [HttpPost("password")]
    public async Task<IActionResult> Password(PasswordForm form, CancellationToken cancel)
    {
        if (!ModelState.IsValid) return Refused(await PageAsync(null, cancel), nameof(Index));

        var user = (await users.GetUserAsync(User))!;
        if (await OwnPassword.WhyNotAsync(door, user, form.Current) is { } wrong)
        {
            ModelState.AddModelError(nameof(form.Current), wrong);
            return Refused(await PageAsync(null, cancel), nameof(Index));
        }

        db.Note(Me, clock.GetCurrentInstant(), "User", user.Id, "password");
        var changed = await users.ChangePasswordAsync(user, form.Current, form.New);
        if (!changed.Succeeded)
        {
            db.ChangeTracker.Clear();
            foreach (var error in changed.Errors) ModelState.AddModelError(nameof(form.New), error.Description);
            return Refused(await PageAsync(null, cancel), nameof(Index));
        }

        await door.RefreshSignInAsync(user);
        Say("Your password is changed.");
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Names who has one's portfolio, with its rights to decide, while one is away.</summary>
    [OncePerForm]
    [HttpPost("deputies")]
    public async Task<IActionResult> AddDeputy(DeputyForm form, CancellationToken cancel)
    {
        var page = await PageAsync(null, cancel);
        if (form.DeputyId is not null && !page.Colleagues.Any(person => person.Id == form.DeputyId)) ModelState.AddModelError(nameof(form.DeputyId), Deputies.Refusal);
        var me = Me.UserId ?? 0;
        if (!ModelState.IsValid || Attempt(() => new Deputy(me, form.DeputyId!.Value, form.From!.Value, form.Until!.Value), nameof(form.Until)) is not { } deputy) return Refused(page, nameof(Index));
        db.Deputies.Add(deputy);
        db.Note(Me, clock.GetCurrentInstant(), "User", me, "add deputy", to: Deputies.Describe(deputy));
        await db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("deputies/{deputyId:int}/end")]
    public async Task<IActionResult> EndDeputy(int deputyId, CancellationToken cancel)
    {
        if (!await db.Deputies.AnyAsync(deputy => deputy.Id == deputyId && deputy.AbsentId == Me.UserId, cancel)) return NotFound();
        var today = (await hotel.GetAsync(cancel)).Today(clock.GetCurrentInstant());
        await Deputies.EndAsync(db, deputyId, today, Me, clock.GetCurrentInstant(), cancel);
        return RedirectToAction(nameof(Index));
    }

    private async Task<MePage> PageAsync(MeForm? form, CancellationToken cancel)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(user => user.Id == Me.UserId, cancel);
        var today = (await hotel.GetAsync(cancel)).Today(clock.GetCurrentInstant());
        return new MePage(
            form ?? new MeForm { Name = user.Name, Culture = user.Language }, user.TwoFactorEnabled,
            await Deputies.OfAsync(db, user.Id, today, cancel), await Deputies.ColleaguesAsync(db, user.Id, user.PropertyId, clock.GetCurrentInstant(), cancel), today);
    }
}
