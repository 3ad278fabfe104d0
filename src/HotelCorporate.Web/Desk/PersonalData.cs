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
/// <param name="Documents">Issued documents in which the name stands.</param>
/// <param name="Journal">Entries of the journal in whose words it stands.</param>
/// <param name="Files">Files of companies that are named after the person; what is in files is not read.</param>
public sealed record PersonFile(
    Sought Sought, IReadOnlyList<Contact> Contacts, IReadOnlyList<Activity> Activities, IReadOnlyList<OutboxMail> Mails, IReadOnlyList<Booking> Bookings, IReadOnlyList<Quote> Quotes,
    IReadOnlyList<RoomGuest> Guests, IReadOnlyList<Lead> Leads, IReadOnlyList<DeskTask> Tasks, IReadOnlyList<Account> Accounts,
    IReadOnlyList<AccountImport> Imports, IReadOnlyList<AccountImportEntry> Brought, int Documents, int Journal, int Files)
{
    public int Count => Contacts.Count + Activities.Count + Mails.Count + Bookings.Count + Quotes.Count + Guests.Count + Leads.Count + Tasks.Count + Accounts.Count + Imports.Count + Brought.Count + Documents + Journal + Files;

    /// <summary>How much of each kind there is.</summary>
    public IReadOnlyList<(string Where, int Count)> Places =>
    [
        ("Contacts", Contacts.Count), ("Log entries", Activities.Count), ("Letters", Mails.Count), ("Accepted bookings", Bookings.Count), ("Accepted offers", Quotes.Count), ("Rooming lists", Guests.Count),
        ("Leads", Leads.Count), ("Tasks", Tasks.Count), ("Notes of companies", Accounts.Count), ("Files that were brought in", Imports.Count + Brought.Count), ("Issued documents", Documents), ("Journal entries", Journal), ("Files", Files),
    ];
}

/// <summary>Reads every record that names a person: by name and address, whatever hotel it belongs to.</summary>
public sealed class PersonalData(HotelDb db)
{
    public async Task<PersonFile> ReadAsync(Sought sought, CancellationToken cancel)
    {
        var (name, email) = (sought.Name.ToLowerInvariant(), sought.Email);
        var (hasName, hasEmail) = (name.Length > 0, email.Length > 0);
        var contacts = await db.Set<Contact>().Where(contact => (hasEmail && HotelDb.Lower(contact.Email) == email) || (hasName && (contact.Name == sought.Name || HotelDb.Lower(contact.Name) == name))).ToListAsync(cancel);
        var ids = contacts.ConvertAll(contact => contact.Id);
        return new PersonFile(
            sought, contacts,
            await db.Activities.Where(activity => (activity.ContactId != null && ids.Contains(activity.ContactId.Value)) || (hasName && (activity.Text.Contains(sought.Name) || HotelDb.Lower(activity.Text).Contains(name))) || (hasEmail && HotelDb.Lower(activity.Text).Contains(email))).ToListAsync(cancel),
            await db.Outbox.IgnoreQueryFilters().Where(mail => (hasEmail && (HotelDb.Lower(mail.RecipientAddress) == email || mail.Facts.Contains(email))) || (hasName && (mail.RecipientName == sought.Name || HotelDb.Lower(mail.RecipientName) == name || mail.Facts.Contains(sought.Name)))).ToListAsync(cancel),
            await db.Bookings.IgnoreQueryFilters().Where(booking => hasName && (booking.AcceptedBy == sought.Name || HotelDb.Lower(booking.AcceptedBy!) == name)).ToListAsync(cancel),
            await db.Quotes.Where(quote => hasName && quote.Acceptance != null && (quote.Acceptance.Name == sought.Name || HotelDb.Lower(quote.Acceptance.Name) == name)).ToListAsync(cancel),
            await db.Set<RoomGuest>().Where(guest => hasName && (guest.Name == sought.Name || guest.SharedWith == sought.Name || HotelDb.Lower(guest.Name) == name || HotelDb.Lower(guest.SharedWith) == name || guest.Remarks.Contains(sought.Name))).ToListAsync(cancel),
            await db.Leads.IgnoreQueryFilters().Where(lead => (hasEmail && HotelDb.Lower(lead.Email) == email) || (hasName && (lead.ContactName == sought.Name || HotelDb.Lower(lead.ContactName) == name))).ToListAsync(cancel),
            hasName ? [.. (await db.Tasks.IgnoreQueryFilters().Where(task => ((string)(object)task.Text).Contains(sought.Name)).ToListAsync(cancel))] : [],
            await db.Accounts.Where(account => hasName && (account.Evidence.Contains(sought.Name) || account.PinReason.Contains(sought.Name) || account.Guarantee.Contains(sought.Name) || account.Needs.What.Contains(sought.Name)
                || account.Needs.Wishes.Contains(sought.Name) || account.Needs.Objections.Contains(sought.Name) || account.Needs.When.Contains(sought.Name) || account.Needs.Budget.Contains(sought.Name))).ToListAsync(cancel),
            await db.AccountImports.IgnoreQueryFilters().Where(import => (hasName && HotelDb.Lower(import.RefusedText).Contains(name)) || (hasName && import.RefusedText.Contains(sought.Name)) || (hasEmail && HotelDb.Lower(import.RefusedText).Contains(email))).ToListAsync(cancel),
            await db.AccountImportEntries.Where(entry => entry.After != "" && entry.ContactId != null && ids.Contains(entry.ContactId.Value)).ToListAsync(cancel),
            hasName ? await db.Invoices.IgnoreQueryFilters().CountAsync(invoice => invoice.Buyer.Name.Contains(sought.Name) || invoice.Buyer.LegalName.Contains(sought.Name) || invoice.Note.Contains(sought.Name), cancel) : 0,
            hasName ? await db.Journal.IgnoreQueryFilters().CountAsync(entry => entry.Why!.Contains(sought.Name) || entry.To!.Contains(sought.Name) || entry.From!.Contains(sought.Name), cancel) : 0,
            hasName ? await db.AccountDocuments.CountAsync(document => document.Name.Contains(sought.Name), cancel) : 0);
    }
}
