using HotelCorporate.Domain;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Excel;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Forecast;

/// <summary>What a year will bring, against the year before and the plan, with the bookings behind each figure; how months fill, what inquiries become, what is lost.</summary>
[Authorize(Policy = Policies.Forecast)]
[Route("forecast")]
public sealed class ForecastController(HotelDb db, AccountYears accounts, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ForecastFilter filter, CancellationToken cancel)
    {
        var (property, today, ready) = await ReadyAsync(filter with { Month = null, Status = null, On = null, Booked = false, Unpriced = false }, cancel);
        return Shown(await ForecastReading.PageAsync(db, accounts, property, ready, today, cancel));
    }

    /// <summary>The bookings behind a figure.</summary>
    [HttpGet("bookings")]
    public async Task<IActionResult> Bookings(ForecastFilter filter, CancellationToken cancel)
    {
        var (property, today, ready) = await ReadyAsync(filter, cancel);
        return Shown(await ForecastBookings.ReadAsync(db, accounts, property, ready, today, cancel));
    }

    [HttpGet("pace")]
    public async Task<IActionResult> Pace(ForecastFilter filter, CancellationToken cancel)
    {
        var (property, today, ready) = await ReadyAsync(filter, cancel);
        return Shown(await PaceReading.PageAsync(db, accounts, property, ready with { Month = ready.Month ?? today.Month }, today, cancel));
    }

    [HttpGet("conversion")]
    public async Task<IActionResult> Conversion(ForecastFilter filter, CancellationToken cancel)
    {
        var (property, today, ready) = await ReadyAsync(filter, cancel);
        ready = new ForecastFilter { Year = ready.Year, Segment = ready.Segment, Source = ready.Source };
        return Shown(await ConversionReading.PageAsync(db, accounts, property, ready, today, cancel));
    }

    [HttpGet("lost")]
    public async Task<IActionResult> Lost(ForecastFilter filter, CancellationToken cancel)
    {
        var (property, today, ready) = await ReadyAsync(filter, cancel);
        ready = new ForecastFilter { Year = ready.Year, Segment = ready.Segment, Source = ready.Source };
        return Shown(await ConversionReading.LostAsync(db, accounts, property, ready, today, cancel));
    }

    /// <summary>The bookings behind a figure of conversion.</summary>
    [HttpGet("inquiries")]
    public async Task<IActionResult> Asked(ForecastFilter filter, CancellationToken cancel)
    {
        var (property, today, ready) = await ReadyAsync(filter, cancel);
        var seller = await db.Users.Where(user => user.Id == ready.Seller).Select(user => user.Name).SingleOrDefaultAsync(cancel);
        return Shown(InquiriesPage.Of(ready, isEnded: false, await Inquiries.AskedAsync(db, accounts, property, ready, today, cancel), property.Currency, seller), "Inquiries");
    }

    /// <summary>The bookings behind a figure of lost business.</summary>
    [HttpGet("ended")]
    public async Task<IActionResult> Ended(ForecastFilter filter, CancellationToken cancel)
    {
        var (property, today, ready) = await ReadyAsync(filter, cancel);
        return Shown(InquiriesPage.Of(ready, isEnded: true, await Inquiries.EndedAsync(db, accounts, property, ready, today, cancel), property.Currency, null), "Inquiries");
    }

    /// <summary>All of it, with the pace of each month that is not named.</summary>
    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Excel(ForecastFilter filter, CancellationToken cancel)
    {
        var (property, today, ready) = await ReadyAsync(filter, cancel);
        var year = await ForecastReading.PageAsync(db, accounts, property, ready with { Month = null }, today, cancel);
        var pace = new List<PacePage>();
        foreach (var month in ready.Month is { } one ? [one] : ForecastPage.Months) pace.Add(await PaceReading.PageAsync(db, accounts, property, ready with { Month = month }, today, cancel));
        var sheets = ForecastSheets.Of(
            year, pace, await ConversionReading.PageAsync(db, accounts, property, ready, today, cancel), await ConversionReading.LostAsync(db, accounts, property, ready, today, cancel), Words.Here);
        return Excel(TableWorkbook.Write(sheets, $"{property.Name}, {Words.Here["Forecast"]} {year.Year}"), $"forecast-{property.Code}-{year.Year}.xlsx");
    }

    private async Task<(Property Property, LocalDate Today, ForecastFilter Filter)> ReadyAsync(ForecastFilter filter, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var ready = filter.Ready(property, today);
        if (filter.Year is { } year && year != ready.Year) Refuse(nameof(filter.Year), $"The forecast knows the years from {Plain(today.Year - Domain.Forecasts.RevenuePlan.YearsAway)} to {Plain(today.Year + Domain.Forecasts.RevenuePlan.YearsAway)}. This year is shown.");
        if (filter.Month != ready.Month) Refuse(nameof(filter.Month), "A month is a number from 1 to 12. The whole year is shown.");
        if (filter.Status != ready.Status) Refuse(nameof(filter.Status), "The forecast counts bookings from the inquiry to the closed file. All of them are shown.");
        if (filter.Reason is { Length: > 0 } && ready.Reason is null) Refuse(nameof(filter.Reason), "This is no reason for which business is lost. All of them are shown.");
        return (property, today, ready);

        static Sentence Plain(int year) => Sentence.Typed(year.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The page; 422 with what was wrong in its address, which is left out.</summary>
    private ViewResult Shown(object page, string? view = null) => ModelState.IsValid ? View(view, page) : Refused(page, view);
}
