using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Leads;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>Whose data are wanted: a name as it is written here, an address, or both.</summary>
public sealed record Sought(string Name, string Email)
{
    /// <summary>Shorter names would be found within other people's.</summary>
    private const int Shortest = 4;

    /// <exception cref="HouseRuleException">Neither says who is meant.</exception>
    public static Sought Of(string? name, string? email)
    {
        var sought = new Sought(name?.Trim() ?? "", email?.Trim().ToLowerInvariant() ?? "");
        if (sought.Name.Length is > 0 and < Shortest or > 200 || sought.Email.Length > 256) throw new HouseRuleException("Type the whole name, of four letters at least.") { Field = "name" };
        if (sought.Name.Length == 0 && !sought.Email.Contains('@', StringComparison.Ordinal)) throw new HouseRuleException("Type the person's whole name or e-mail address.") { Field = "name" };
        return sought;
    }

    /// <summary>The words that tell this person.</summary>
    public IReadOnlyList<string> Words => [.. new[] { Name, Email }.Where(word => word.Length > 0)];
}

/// <summary>Every record that names one person, in every hotel of the chain.</summary>
/// <param name="Offers">Offers in whose remarks, or in why they were declined, the person stands.</param>
/// <param name="Comments">What the person, or anybody about the person, said of an offer on its own page.</param>
/// <param name="Documents">Issued documents in which the name stands.</param>
/// <param name="Journal">Entries of the journal in whose words it stands.</param>
/// <param name="Files">Files of companies that are named after the person; what is in files is not read.</param>
public sealed record PersonFile(
    Sought Sought, IReadOnlyList<Contact> Contacts, IReadOnlyList<Activity> Activities, IReadOnlyList<OutboxMail> Mails, IReadOnlyList<Booking> Bookings, IReadOnlyList<Quote> Quotes,
    IReadOnlyList<Quote> Offers, IReadOnlyList<OfferComment> Comments, IReadOnlyList<Approval> Approvals, IReadOnlyList<RoomGuest> Guests, IReadOnlyList<Lead> Leads, IReadOnlyList<DeskTask> Tasks, IReadOnlyList<Account> Accounts,
    IReadOnlyList<AccountImport> Imports, IReadOnlyList<AccountImportEntry> Brought, int Documents, int Journal, int Files)
{
    public int Count => Contacts.Count + Activities.Count + Mails.Count + Bookings.Count + Quotes.Count + Offers.Count + Comments.Count + Approvals.Count + Guests.Count + Leads.Count + Tasks.Count + Accounts.Count + Imports.Count + Brought.Count + Documents + Journal + Files;

    /// <summary>How much of each kind there is.</summary>
    public IReadOnlyList<(string Where, int Count)> Places =>
    [
        ("Contacts", Contacts.Count), ("Log entries", Activities.Count), ("Letters", Mails.Count), ("Accepted bookings", Bookings.Count), ("Accepted offers", Quotes.Count), ("Words of offers", Offers.Count - Offers.Count(IsSealed)), ("Words of sent offers", Offers.Count(IsSealed)),
        ("Questions and wishes", Comments.Count), ("Approvals", Approvals.Count), ("Rooming lists", Guests.Count),
        ("Leads", Leads.Count), ("Tasks", Tasks.Count), ("Notes of companies", Accounts.Count), ("Files that were brought in", Imports.Count + Brought.Count), ("Issued documents", Documents), ("Journal entries", Journal), ("Files", Files),
    ];

    /// <summary>Whether the person stands in what was sent to the client, which its hash seals.</summary>
    public bool IsSealed(Quote offer) => offer.SentAt is not null && Sought.Words.Any(word => NameInText.Holds(offer.Remarks, word));
}

/// <summary>Reads every record that names a person: by name, with or without its accents, and address; whatever hotel it belongs to.</summary>
public sealed class PersonalData(HotelDb db)
{
    public async Task<PersonFile> ReadAsync(Sought sought, CancellationToken cancel)
    {
        var (name, email) = (NameInText.Folded(sought.Name), NameInText.Folded(sought.Email));
        var (hasName, hasEmail) = (name.Length > 0, email.Length > 0);
        var contacts = await db.Set<Contact>().Where(contact => (hasEmail && HotelDb.Folded(contact.Email) == email) || (hasName && HotelDb.Folded(contact.Name) == name)).ToListAsync(cancel);
        var ids = contacts.ConvertAll(contact => contact.Id);
        return new PersonFile(
            sought, contacts,
            await db.Activities.Where(activity => (activity.ContactId != null && ids.Contains(activity.ContactId.Value)) || (hasName && HotelDb.Folded(activity.Text).Contains(name)) || (hasEmail && HotelDb.Folded(activity.Text).Contains(email))).ToListAsync(cancel),
            await db.Outbox.IgnoreQueryFilters().Where(mail => (hasEmail && (HotelDb.Folded(mail.RecipientAddress) == email || HotelDb.Folded(mail.Facts).Contains(email))) || (hasName && (HotelDb.Folded(mail.RecipientName) == name || HotelDb.Folded(mail.Facts).Contains(name)))).ToListAsync(cancel),
            await db.Bookings.IgnoreQueryFilters().Where(booking => hasName && HotelDb.Folded(booking.AcceptedBy!) == name).ToListAsync(cancel),
            await db.Quotes.Where(quote => hasName && quote.Acceptance != null && HotelDb.Folded(quote.Acceptance.Name) == name).ToListAsync(cancel),
            await db.Quotes.Where(quote => (hasName && (HotelDb.Folded(quote.Remarks).Contains(name) || HotelDb.Folded(quote.DeclinedBecause!).Contains(name))) || (hasEmail && (HotelDb.Folded(quote.Remarks).Contains(email) || HotelDb.Folded(quote.DeclinedBecause!).Contains(email)))).ToListAsync(cancel),
            await db.OfferComments.IgnoreQueryFilters().Where(comment => (hasName && (HotelDb.Folded(comment.By).Contains(name) || HotelDb.Folded(comment.Text).Contains(name))) || (hasEmail && (HotelDb.Folded(comment.By).Contains(email) || HotelDb.Folded(comment.Text).Contains(email)))).ToListAsync(cancel),
            await db.Approvals.IgnoreQueryFilters().Where(approval => (hasName && (HotelDb.Folded(approval.Reason).Contains(name) || HotelDb.Folded(approval.Answer).Contains(name) || HotelDb.Folded((string)(object)approval.Change).Contains(name)))
                || (hasEmail && (HotelDb.Folded(approval.Reason).Contains(email) || HotelDb.Folded(approval.Answer).Contains(email)))).ToListAsync(cancel),
            await db.Set<RoomGuest>().Where(guest => hasName && (HotelDb.Folded(guest.Name) == name || HotelDb.Folded(guest.SharedWith) == name || HotelDb.Folded(guest.Remarks).Contains(name))).ToListAsync(cancel),
            await db.Leads.IgnoreQueryFilters().Where(lead => (hasEmail && HotelDb.Folded(lead.Email) == email) || (hasName && HotelDb.Folded(lead.ContactName) == name)).ToListAsync(cancel),
            hasName ? [.. await db.Tasks.IgnoreQueryFilters().Where(task => HotelDb.Folded((string)(object)task.Text).Contains(name)).ToListAsync(cancel)] : [],
            await db.Accounts.Where(account => hasName && (HotelDb.Folded(account.Evidence).Contains(name) || HotelDb.Folded(account.PinReason).Contains(name) || HotelDb.Folded(account.Guarantee).Contains(name) || HotelDb.Folded(account.Needs.What).Contains(name)
                || HotelDb.Folded(account.Needs.Wishes).Contains(name) || HotelDb.Folded(account.Needs.Objections).Contains(name) || HotelDb.Folded(account.Needs.When).Contains(name) || HotelDb.Folded(account.Needs.Budget).Contains(name))).ToListAsync(cancel),
            await db.AccountImports.IgnoreQueryFilters().Where(import => (hasName && HotelDb.Folded(import.RefusedText).Contains(name)) || (hasEmail && HotelDb.Folded(import.RefusedText).Contains(email))).ToListAsync(cancel),
            await db.AccountImportEntries.Where(entry => entry.After != "" && entry.ContactId != null && ids.Contains(entry.ContactId.Value)).ToListAsync(cancel),
            hasName ? await db.Invoices.IgnoreQueryFilters().CountAsync(invoice => HotelDb.Folded(invoice.Buyer.Name).Contains(name) || HotelDb.Folded(invoice.Buyer.LegalName).Contains(name) || HotelDb.Folded(invoice.Note).Contains(name), cancel) : 0,
            hasName ? await db.Journal.IgnoreQueryFilters().CountAsync(entry => HotelDb.Folded(entry.Why!).Contains(name) || HotelDb.Folded(entry.To!).Contains(name) || HotelDb.Folded(entry.From!).Contains(name), cancel) : 0,
            hasName ? await db.AccountDocuments.CountAsync(document => HotelDb.Folded(document.Name).Contains(name), cancel) : 0);
    }
}
