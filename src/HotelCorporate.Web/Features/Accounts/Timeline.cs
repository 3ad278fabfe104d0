using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Accounts;

/// <summary>One thing that passed.</summary>
/// <param name="Kind">"Call", "Booking", "Offer" and so on.</param>
/// <param name="Address">Where it can be opened; none where it is all that there is.</param>
/// <param name="Who">The person of the house, or of the company.</param>
public sealed record TimelineEntry(Instant At, string Kind, Sentence Text, string? Address, string Who, int Id);

/// <summary>Reads the one timeline of a company: each source gives its newest as far as the page reaches, and these are put in order. As many statements for much as for little.</summary>
public sealed class Timeline(HotelDb db)
{
    public const int PageSize = 50;

    /// <summary>What can be shown alone.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["Call", "Mail", "Meeting", "Visit", "Note", "Objection", "Complaint", "Booking", "Offer", "Invoice", "Payment", "Letter"];

    public async Task<(IReadOnlyList<TimelineEntry> Entries, bool HasMore)> ReadAsync(int accountId, string? kind, int page, CancellationToken cancel)
    {
        var wanted = (page * PageSize) + 1;
        var bookings = db.Bookings.AsNoTracking().Where(booking => booking.AccountId == accountId);
        List<TimelineEntry> all = [.. await LogAsync(accountId, kind, wanted, cancel)];
        if (kind is null or "Booking")
            all.AddRange((await bookings.OrderByDescending(booking => booking.CreatedAt).ThenByDescending(booking => booking.Id).Take(wanted)
                .Select(booking => new { booking.CreatedAt, booking.Id, booking.Name, booking.Reference, booking.Status }).ToListAsync(cancel))
                .Select(row => new TimelineEntry(row.CreatedAt, "Booking", $"{row.Name}, {row.Reference}: {row.Status}", $"/bookings/{row.Id}", "", row.Id)));
        if (kind is null or "Offer")
            all.AddRange((await db.Quotes.AsNoTracking().Where(quote => quote.SentAt != null).Join(bookings, quote => quote.BookingId, booking => booking.Id, (quote, booking) => new { At = quote.SentAt!.Value, quote.Id, quote.Number, quote.Revision, quote.Status, BookingId = booking.Id, booking.Name, quote.Gross })
                .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(wanted).ToListAsync(cancel))
                .Select(row => new TimelineEntry(row.At, "Offer", $"{row.Number} / {row.Revision} for {row.Name}, {row.Gross}: {row.Status}", $"/bookings/{row.BookingId}/quotes/{row.Id}", "", row.Id)));
        if (kind is null or "Invoice")
            all.AddRange((await db.Invoices.AsNoTracking().Join(bookings, invoice => invoice.BookingId, booking => booking.Id, (invoice, booking) => new { invoice.IssuedAt, invoice.Id, invoice.Number, invoice.Gross, booking.Name })
                .OrderByDescending(row => row.IssuedAt).ThenByDescending(row => row.Id).Take(wanted).ToListAsync(cancel))
                .Select(row => new TimelineEntry(row.IssuedAt, "Invoice", $"{row.Number} for {row.Name}, {row.Gross}", $"/invoices/{row.Id}", "", row.Id)));
        if (kind is null or "Payment")
            all.AddRange((await db.Payments.AsNoTracking().Where(payment => payment.AccountId == accountId && payment.Method != PaymentMethod.CreditNote).OrderByDescending(payment => payment.RecordedAt).ThenByDescending(payment => payment.Id).Take(wanted)
                .Select(payment => new { payment.RecordedAt, payment.Id, payment.Amount, payment.Method, payment.BookingId }).ToListAsync(cancel))
                .Select(row => new TimelineEntry(row.RecordedAt, "Payment", $"{row.Amount} by {row.Method}", $"/bookings/{row.BookingId}", "", row.Id)));
        if (kind is null or "Letter")
            all.AddRange((await db.Outbox.AsNoTracking().Join(bookings, mail => mail.BookingId, booking => booking.Id, (mail, booking) => new { mail.QueuedAt, mail.Id, mail.Kind, mail.Status, mail.RecipientName, booking.Name })
                .OrderByDescending(row => row.QueuedAt).ThenByDescending(row => row.Id).Take(wanted).ToListAsync(cancel))
                .Select(row => new TimelineEntry(row.QueuedAt, "Letter", $"{row.Kind} for {row.Name}: {row.Status}", $"/mails/{row.Id}", row.RecipientName, row.Id)));
        var ordered = all.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Address is null).ThenBy(entry => entry.Kind, StringComparer.Ordinal).ThenByDescending(entry => entry.Id).Skip((page - 1) * PageSize).Take(PageSize + 1).ToList();
        return ([.. ordered.Take(PageSize)], ordered.Count > PageSize);
    }

    private async Task<IEnumerable<TimelineEntry>> LogAsync(int accountId, string? kind, int wanted, CancellationToken cancel)
    {
        var log = db.Activities.AsNoTracking().Where(activity => activity.AccountId == accountId);
        if (kind is not null)
        {
            if (!Enum.TryParse<Domain.Accounts.ActivityKind>(kind, out var own)) return [];
            log = log.Where(activity => activity.Kind == own);
        }

        var rows = await (
            from activity in log
            join person in db.Set<Domain.Accounts.Contact>() on activity.ContactId equals person.Id into people
            from person in people.DefaultIfEmpty()
            join user in db.Users on activity.ById equals user.Id into users
            from user in users.DefaultIfEmpty()
            orderby activity.At descending, activity.Id descending
            select new { activity.At, activity.Id, activity.Kind, activity.Text, With = person == null ? null : person.Name, By = user == null ? null : user.Name }).Take(wanted).ToListAsync(cancel);
        return rows.Select(row => new TimelineEntry(row.At, row.Kind.ToString(), Sentence.Typed(row.Text), null, string.Join(", ", new[] { row.With, row.By }.OfType<string>()), row.Id));
    }
}
