using HotelCorporate.Domain;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Bedrooms;

/// <summary>Nights that are closed for sale, to be closed or opened again.</summary>
public sealed class ClosedNightsForm
{
    public LocalDate? From { get; set; }

    /// <summary>The last night; none: one night.</summary>
    public LocalDate? To { get; set; }

    /// <summary>None: every type of the hotel.</summary>
    public int? RoomTypeId { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The closed nights of a hotel in stretches, and the form to close more.</summary>
public sealed record ClosedNightsPage(ClosedNightsForm Form, IReadOnlyList<RoomType> Types, IReadOnlyList<ClosedNightsPage.Stretch> Stretches, LocalDate Today)
{
    /// <summary>Nights of one type and reason that follow one another.</summary>
    public sealed record Stretch(RoomType Type, LocalDate From, LocalDate To, string Reason);
}

/// <summary>Closes room types for sale night by night: BAR and agreements without last room availability get no room then.</summary>
[Authorize(Policy = Policies.Events)]
[Route("bedrooms/closed")]
public sealed class ClosedNightsController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string Page = "~/Features/Bedrooms/Closed.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(Page, await PageAsync(new(), cancel));

    [Authorize(Policy = Policies.SalesManager)]
    [OncePerForm]
    [SameHotel]
    [HttpPost("")]
    public Task<IActionResult> Close(ClosedNightsForm form, CancellationToken cancel) => ChangeAsync(form, isClosing: true, cancel);

    [Authorize(Policy = Policies.SalesManager)]
    [OncePerForm]
    [SameHotel]
    [HttpPost("open")]
    public Task<IActionResult> Open(ClosedNightsForm form, CancellationToken cancel) => ChangeAsync(form, isClosing: false, cancel);

    private async Task<IActionResult> ChangeAsync(ClosedNightsForm form, bool isClosing, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var types = (await TypesAsync(property, cancel)).FindAll(type => form.RoomTypeId is null || type.Id == form.RoomTypeId);
        if (form.From is null && ModelState.IsValid) ModelState.AddModelError(nameof(form.From), "Type the first night.");
        if (types.Count == 0) ModelState.AddModelError(nameof(form.RoomTypeId), "The hotel has no such room type. Load the page again.");
        if (!ModelState.IsValid) return Refused(await PageAsync(form, cancel), Page);
        var (first, last) = (form.From!.Value, form.To ?? form.From.Value);
        var nights = Attempt(() => types.SelectMany(type => ClosedNight.Close(type.Id, first, last, form.Reason)).ToList());
        if (nights is null) return Refused(await PageAsync(form, cancel), Page);
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.LockBedroomsAsync(property.Id, cancel);
        var ids = types.ConvertAll(type => type.Id);
        await db.ClosedNights.Where(night => ids.Contains(night.RoomTypeId) && night.Night >= first && night.Night <= last).ExecuteDeleteAsync(cancel);
        if (isClosing) db.ClosedNights.AddRange(nights);
        Sentence what = isClosing ? "close nights" : "open nights";
        db.Note(Me, clock.GetCurrentInstant(), nameof(Property), property.Id, what, to: $"{Sentence.Typed(string.Join(", ", types.Select(type => type.Code)))}, {first} - {last}", why: form.Reason);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        if (isClosing) Say($"Closed from {first} to {last}: {types.Count} room types.");
        else Say($"Open again from {first} to {last}: {types.Count} room types.");
        return LocalRedirect("/bedrooms/closed");
    }

    private async Task<ClosedNightsPage> PageAsync(ClosedNightsForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var types = await TypesAsync(property, cancel);
        var ids = types.ConvertAll(type => type.Id);
        var stretches = new List<ClosedNightsPage.Stretch>();
        foreach (var night in await db.ClosedNights.AsNoTracking().Where(night => ids.Contains(night.RoomTypeId) && night.Night >= today).OrderBy(night => night.RoomTypeId).ThenBy(night => night.Night).ToListAsync(cancel))
        {
            if (stretches is [.., var last] && last.Type.Id == night.RoomTypeId && last.To.PlusDays(1) == night.Night && last.Reason == night.Reason) stretches[^1] = last with { To = night.Night };
            else stretches.Add(new(types.Find(type => type.Id == night.RoomTypeId)!, night.Night, night.Night, night.Reason));
        }

        return new ClosedNightsPage(form, types, [.. stretches.OrderBy(stretch => stretch.From).ThenBy(stretch => stretch.Type.Id)], today);
    }

    private Task<List<RoomType>> TypesAsync(Property property, CancellationToken cancel) =>
        db.RoomTypes.AsNoTracking().Where(type => type.PropertyId == property.Id).OrderBy(type => type.Id).ToListAsync(cancel);
}
