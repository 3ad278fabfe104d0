using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Html;

/// <summary>How much waits for the one who is signed in: the same as the page of it shows. One statement, and another when something was written since.</summary>
public sealed class WaitingViewComponent(HotelDb db, CurrentProperty hotel, WaitingCounts counts, IClock clock) : ViewComponent
{
    private static readonly ReadyQuery<Func<HotelDb, int, Task<Position>>> Newest = new(() => EF.CompileAsyncQuery((HotelDb db, int me) =>
        db.Users.IgnoreQueryFilters().Where(user => user.Id == me).Select(user => new Position(user.ReadUpTo, db.Journal.Max(entry => (long?)entry.Id))).Single()));

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var me = HttpContext.User.UserId() ?? 0;
        var today = (await hotel.GetAsync(cancel)).Today(clock.GetCurrentInstant());
        var (readUpTo, newest) = await Newest.On(db)(db, me);
        var stands = new WaitingCounts.Stand(today, readUpTo, newest);
        if (counts.Of(me, stands) is not { } count)
        {
            var waiting = new WaitingFor(db, HttpContext.User, [.. (await hotel.ChoicesAsync(cancel)).Select(known => known.Id)], today);
            counts.Keep(me, stands, count = (await waiting.CountAsync(cancel)).All);
        }

        return View("/Features/Shared/Waiting.cshtml", count);
    }

    private sealed record Position(long ReadUpTo, long? Newest);
}
