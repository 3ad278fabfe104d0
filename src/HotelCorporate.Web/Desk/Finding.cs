using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Search;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>What a found record is.</summary>
public enum FoundKind
{
    Account,
    Contact,
    Booking,
    Quote,
    Invoice,

    /// <summary>A page of the site, or something to do there.</summary>
    Page,
}

/// <summary>Something that answers what was typed.</summary>
/// <param name="Likeness">How well, 0 to 1.</param>
public sealed record Found(FoundKind Kind, int Id, string Title, string Beside, string Address, decimal Likeness);

/// <summary>
/// Finds what is like the words that were typed, in three steps from the exact to the tolerant: the database gives candidates by pieces of words, and these are ranked by likeness.
/// A step that finds enough is the last.
/// </summary>
public sealed class Finding(HotelDb db)
{
    private const int Candidates = 150;
    private const int Enough = 20;

    public Task<IReadOnlyList<Found>> Async(string typed, int most, CancellationToken cancel) => SteppedAsync(typed, most, async wish =>
        [.. await AccountsAsync(wish, cancel), .. await ContactsAsync(wish, cancel), .. await BookingsAsync(wish, cancel), .. await QuotesAsync(wish, cancel), .. await InvoicesAsync(wish, cancel)]);

    /// <summary>Companies alone.</summary>
    public Task<IReadOnlyList<Found>> CompaniesAsync(string typed, int most, CancellationToken cancel) => SteppedAsync(typed, most, wish => AccountsAsync(wish, cancel));

    private static async Task<IReadOnlyList<Found>> SteppedAsync(string typed, int most, Func<GramWish, Task<IEnumerable<(Found Row, string Text)>>> candidates)
    {
        IReadOnlyList<Found> best = [];
        foreach (var wish in GramWish.For(typed))
        {
            best = Ranked(await candidates(wish), typed, most);
            if (best.Count >= Math.Min(most, Enough)) break;
        }

        return best;
    }

    private static IReadOnlyList<Found> Ranked(IEnumerable<(Found Row, string Text)> candidates, string typed, int most) =>
        [.. candidates.Select(row => row.Row with { Likeness = Likeness.Of(typed, row.Text) }).Where(row => row.Likeness >= Likeness.Least)
            .OrderByDescending(row => decimal.Round(row.Likeness, 2)).ThenBy(row => row.Kind).ThenByDescending(row => row.Likeness).ThenBy(row => row.Title, StringComparer.CurrentCulture).Take(most)];

    private async Task<IEnumerable<(Found, string)>> AccountsAsync(GramWish wish, CancellationToken cancel) => (await db.Holding<Account>(wish).AsNoTracking().Standing()
            .Select(account => new { account.Id, account.TradeName, account.LegalName, account.City, account.Country, account.VatNumber }).Take(Candidates).ToListAsync(cancel))
        .Select(row => (new Found(FoundKind.Account, row.Id, row.TradeName, $"{row.City} {row.Country}".Trim(), $"/accounts/{row.Id}", 0), $"{row.TradeName} {row.LegalName} {row.City} {row.VatNumber}"));

    private async Task<IEnumerable<(Found, string)>> ContactsAsync(GramWish wish, CancellationToken cancel) => (await db.Holding<Contact>(wish).AsNoTracking()
            .Select(contact => new { contact.Id, contact.AccountId, contact.Name, contact.Email, contact.PhoneKey, Company = db.Accounts.Where(account => account.Id == contact.AccountId).Select(account => account.TradeName).First() }).Take(Candidates).ToListAsync(cancel))
        .Select(row => (new Found(FoundKind.Contact, row.Id, row.Name, row.Company, $"/accounts/{row.AccountId}/contacts", 0), $"{row.Name} {row.Email} {row.PhoneKey}"));

    private async Task<IEnumerable<(Found, string)>> BookingsAsync(GramWish wish, CancellationToken cancel) => (await db.Holding<Booking>(wish).AsNoTracking()
            .Select(booking => new { booking.Id, booking.Reference, booking.Name, booking.FirstOn, Company = db.Accounts.Where(account => account.Id == booking.AccountId).Select(account => account.TradeName).First() }).Take(Candidates).ToListAsync(cancel))
        .Select(row => (new Found(FoundKind.Booking, row.Id, row.Name, row.FirstOn is { } day ? $"{row.Company}, {row.Reference}, {Documents.Words.Here.Day(day)}" : $"{row.Company}, {row.Reference}", $"/bookings/{row.Id}", 0), $"{row.Name} {row.Reference}"));

    private async Task<IEnumerable<(Found, string)>> QuotesAsync(GramWish wish, CancellationToken cancel) => (await db.Holding<Quote>(wish).AsNoTracking()
            .Join(db.Bookings, quote => quote.BookingId, booking => booking.Id, (quote, booking) => new { quote.Id, quote.Number, quote.Revision, BookingId = booking.Id, booking.Name }).Take(Candidates).ToListAsync(cancel))
        .Select(row => (new Found(FoundKind.Quote, row.Id, $"{row.Number} / {row.Revision}", row.Name, $"/bookings/{row.BookingId}/quotes/{row.Id}", 0), row.Number));

    private async Task<IEnumerable<(Found, string)>> InvoicesAsync(GramWish wish, CancellationToken cancel) => (await db.Holding<Invoice>(wish).AsNoTracking()
            .Select(invoice => new { invoice.Id, invoice.Number, invoice.Buyer.Name, invoice.EventName }).Take(Candidates).ToListAsync(cancel))
        .Select(row => (new Found(FoundKind.Invoice, row.Id, row.Number, $"{row.Name}, {row.EventName}", $"/invoices/{row.Id}", 0), $"{row.Number} {row.Name} {row.EventName}"));
}
