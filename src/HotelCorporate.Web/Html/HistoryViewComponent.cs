using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Journal;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Html;

/// <summary>A timeline as it is shown.</summary>
/// <param name="Subject">What most rows are about; the others say what they are about.</param>
public sealed record History(IReadOnlyList<JournalLine> Lines, DateTimeZone Zone, string Subject);

/// <summary>The timeline of one record, or of all the current hotel's records of a kind: who did what, when, from, to, why. Whoever may open the page may read it.</summary>
public sealed class HistoryViewComponent(HotelDb db, CurrentProperty hotel) : ViewComponent
{
    private const int Shown = 100;

    /// <param name="subject">One or more kinds of records, with a blank between them.</param>
    public async Task<IViewComponentResult> InvokeAsync(string subject, int? id = null)
    {
        var property = await hotel.GetAsync(HttpContext.RequestAborted);
        var lines = await Wanted(subject, id, property.Id).NewestAsync(db, Shown, HttpContext.RequestAborted);
        return View("/Features/Shared/History.cshtml", new History(lines, property.Zone, id is null ? "" : subject));
    }

    private IQueryable<JournalEntry> Wanted(string subject, int? id, int propertyId)
    {
        var all = db.Journal.IgnoreQueryFilters();
        if (id is null)
        {
            var subjects = subject.Split(' ');
            return all.Where(entry => subjects.Contains(entry.Subject) && (entry.PropertyId == null || entry.PropertyId == propertyId));
        }

        if (subject == nameof(Account)) return all.Where(entry => entry.Subject == subject && (entry.SubjectId == id || db.Accounts.Any(merged => merged.MergedIntoId == id && merged.Id == entry.SubjectId)));
        var own = all.Where(entry => entry.Subject == subject && entry.SubjectId == id);
        return subject != nameof(Booking) ? own : own.Concat(all.Where(entry => entry.Subject == nameof(Quote) && db.Quotes.Where(quote => quote.BookingId == id).Select(quote => quote.Id).Contains(entry.SubjectId)));
    }
}
