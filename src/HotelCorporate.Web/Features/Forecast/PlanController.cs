using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Forecast;

/// <summary>The plan that the forecast is held against: typed or pasted by a manager, read by whoever reads the forecast.</summary>
[Authorize(Policy = Policies.Forecast)]
[Route("forecast/plan")]
public sealed class PlanController(HotelDb db, CurrentProperty hotel, IAuthorizationService rights, IClock clock) : HotelController
{
    private const string Page = "/Features/Forecast/Plan.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index(ForecastFilter filter, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var ready = filter.Ready(property, today);
        if (filter.Year is { } year) Attempt(() => RevenuePlan.RefuseFar(year, today), nameof(filter.Year));
        var page = await PageAsync(property, ready.Year!.Value, ready.Segment, cancel);
        return ModelState.IsValid ? View(Page, page) : Refused(page, Page);
    }

    [Authorize(Policy = Policies.SalesManager)]
    [OncePerForm]
    [SameHotel]
    [HttpPost("")]
    public async Task<IActionResult> Save(PlanForm form, CancellationToken cancel)
    {
        var (property, now) = (await hotel.GetAsync(cancel), clock.GetCurrentInstant());
        var plan = await Plans(property).SingleOrDefaultAsync(plan => plan.Year == form.Year && plan.Part == RevenuePlan.PartOf(form.Segment), cancel);
        if ((plan?.Version ?? 0) != form.Version) Refuse("", "Somebody changed this plan while you typed. Save again to put yours over it.");
        if (plan is null) plan = Attempt(() => RevenuePlan.Open(property.Id, form.Year, form.Segment, property.Currency, property.Today(now)), nameof(form.Year));
        var typed = Typed(form, property.Currency);
        if (!ModelState.IsValid || plan is null) return await RefusedAsync(property, form, cancel);

        plan.StartIn(property.Currency);
        foreach (var ((month, revenueClass), amount) in typed)
        {
            var was = plan.Of(month, revenueClass);
            if (plan.Set(month, revenueClass, amount)) db.Note(Me, now, nameof(RevenuePlan), property.Id, Changed(form, month, revenueClass), Said(was), Said(amount));
        }

        if (plan.Id == 0 && plan.Cells.Count > 0) db.RevenuePlans.Add(plan);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException lost) when (lost is DbUpdateConcurrencyException || !db.ShouldStartAgain(lost))
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", "Somebody changed this plan while you typed. Save again to put yours over it.");
            var refused = await RefusedAsync(property, form, cancel);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return refused;
        }

        Say("The plan is saved.");
        return Redirect(new ForecastFilter { Year = form.Year, Segment = form.Segment }.At("/plan"));
    }

    /// <summary>What every cell says, with what is wrong beside it. A pasted block goes over what stands in the grid.</summary>
    private List<KeyValuePair<(int Month, RevenueClass Class), Money?>> Typed(PlanForm form, Currency currency)
    {
        var pasted = Attempt(() => PastedBlock.Read(form.Block, 12, PlanPage.Classes.Count), nameof(form.Block)) ?? [];
        var cells = new List<KeyValuePair<(int, RevenueClass), Money?>>();
        for (var month = 1; month <= 12; month++)
        {
            for (var column = 0; column < PlanPage.Classes.Count; column++)
            {
                var (revenueClass, field) = (PlanPage.Classes[column], PlanForm.Field(month, PlanPage.Classes[column]));
                var number = month <= form.Months.Count ? form.Months[month - 1][revenueClass] : null;
                if (month <= pasted.Count && column < pasted[month - 1].Count) number = Pasted(field, pasted[month - 1][column]);
                if (number is not { } amount) cells.Add(new((month, revenueClass), null));
                else Attempt(() => cells.Add(new((month, revenueClass), RevenuePlan.Amount(amount, currency))), field);
            }
        }

        return cells;
    }

    /// <summary>Reads a pasted cell as if it had been typed into its field.</summary>
    private decimal? Pasted(string field, string text)
    {
        ModelState.Remove(field);
        ModelState.SetModelValue(field, text, text);
        ModelState.MarkFieldValid(field);
        if (text.Length == 0) return null;
        var (number, wrong) = DecimalBinders.Read(text, CultureInfo.CurrentCulture);
        if (wrong is not null) Refuse(field, wrong);
        return number;
    }

    private async Task<ViewResult> RefusedAsync(Property property, PlanForm form, CancellationToken cancel)
    {
        var isShapeWrong = ModelState[nameof(form.Block)]?.Errors.Count > 0;
        ModelState.Remove(nameof(form.Version)); // the one that stands now
        var (today, segment) = (property.Today(clock.GetCurrentInstant()), form.Segment);
        var year = Math.Abs((long)form.Year - today.Year) <= RevenuePlan.YearsAway ? form.Year : today.Year;
        return Refused(await PageAsync(property, year, segment, cancel) with { Block = isShapeWrong ? form.Block : null }, Page);
    }

    private async Task<PlanPage> PageAsync(Property property, int year, Segment? segment, CancellationToken cancel)
    {
        var plan = await Plans(property).AsNoTracking().SingleOrDefaultAsync(plan => plan.Year == year && plan.Part == RevenuePlan.PartOf(segment), cancel);
        if (plan is not null) plan.StartIn(property.Currency);
        return new PlanPage(year, segment, property.Currency, plan, (await rights.AuthorizeAsync(User, Policies.SalesManager)).Succeeded);
    }

    private IQueryable<RevenuePlan> Plans(Property property) => db.RevenuePlans.Include(plan => plan.Cells).Where(plan => plan.PropertyId == property.Id);

    private static Sentence Changed(PlanForm form, int month, RevenueClass revenueClass)
    {
        var of = Sentence.Typed(string.Create(CultureInfo.InvariantCulture, $"{form.Year}-{month:00}"));
        return form.Segment is { } segment ? $"plan {of}, {revenueClass}, {segment}" : $"plan {of}, {revenueClass}";
    }

    private static Sentence Said(Money? amount)
    {
        if (amount is { } planned) return $"{planned}";
        return "not planned";
    }
}
