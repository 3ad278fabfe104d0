using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace HotelCorporate.Web.Features.Spaces;

/// <summary>What a chart would do, row by row.</summary>
/// <param name="Text">The chart, for the form to send back: nothing is kept in between.</param>
public sealed record ChartPage(IReadOnlyList<ChartOutcome> Outcomes, IReadOnlyList<string> Ignored, string Text)
{
    /// <summary>Of what is shown: if it would be otherwise by the time it is confirmed, it is shown again.</summary>
    public string Seen { get; } = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Outcomes.Select(outcome =>
        $"{outcome.Row.Number} {outcome.Verdict} {string.Join(';', outcome.Changes.Select(change => $"{change.Fact}={change.From.ToText()}>{change.To.ToText()}"))}")))));

    public int Count(RowVerdict verdict) => Outcomes.Count(outcome => outcome.Verdict == verdict);

    public bool DoesSomething => Count(RowVerdict.Made) + Count(RowVerdict.Changed) > 0;
}

/// <summary>Brings in a capacity chart: the file, then what it would do, then all good rows in one save.</summary>
[Authorize(Policy = Policies.SalesManager)]
[Route("spaces/import")]
public sealed class ChartController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string Upload = "/Features/Spaces/Import.cshtml";
    private const string Preview = "/Features/Spaces/Preview.cshtml";

    [HttpGet("")]
    public IActionResult Index() => View(Upload);

    [RequestSizeLimit(2 * TableFile.Largest)]
    [SameHotel]
    [HttpPost("preview")]
    public async Task<IActionResult> Look(IFormFile? file, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var table = await ReadTableAsync(file, cancel) is { } bytes && ModelState.IsValid ? Attempt(() => TableFile.Read(bytes, CultureInfo.CurrentCulture), "file") : null;
        var layout = await db.LayoutAsync(property.Id, clock.GetCurrentInstant(), cancel);
        var page = table is null ? null : Attempt(() => Lay(table, layout), "file");
        return page is null ? RefusedFile(Upload) : View(Preview, page);
    }

    /// <summary>The chart comes back with the form and is read, checked and compared anew.</summary>
    [OncePerForm]
    [SameHotel]
    [HttpPost("")]
    public async Task<IActionResult> Apply(string? chart, string? seen, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        var layout = await db.LayoutAsync(property.Id, clock.GetCurrentInstant(), cancel);
        var page = Attempt(() => Lay(TableFile.Parse(chart ?? ""), layout));
        if (page is null) return RefusedFile(Upload);
        if (ModelState.IsValid && page.Seen != seen) ModelState.AddModelError("", "The spaces were changed since you looked. This is what the chart would do now.");
        if (!ModelState.IsValid) return Refused(page, Preview);
        foreach (var made in page.Outcomes.Where(outcome => outcome.Verdict == RowVerdict.Made)) db.Spaces.Add(made.Space!);
        await db.SaveChangesAsync(cancel);
        foreach (var outcome in page.Outcomes.Where(outcome => outcome.Space is not null)) Note(outcome);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        Say($"The chart is in: {page.Count(RowVerdict.Made)} made, {page.Count(RowVerdict.Changed)} changed, {page.Count(RowVerdict.Refused)} left out.");
        return RedirectToAction(nameof(SpacesController.Index), "Spaces");
    }

    private static ChartPage Lay(TableFile table, HotelLayout layout)
    {
        var chart = new ChartReading(CultureInfo.CurrentCulture).Read(table);
        return new ChartPage(ChartImport.Apply(chart.Rows, layout), chart.Ignored, table.ToText());
    }

    private void Note(ChartOutcome outcome)
    {
        var (id, now) = (outcome.Space!.Id, clock.GetCurrentInstant());
        if (outcome.Verdict == RowVerdict.Made) db.Note(Me, now, nameof(Space), id, "add", to: Sentence.Typed(outcome.Space.Name), why: "capacity chart");
        foreach (var change in outcome.Changes) db.Note(Me, now, nameof(Space), id, $"change {change.Fact}", change.From, change.To, "capacity chart");
    }
}
