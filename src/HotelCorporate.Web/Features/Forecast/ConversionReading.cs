using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Forecast;

/// <summary>What became of the inquiries of a year, of each seller's and of each segment's, and how long it took.</summary>
/// <param name="Sellers">By name; "" for those without one.</param>
public sealed record ConversionPage(
    ForecastFilter Filter, Funnel All, IReadOnlyList<(string Seller, Funnel Funnel)> Sellers, IReadOnlyList<(Segment Segment, Funnel Funnel)> Segments, LeadTimes ToDefinite, LeadTimes ToEvent);

/// <summary>What was not won in a year, by reason and by the house that was chosen instead.</summary>
/// <param name="Reasons">The largest first.</param>
public sealed record LostPage(ForecastFilter Filter, IReadOnlyList<LostPage.Row> Reasons, IReadOnlyList<LostPage.Row> Competitors, IReadOnlyList<LostPage.Booking> Bookings, Money Total)
{
    /// <param name="Name">A reason, "Cancelled" for contracts that were withdrawn, or a house.</param>
    public sealed record Row(string Name, int Count, Money Value);

    public sealed record Booking(int Id, string Reference, string Name, string Account, BookingStatus Status, string Reason, string? Competitor, string? Comment, LocalDate EndedOn, Money Value);
}

/// <summary>Reads how inquiries went on and how they ended.</summary>
public static class ConversionReading
{
    public static async Task<ConversionPage> PageAsync(HotelDb db, AccountYears accounts, Property property, ForecastFilter filter, LocalDate today, CancellationToken cancel)
    {
        var (start, until) = (filter.From().AtStartOfDayInZone(property.Zone).ToInstant(), filter.End().AtStartOfDayInZone(property.Zone).ToInstant());
        var rows = await Worth(db, property).Where(row => row.Booking.CreatedAt >= start && row.Booking.CreatedAt < until)
            .Select(row => new { row.Booking.AccountId, row.Booking.OwnerId, row.Booking.CreatedAt, row.Booking.QuotedAt, row.Booking.TentativeAt, row.Booking.DefiniteAt, row.Booking.FirstOn, row.MinorUnits }).ToListAsync(cancel);
        var segments = await accounts.SegmentsAsync(today, cancel);
        var sellers = await db.Users.AsNoTracking().ToDictionaryAsync(user => user.Id, user => user.Name, cancel);
        var paths = rows.ConvertAll(row => (
            Seller: row.OwnerId is { } owner ? sellers.GetValueOrDefault(owner, "") : "", Segment: segments.GetValueOrDefault(row.AccountId, Segment.Potential),
            Path: new InquiryPath(Day(row.CreatedAt)!.Value, Day(row.QuotedAt), Day(row.TentativeAt), Day(row.DefiniteAt), row.FirstOn, new Money(row.MinorUnits, property.Currency))));
        return new ConversionPage(
            filter, Of(paths.Select(row => row.Path)),
            [.. paths.GroupBy(row => row.Seller, StringComparer.Ordinal).OrderByDescending(seller => seller.Count()).Select(seller => (seller.Key, Of(seller.Select(row => row.Path))))],
            [.. paths.GroupBy(row => row.Segment).OrderByDescending(segment => segment.Key).Select(segment => (segment.Key, Of(segment.Select(row => row.Path))))],
            LeadTimes.Of(paths.Select(row => row.Path.DaysToDefinite).OfType<int>()), LeadTimes.Of(paths.Select(row => row.Path.DaysToEvent).OfType<int>()));

        LocalDate? Day(Instant? at) => at?.InZone(property.Zone).Date;

        Funnel Of(IEnumerable<InquiryPath> some) => Funnel.Of(property.Currency, [.. some]);
    }

    public static async Task<LostPage> LostAsync(HotelDb db, Property property, ForecastFilter filter, CancellationToken cancel)
    {
        var rows = await (
            from row in Worth(db, property)
            where row.Booking.EndedOn >= filter.From() && row.Booking.EndedOn < filter.End()
                && (row.Booking.Status == BookingStatus.Lost || row.Booking.Status == BookingStatus.TurnedDown || row.Booking.Status == BookingStatus.Cancelled)
            join account in db.Accounts on row.Booking.AccountId equals account.Id
            orderby row.Booking.EndedOn descending, row.Booking.Id
            select new { row.Booking.Id, row.Booking.Reference, row.Booking.Name, account.TradeName, row.Booking.Status, row.Booking.LostFor, row.Booking.Competitor, row.Booking.EndComment, row.Booking.EndedOn, row.MinorUnits }).ToListAsync(cancel);
        var bookings = rows.ConvertAll(row => new LostPage.Booking(
            row.Id, row.Reference, row.Name, row.TradeName, row.Status, row.Status == BookingStatus.Cancelled ? nameof(BookingStatus.Cancelled) : (row.LostFor ?? LostReason.Other).ToString(),
            row.Competitor, row.EndComment, row.EndedOn!.Value, new Money(row.MinorUnits, property.Currency)));
        return new LostPage(
            filter, By(bookings, booking => booking.Reason), By(bookings.Where(booking => booking.Competitor is not null), booking => booking.Competitor!), bookings, bookings.Sum(property.Currency, booking => booking.Value));

        List<LostPage.Row> By(IEnumerable<LostPage.Booking> some, Func<LostPage.Booking, string> name) =>
            [.. some.GroupBy(name, StringComparer.CurrentCultureIgnoreCase).Select(group => new LostPage.Row(group.Key, group.Count(), group.Sum(property.Currency, booking => booking.Value))).OrderByDescending(row => row.Value).ThenByDescending(row => row.Count)];
    }

    /// <summary>Each booking with what it is or was worth: by its contract, else the newest version sent, else the newest one whatever became of it.</summary>
    private static IQueryable<WorthBooking> Worth(HotelDb db, Property property) =>
        from booking in db.Bookings.AsNoTracking()
        where booking.PropertyId == property.Id
        select new WorthBooking
        {
            Booking = booking,
            MinorUnits = db.Quotes.Where(quote => quote.BookingId == booking.Id && quote.CurrencyCode == property.CurrencyCode)
                .OrderBy(quote => quote.Status == QuoteStatus.Accepted ? 0 : quote.Status == QuoteStatus.Sent ? 1 : 2).ThenByDescending(quote => quote.Revision)
                .Select(quote => quote.Nets.Sum(net => net.MinorUnits)).FirstOrDefault(),
        };

    private sealed class WorthBooking
    {
        public required Booking Booking { get; init; }

        public required long MinorUnits { get; init; }
    }
}
