using HotelCorporate.Domain;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Bedrooms;

/// <summary>What files of the hotel's own system call each room type.</summary>
/// <param name="Unknown">Codes of stays that no room type has, with how many.</param>
public sealed record RoomCodesPage(IReadOnlyList<RoomType> Types, IReadOnlyList<KeyValuePair<string, int>> Unknown);

/// <summary>Says which codes of files mean which room type, so that stays, BAR and the house are read right.</summary>
[Authorize(Policy = Policies.Events)]
[Route("bedrooms/codes")]
public sealed class RoomCodesController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string Page = "/Features/Bedrooms/Codes.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(Page, await PageAsync(cancel));

    /// <param name="codes">By room type.</param>
    [Authorize(Policy = Policies.SalesManager)]
    [SameHotel]
    [HttpPost("")]
    public async Task<IActionResult> Save(IDictionary<int, string?> codes, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var types = await db.RoomTypes.Where(type => type.PropertyId == property.Id).OrderBy(type => type.Id).ToListAsync(cancel);
        var before = types.ToDictionary(type => type.Id, type => type.OtherCodes);
        foreach (var type in types) type.AlsoCalled(null, []); // a code may go from one to another
        foreach (var type in types)
        {
            try
            {
                type.AlsoCalled(codes.TryGetValue(type.Id, out var typed) ? typed : before[type.Id], types.Where(other => other != type));
            }
            catch (HouseRuleException refusal)
            {
                Refuse($"codes[{type.Id}]", refusal.Sentence);
            }
        }

        if (!ModelState.IsValid)
        {
            db.ChangeTracker.Clear();
            return Refused(await PageAsync(cancel), Page);
        }

        foreach (var type in types.Where(type => type.OtherCodes != before[type.Id]))
            db.Note(Me, clock.GetCurrentInstant(), nameof(Domain.Properties.Property), property.Id, "codes of a room type", from: $"{type.Name}: {before[type.Id]}", to: $"{type.Name}: {type.OtherCodes}");
        await db.SaveChangesAsync(cancel);
        Say("The codes are kept. Look at compliance again: stays with these codes are compared from now on.");
        return RedirectToAction(nameof(Index));
    }

    private async Task<RoomCodesPage> PageAsync(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var types = await db.RoomTypes.AsNoTracking().Where(type => type.PropertyId == property.Id).OrderBy(type => type.Id).ToListAsync(cancel);
        var seen = await db.Stays.AsNoTracking().Where(stay => stay.PropertyId == property.Id && stay.RoomType != "").GroupBy(stay => stay.RoomType).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        return new RoomCodesPage(types, [.. seen.Where(code => !types.Exists(type => type.IsCalled(code.Key))).OrderByDescending(code => code.Count).ThenBy(code => code.Key, StringComparer.Ordinal).Select(code => KeyValuePair.Create(code.Key, code.Count))]);
    }
}
