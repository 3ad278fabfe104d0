using HotelCorporate.Domain.Search;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HotelCorporate.Web.Features.Find;

/// <param name="Typed">None: nothing was asked yet.</param>
public sealed record FindPage(string? Typed, IReadOnlyList<Found> Rows);

/// <summary>Finds anything from anywhere: records of the person's hotel, pages, and things to do that the person may.</summary>
[Authorize(Policy = Policies.Staff)]
[Route("find")]
public sealed class FindController(Finding finding, IAuthorizationService may) : HotelController
{
    private const int Longest = 100;
    private const int InDialog = 12;
    private const int OnPage = 60;

    /// <summary>The plain page.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, CancellationToken cancel) => View(new FindPage(q, await RowsAsync(q, OnPage, cancel)));

    /// <summary>The rows alone, for the dialog.</summary>
    [HttpGet("rows")]
    public async Task<IActionResult> Rows(string? q, CancellationToken cancel) => PartialView("_Rows", new FindPage(q, await RowsAsync(q, InDialog, cancel)));

    private async Task<IReadOnlyList<Found>> RowsAsync(string? q, int most, CancellationToken cancel)
    {
        var typed = q is { Length: > Longest } ? q[..Longest] : q ?? "";
        List<Found> rows = [.. await PagesAsync(typed)];
        if ((await may.AuthorizeAsync(User, Policies.Events)).Succeeded) rows.AddRange(await finding.Async(typed, most, cancel));
        return [.. rows.OrderByDescending(row => decimal.Round(row.Likeness, 2)).ThenBy(row => row.Kind).ThenByDescending(row => row.Likeness).Take(most)];
    }

    private async Task<IEnumerable<Found>> PagesAsync(string typed)
    {
        List<Found> pages = [];
        foreach (var page in Places.All)
        {
            var name = Words.Here[page.Text];
            var likeness = Likeness.Of(typed, $"{name} {page.Text}");
            if (likeness >= Likeness.Least && (await may.AuthorizeAsync(User, page.Policy)).Succeeded) pages.Add(new Found(FoundKind.Page, 0, name, "", page.Address, likeness));
        }

        return pages;
    }
}
