using System.Globalization;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Planning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>Spaces by time: what is held by whom. The same number of statements however much is booked.</summary>
[Authorize(Policy = Policies.Events)]
[Route("diary")]
public sealed class DiaryController(HotelDb db, CurrentProperty hotel, HotelNews news, IStringLocalizer<Texts> texts, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(DiaryView? view, string? date, DiaryFilter filter, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var now = clock.GetCurrentInstant();
        var span = DiarySpan.Of(view ?? DiaryView.Week, DiarySpan.Asked(date, property.Today(now)));
        if (span.View == DiaryView.Year) return LocalRedirect(filter.Address(span.View, span.Date));
        ViewData["Seen"] = news.Seen(property.Id); // before it is read: what changes meanwhile is news
        var content = await db.DiaryAsync(property, span, filter, detailed: !span.IsLight, cancel);
        var filters = await DiaryFilterBar.ReadAsync(db, property.Id, span, filter, User.UserId()!.Value, content.Rooms, content.Functions, cancel);
        return View(new DiaryDrawing(span, property.Zone, now, CultureInfo.CurrentCulture, text => texts[text], content, filter).Draw(filters));
    }

    /// <summary>The spaces that fit, best first; of each other one why not, and what would help.</summary>
    [HttpGet("search")]
    public async Task<IActionResult> Search(SearchForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var booking = form.FunctionId is { } id ? await db.BookingOfAsync(id, cancel) : null;
        if (form.FunctionId is not null && booking?.PropertyId != property.Id) return NotFound();
        var function = booking?.Functions.First(function => function.Id == form.FunctionId);
        if (function is not null && form.IsEmpty)
            (form.Date, form.From, form.Until, form.People, form.Style) = (function.Start.Date, function.Start.TimeOfDay, function.End.TimeOfDay, function.Expected, function.Style);
        if (form.IsEmpty || (form.Date is not null && form.From is null && form.Until is null && form.People is null))
        {
            ModelState.Clear();
            form.Date ??= property.Today(clock.GetCurrentInstant()).PlusDays(1);
            return View(new SearchPage(form, booking, function, [], property.Zone));
        }

        if (form.Date is null) ModelState.TryAddModelError(nameof(form.Date), "Type the day.");
        if (form.From is null) ModelState.TryAddModelError(nameof(form.From), "Type when it starts.");
        if (form.Until is null) ModelState.TryAddModelError(nameof(form.Until), "Type when it ends.");
        if (form.People is null) ModelState.TryAddModelError(nameof(form.People), "Say how many people are expected.");
        var times = property.TimesFor(form.Style);
        var wanted = ModelState.IsValid
            ? Attempt(() => Function.Plan("Search", null, form.Style, form.Date!.Value + form.From!.Value, form.Date.Value + form.Until!.Value, form.People!.Value, property.Zone, times, form.Second, form.Second), nameof(form.From))
            : null;
        if (wanted is null) return Refused(new SearchPage(form, booking, function, [], property.Zone));

        var spaces = await db.SpacesOfAsync(property.Id, cancel);
        var others = booking?.Functions.Where(other => other.Id != function!.Id && other.SpaceId is not null).OrderBy(other => (other.Start - wanted.Start).ToDuration().TotalMinutes is var apart && apart < 0 ? -apart : apart).FirstOrDefault();
        var asked = new SpaceQuestion(
            form.Style, form.People!.Value, wanted.StartsAt, wanted.EndsAt, times,
            spaces.FirstOrDefault(space => space.Id == others?.SpaceId)?.Floor ?? "", others?.SpaceId, booking?.Id, HasBackUp: function?.HasBackUp == true);
        var taken = await TakenQueries.NamedAsync(db, property.Id, asked.Occupation.From - SpaceSearch.Reach, asked.Occupation.Until + SpaceSearch.Reach, cancel);
        return View(new SearchPage(form, booking, function, SpaceSearch.Search(asked, spaces, taken), property.Zone));
    }
}
