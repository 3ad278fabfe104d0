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

/// <summary>One inquiry, how far it came and how it ended.</summary>
/// <param name="SellerId">0: nobody's.</param>
/// <param name="Reason">A <see cref="LostReason"/>, or "Cancelled" for a contract that was withdrawn; none while it has not ended.</param>
public sealed record Inquiry(
    int Id, string Reference, string Name, string Account, int SellerId, Segment Segment, AccountSource Source, BookingStatus Status, string? Reason, string? Competitor, string? Comment, LocalDate? EndedOn, InquiryPath Path)
{
    /// <summary>Whether a figure with this filter counts it.</summary>
    public bool IsIn(ForecastFilter filter) =>
        (filter.Step is not { } step || Path.Came(step)) && (filter.Seller is null || filter.Seller == SellerId) && (filter.Segment is null || filter.Segment == Segment) && (filter.Source is null || filter.Source == Source)
        && (filter.Reason is null || filter.Reason == Reason) && (filter.Competitor is null || string.Equals(filter.Competitor, Competitor, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The bookings behind a figure of conversion or of lost business.</summary>
/// <param name="IsEnded">Those that ended in the time, not those that were asked for in it.</param>
/// <param name="Rows">Those of this page, the newest first.</param>
public sealed record InquiriesPage(ForecastFilter Filter, bool IsEnded, IReadOnlyList<Inquiry> Rows, int Count, Money Total, string? Seller)
{
    public int Pages => Math.Max(1, (Count + ForecastBookingsPage.PageSize - 1) / ForecastBookingsPage.PageSize);

    public string Address => IsEnded ? "/ended" : "/inquiries";

    /// <param name="all">In any order; those of the filter are taken.</param>
    public static InquiriesPage Of(ForecastFilter filter, bool isEnded, IEnumerable<Inquiry> all, Currency currency, string? seller)
    {
        var rows = all.Where(row => row.IsIn(filter)).OrderByDescending(row => isEnded ? row.EndedOn : row.Path.InquiredOn).ThenBy(row => row.Id).ToList();
        return new(filter, isEnded, [.. rows.Skip((filter.Page!.Value - 1) * ForecastBookingsPage.PageSize).Take(ForecastBookingsPage.PageSize)], rows.Count, rows.Sum(currency, row => row.Path.Value), seller);
    }
}

/// <summary>Reads inquiries once for the figures and for the lists behind them.</summary>
public static class Inquiries
{
    /// <summary>Those that were recorded in these months.</summary>
    public static Task<IReadOnlyList<Inquiry>> AskedAsync(HotelDb db, AccountYears accounts, Property property, ForecastFilter filter, LocalDate today, CancellationToken cancel)
    {
        var (start, until) = (filter.From().AtStartOfDayInZone(property.Zone).ToInstant(), filter.End().AtStartOfDayInZone(property.Zone).ToInstant());
        return ReadAsync(db, accounts, property, db.Bookings.Where(booking => booking.CreatedAt >= start && booking.CreatedAt < until), today, cancel);
    }

    /// <summary>Those that were lost, turned down or cancelled in these months.</summary>
    public static Task<IReadOnlyList<Inquiry>> EndedAsync(HotelDb db, AccountYears accounts, Property property, ForecastFilter filter, LocalDate today, CancellationToken cancel)
    {
        var (start, until) = (filter.From(), filter.End());
        return ReadAsync(db, accounts, property, db.Bookings.Where(booking => booking.EndedOn >= start && booking.EndedOn < until
            && (booking.Status == BookingStatus.Lost || booking.Status == BookingStatus.TurnedDown || booking.Status == BookingStatus.Cancelled)), today, cancel);
    }

    /// <summary>Each with what it is or was worth: by its contract, else the newest version sent, else the newest one whatever became of it.</summary>
    private static async Task<IReadOnlyList<Inquiry>> ReadAsync(HotelDb db, AccountYears accounts, Property property, IQueryable<Booking> bookings, LocalDate today, CancellationToken cancel)
    {
        var segments = await accounts.SegmentsAsync(today, cancel);
        var rows = await (
            from booking in bookings.AsNoTracking()
            where booking.PropertyId == property.Id
            join account in db.Accounts on booking.AccountId equals account.Id
            select new
            {
                booking.Id, booking.Reference, booking.Name, booking.AccountId, account.TradeName, account.Source, booking.OwnerId, booking.Status, booking.LostFor, booking.Competitor, booking.EndComment, booking.EndedOn,
                booking.CreatedAt, booking.QuotedAt, booking.TentativeAt, booking.DefiniteAt, booking.FirstOn,
                MinorUnits = db.Quotes.Where(quote => quote.BookingId == booking.Id && quote.CurrencyCode == property.CurrencyCode)
                    .OrderBy(quote => quote.Status == QuoteStatus.Accepted ? 0 : quote.Status == QuoteStatus.Sent ? 1 : 2).ThenByDescending(quote => quote.Revision).ThenBy(quote => quote.Alternative)
                    .Select(quote => quote.Nets.Sum(net => net.MinorUnits)).FirstOrDefault(),
            }).ToListAsync(cancel);
        return rows.ConvertAll(row =>
        {
            var (isLost, isCancelled) = (row.Status is BookingStatus.Lost or BookingStatus.TurnedDown, row.Status == BookingStatus.Cancelled);
            var reason = isCancelled ? nameof(BookingStatus.Cancelled) : isLost ? (row.LostFor ?? LostReason.Other).ToString() : null;
            return new Inquiry(
                row.Id, row.Reference, row.Name, row.TradeName, row.OwnerId ?? 0, segments.GetValueOrDefault(row.AccountId, Segment.Potential), row.Source, row.Status, reason, row.Competitor, row.EndComment, isLost || isCancelled ? row.EndedOn : null,
                new InquiryPath(Day(row.CreatedAt)!.Value, Day(row.QuotedAt), Day(row.TentativeAt), Day(row.DefiniteAt), row.FirstOn, new Money(row.MinorUnits, property.Currency), isLost ? row.EndedOn : null));
        });

        LocalDate? Day(Instant? at) => at?.InZone(property.Zone).Date;
    }
}
