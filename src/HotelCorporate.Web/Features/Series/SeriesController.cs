using HotelCorporate.Domain;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Series;

/// <summary>The number series of a hotel in a year.</summary>
public sealed record SeriesPage(IReadOnlyList<SeriesPage.Row> Rows)
{
    /// <param name="Last">The last number given out; 0 when none was.</param>
    public sealed record Row(InvoiceSeries Series, long Last, bool IsUsed);
}

/// <summary>The gapless numbers of documents: what each series gives next, and where a series begins that another system had before.</summary>
[Authorize(Policy = Policies.Administrator)]
[Route("series")]
public sealed class SeriesController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await PageAsync(cancel));

    /// <summary>Lets a series go on where another system ended; only before its first document, since a number is never skipped afterwards.</summary>
    [SameHotel]
    [HttpPost("")]
    public async Task<IActionResult> Begin(InvoiceKind kind, long? last, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var series = InvoiceSeries.Of(property.Code, kind, property.Today(clock.GetCurrentInstant()));
        if (last is null or < 0 or > 900_000) ModelState.TryAddModelError("last", "Type the last number that the other system gave out: 0 to 900,000.");
        if (ModelState.IsValid)
        {
            await using var turn = await db.BeginWriteAsync(cancel);
            await db.LockInvoicingAsync(property.Code, cancel);
            if (Attempt(() => RefuseWhenUsed(series, property), "last"))
            {
                await db.SetLastAsync(series.Name, last!.Value, cancel);
                db.Note(Me, clock.GetCurrentInstant(), nameof(Property), property.Id, "begin series", to: series.Number(last.Value + 1));
                await db.SaveChangesAsync(cancel);
                await turn.CommitAsync(cancel);
                return RedirectToAction(nameof(Index));
            }
        }

        return Refused(await PageAsync(cancel), nameof(Index));
    }

    private void RefuseWhenUsed(InvoiceSeries series, Property property)
    {
        var prefix = series.Name + "-";
        if (db.Invoices.Any(invoice => invoice.PropertyId == property.Id && invoice.Number.StartsWith(prefix)))
            throw new HouseRuleException($"{series.Name} has documents already: its numbers go on from the last one.");
    }

    private async Task<SeriesPage> PageAsync(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var counters = await db.Set<Counter>().AsNoTracking().ToDictionaryAsync(counter => counter.Name, counter => counter.Last, cancel);
        var used = await db.Invoices.Where(invoice => invoice.PropertyId == property.Id && invoice.IssuedOn >= new LocalDate(today.Year, 1, 1)).Select(invoice => invoice.Kind).Distinct().ToListAsync(cancel);
        return new SeriesPage([.. Enum.GetValues<InvoiceKind>().Select(kind => InvoiceSeries.Of(property.Code, kind, today)).DistinctBy(series => series.Name)
            .Select(series => new SeriesPage.Row(series, counters.GetValueOrDefault(series.Name), used.Contains(series.Kind)))]);
    }
}
