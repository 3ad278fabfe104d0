using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Prices open offers and contracts anew from what was asked for, and keeps what differs and why. It changes no offer.</summary>
public sealed class QuoteAudit(HotelDb db, QuoteGrounds grounds, IClock clock)
{
    private static readonly QuoteStatus[] Open = [QuoteStatus.Draft, QuoteStatus.Sent, QuoteStatus.Accepted];
    private static readonly BookingStatus[] Lives = [BookingStatus.Inquiry, BookingStatus.Quoted, BookingStatus.Tentative, BookingStatus.Definite];

    /// <returns>How many were priced.</returns>
    public async Task<int> RunAsync(Property property, Actor actor, CancellationToken cancel)
    {
        var open = await db.Quotes.AsNoTracking().Where(quote => Open.Contains(quote.Status) && quote.Request != null && db.Bookings.Any(booking => booking.Id == quote.BookingId && booking.PropertyId == property.Id && Lives.Contains(booking.Status)))
            .OrderBy(quote => quote.BookingId).ThenBy(quote => quote.Id).Select(quote => new { quote.Id, quote.BookingId }).ToListAsync(cancel);
        var (found, house) = (new List<QuoteFinding>(), await grounds.HouseAsync(property, cancel));
        foreach (var booking in open.GroupBy(quote => quote.BookingId))
        {
            var ground = (await grounds.ReadAsync(booking.Key, sellerId: null, cancel, house))!;
            foreach (var quote in await db.Quotes.AsNoTracking().Include(quote => quote.Lines).Where(quote => quote.BookingId == booking.Key && Open.Contains(quote.Status) && quote.Request != null).ToListAsync(cancel))
                found.AddRange((await DifferencesAsync(ground, quote, cancel)).Select(difference => new QuoteFinding(property.Id, quote.Id, difference)));
        }

        await using var turn = await db.BeginWriteAsync(cancel);
        await db.QuoteFindings.Where(finding => finding.PropertyId == property.Id).ExecuteDeleteAsync(cancel);
        db.QuoteFindings.AddRange(found);
        var (now, round) = (clock.GetCurrentInstant(), await db.QuoteAuditRounds.SingleOrDefaultAsync(round => round.PropertyId == property.Id, cancel));
        if (round is null) db.QuoteAuditRounds.Add(new QuoteAuditRound(property.Id, property.Today(now), open.Count));
        else round.Done(property.Today(now), open.Count);
        db.Note(actor, now, nameof(Property), property.Id, "audit offers", to: $"{open.Count} priced, {found.Count} differences");
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return open.Count;
    }

    /// <summary>What one offer would cost otherwise today, and why; bedrooms have their price though none is free.</summary>
    public async Task<IReadOnlyList<QuoteDifference>> DifferencesAsync(QuoteGround ground, Quote quote, CancellationToken cancel)
    {
        var priced = await grounds.PriceAsync(ground, quote.Request!, cancel, whateverIsFree: true);
        return [.. priced.Refusals.Select(refusal => new QuoteDifference("Cannot be priced any more", null, null, refusal.Why)), .. QuoteDifferences.Lines(quote.Lines, priced.Lines)];
    }
}
