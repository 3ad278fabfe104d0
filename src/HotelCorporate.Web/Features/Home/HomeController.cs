using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Home;

/// <summary>Where the day begins: what needs the one who is signed in.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class HomeController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const int Days = 7;
    private const int Shown = 12;

    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var until = today.PlusDays(Days);
        var all = User.IsInRole(Role.Administrator);
        var lists = new List<TodayPage.List>();
        if (all || User.IsInRole(Role.Sales) || User.IsInRole(Role.SalesManager))
        {
            lists.Add(new("Inquiries without an offer", "Every inquiry has its offer. Record the next one when they ask.", await InquiriesAsync(property, cancel)));
            lists.Add(new("Options that lapse by {0}", "No option lapses in these days.", await OptionsAsync(property, until, cancel)));
            lists.Add(new("Offers without an answer", "No offer waits for its client.", await OffersAsync(property, cancel)));
        }

        if (Role.OpeningBookings.Any(User.IsInRole)) lists.Add(new("Dates to keep by {0}", "No date of your bookings is near.", await DatesAsync(property, until, cancel)));
        if (User.IsInRole(Role.Department)) lists.Add(new("Functions of today", "Nothing takes place today.", await FunctionsAsync(property, today, today, onlyUncounted: false, cancel)));
        if (all || User.IsInRole(Role.Coordinator))
        {
            lists.Add(new("Functions of today and the next seven days", "Nothing takes place in these days. The diary shows what comes later.", await FunctionsAsync(property, today, until, onlyUncounted: false, cancel)));
            lists.Add(new("Numbers to guarantee by {0}", "Every number of these days is guaranteed.", await FunctionsAsync(property, today, until, onlyUncounted: true, cancel)));
        }

        if (all || User.IsInRole(Role.Finance))
        {
            lists.Add(new("Events to settle", "Nothing waits to be invoiced.", await ToInvoiceAsync(property, cancel)));
            lists.Add(new("Invoices overdue", "No invoice is overdue.", await OpenAsync(property, LocalDate.MinIsoValue, today.PlusDays(-1), cancel)));
            lists.Add(new("Due in the next seven days", "Nothing falls due in these days.", await OpenAsync(property, today, until, cancel)));
        }

        return View(new TodayPage(today, until, lists));
    }

    /// <summary>Works in another hotel from now on.</summary>
    [HttpPost("/property")]
    public async Task<IActionResult> Switch(string code, CancellationToken cancel)
    {
        if (!await db.Properties.AnyAsync(property => property.Code == code, cancel)) return NotFound();
        Response.Cookies.Append(CurrentProperty.Cookie, code, CurrentProperty.CookieOptions(Request));
        return RedirectToAction(nameof(Index));
    }

    private async Task<List<TodayPage.Row>> InquiriesAsync(Property property, CancellationToken cancel) =>
        (await Bookings(property, booking => booking.Status == BookingStatus.Inquiry).OrderBy(row => row.Booking.CreatedAt).Take(Shown).ToListAsync(cancel))
        .ConvertAll(row => new TodayPage.Row($"/bookings/{row.Booking.Id}", row.Booking.Name, row.Company, row.Booking.CreatedAt.InZone(property.Zone).Date, row.Booking.Reference, row.Booking.Status));

    private async Task<List<TodayPage.Row>> OptionsAsync(Property property, LocalDate until, CancellationToken cancel) =>
        (await Bookings(property, booking => booking.Status == BookingStatus.Tentative && booking.OptionOn <= until).OrderBy(row => row.Booking.OptionOn).Take(Shown).ToListAsync(cancel))
        .ConvertAll(row => new TodayPage.Row($"/bookings/{row.Booking.Id}", row.Booking.Name, row.Company, row.Booking.OptionOn, row.Booking.Reference, row.Booking.Status));

    /// <summary>Dates of the person's own bookings, and of those that nobody has; what is missed stands first.</summary>
    private async Task<List<TodayPage.Row>> DatesAsync(Property property, LocalDate until, CancellationToken cancel) =>
        (await (from row in db.Deadlines.AsNoTracking()
                join found in Bookings(property, _ => true) on row.BookingId equals found.Booking.Id
                where row.DoneAt == null && row.DueOn <= until && (row.OwnerId == null || row.OwnerId == Me.UserId)
                orderby row.DueAt, row.Id
                select new { row, found }).Take(Shown).ToListAsync(cancel))
        .ConvertAll(due => new TodayPage.Row($"/bookings/{due.found.Booking.Id}#dates", Show.Say(due.row.Text), due.found.Company, due.row.DueOn, due.found.Booking.Reference, due.found.Booking.Status));

    private async Task<List<TodayPage.Row>> OffersAsync(Property property, CancellationToken cancel) =>
        (await (from quote in db.Quotes.AsNoTracking()
                join row in Bookings(property, _ => true) on quote.BookingId equals row.Booking.Id
                where quote.Status == QuoteStatus.Sent && quote.Alternative == 1
                orderby quote.ValidUntil
                select new { quote, row }).Take(Shown).ToListAsync(cancel))
        .ConvertAll(found => new TodayPage.Row($"/bookings/{found.row.Booking.Id}/quotes/{found.quote.Id}", found.row.Booking.Name, found.row.Company, found.quote.ValidUntil, found.quote.Number, found.row.Booking.Status, found.quote.Gross));

    private async Task<List<TodayPage.Row>> FunctionsAsync(Property property, LocalDate from, LocalDate until, bool onlyUncounted, CancellationToken cancel)
    {
        var (opens, closes) = (from.AtMidnight(), until.PlusDays(1).AtMidnight());
        var found = await (
            from function in db.Functions.AsNoTracking()
            join row in Bookings(property, booking => booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual) on function.BookingId equals row.Booking.Id
            join space in db.Spaces on function.SpaceId equals space.Id
            where function.End > opens && function.Start < closes && !function.IsCancelled && (!onlyUncounted || (function.Guaranteed == null && row.Booking.Status == BookingStatus.Definite))
            orderby function.Start
            select new { function, row, space.Name }).Take(Shown).ToListAsync(cancel);
        return found.ConvertAll(one => new TodayPage.Row(
            $"/bookings/{one.row.Booking.Id}", one.function.Name, one.row.Company, one.function.Start.Date,
            $"{Show.Time(one.function.Start.TimeOfDay)}-{Show.Time(one.function.End.TimeOfDay)}, {one.Name}, {one.function.Guaranteed ?? one.function.Expected}", one.row.Booking.Status));
    }

    private async Task<List<TodayPage.Row>> ToInvoiceAsync(Property property, CancellationToken cancel) =>
        (await Bookings(property, booking => booking.Status == BookingStatus.Actual).OrderBy(row => row.Booking.Id).Take(Shown).ToListAsync(cancel))
        .ConvertAll(row => new TodayPage.Row($"/bookings/{row.Booking.Id}", row.Booking.Name, row.Company, null, row.Booking.Reference, row.Booking.Status));

    /// <param name="until">The last due day.</param>
    private async Task<List<TodayPage.Row>> OpenAsync(Property property, LocalDate from, LocalDate until, CancellationToken cancel) =>
        (await db.Invoices.Where(invoice => invoice.PropertyId == property.Id && invoice.DueOn >= from && invoice.DueOn <= until).StillOpen(db, property.Currency)
            .OrderBy(found => found.Invoice.DueOn).ThenBy(found => found.Invoice.Id).Take(Shown)
            .Select(found => new { found.Invoice.Id, found.Invoice.Number, found.Invoice.Buyer.Name, found.Invoice.DueOn, found.MinorUnits }).ToListAsync(cancel))
        .ConvertAll(found => new TodayPage.Row($"/invoices/{found.Id}", found.Number, found.Name, found.DueOn, "", null, new Money(found.MinorUnits, property.Currency)));

    private IQueryable<Wanted> Bookings(Property property, System.Linq.Expressions.Expression<Func<Booking, bool>> which) =>
        db.Bookings.AsNoTracking().Where(booking => booking.PropertyId == property.Id).Where(which)
            .Join(db.Accounts, booking => booking.AccountId, account => account.Id, (booking, account) => new Wanted { Booking = booking, Company = account.TradeName });

    private sealed class Wanted
    {
        public required Booking Booking { get; init; }

        public required string Company { get; init; }
    }
}
