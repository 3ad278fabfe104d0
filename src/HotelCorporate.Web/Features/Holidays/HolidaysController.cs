using HotelCorporate.Domain;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Holidays;

/// <summary>A hotel's holidays, and how many more are known for its country.</summary>
public sealed record HolidaysPage(IReadOnlyList<Holiday> Holidays, string Country, int KnownMore, LocalDate Today);

/// <summary>The days on which a hotel's office is closed: no working hour runs, no business day counts.</summary>
[Authorize(Policy = Policies.Administrator)]
[Route("holidays")]
public sealed class HolidaysController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await PageAsync(cancel));

    [SameHotel]
    [HttpPost("new")]
    public async Task<IActionResult> New(LocalDate? on, string? name, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        if (on is null) ModelState.TryAddModelError("on", "Type the day.");
        else if (await db.Holidays.AnyAsync(holiday => holiday.PropertyId == property.Id && holiday.On == on, cancel)) ModelState.AddModelError("on", "This day is a holiday already.");
        var holiday = ModelState.IsValid ? Attempt(() => new Holiday(property.Id, on!.Value, name ?? ""), "name") : null;
        if (holiday is null) return Refused(await PageAsync(cancel), nameof(Index));
        db.Holidays.Add(holiday);
        Note(property, "add holiday", null, Describe(holiday));
        await db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>The public holidays of the hotel's country that are not there yet.</summary>
    [SameHotel]
    [HttpPost("bring-in")]
    public async Task<IActionResult> BringIn(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return Refused(await PageAsync(cancel), nameof(Index));
        var property = await hotel.GetAsync(cancel);
        var missing = await MissingAsync(property, cancel);
        db.Holidays.AddRange(missing.Select(holiday => new Holiday(property.Id, holiday.On, holiday.Name)));
        Note(property, "bring in holidays", null, $"{missing.Count} of {property.Country}");
        await db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>The next page offers to put it back.</summary>
    [HttpPost("{id:int}/remove")]
    public async Task<IActionResult> Remove(int id, CancellationToken cancel)
    {
        var holiday = await db.Holidays.SingleOrDefaultAsync(holiday => holiday.Id == id, cancel);
        if (holiday is null) return NotFound();
        db.Holidays.Remove(holiday);
        db.Note(Me, clock.GetCurrentInstant(), nameof(Property), holiday.PropertyId, "remove holiday", Describe(holiday));
        await db.SaveChangesAsync(cancel);
        TempData["removed"] = $"{LocalDatePattern.Iso.Format(holiday.On)} {holiday.Name}"; // a day alone would come back as a moment
        return RedirectToAction(nameof(Index));
    }

    private void Note(Property property, string action, Sentence? from, Sentence? to) => db.Note(Me, clock.GetCurrentInstant(), nameof(Property), property.Id, action, from, to);

    private static Sentence Describe(Holiday holiday) => $"{holiday.On} {holiday.Name}";

    private async Task<List<PublicHoliday>> MissingAsync(Property property, CancellationToken cancel)
    {
        var there = (await db.Holidays.Where(holiday => holiday.PropertyId == property.Id).Select(holiday => holiday.On).ToListAsync(cancel)).ToHashSet<LocalDate>();
        return [.. PublicHolidays.Of(property.Country).Where(holiday => !there.Contains(holiday.On))];
    }

    private async Task<HolidaysPage> PageAsync(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        return new HolidaysPage(
            await db.Holidays.AsNoTracking().Where(holiday => holiday.PropertyId == property.Id).OrderBy(holiday => holiday.On).ToListAsync(cancel),
            property.Country, (await MissingAsync(property, cancel)).Count, property.Today(clock.GetCurrentInstant()));
    }
}
