using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>
/// Puts a pseudonym in the place of a person: on the contact, the log, the letters, drafts of offers and what was said of them, approvals, rooming lists, leads and tasks. Who accepted a contract stays as evidence until its retention ends, for finance alone;
/// so do the words of an offer that was sent, which its hash seals; issued documents and the journal never change. What stayed, and why, is kept as a report.
/// </summary>
public sealed class PersonErasing(HotelDb db, PersonalData people, IClock clock)
{
    /// <summary>What stands instead of a reason in a letter that had not gone.</summary>
    private const string NotSent = "The recipient's data were erased before it went.";

    /// <exception cref="HouseRuleException">Nothing names the person.</exception>
    public async Task<Erasure> EraseAsync(Sought sought, LocalDate today, int retentionYears, Actor actor, CancellationToken cancel)
    {
        await using var turn = await db.BeginWriteAsync(cancel);
        var found = await people.ReadAsync(sought, cancel);
        if (found.Count == 0) throw new HouseRuleException("Nothing here names this person.") { Field = "name" };
        var now = clock.GetCurrentInstant();
        var number = await db.NextAsync("ERASURE", cancel);
        var pseudonym = string.Create(CultureInfo.InvariantCulture, $"Erased person {number}");
        var names = Kept(found, today, retentionYears);
        Forget(found, pseudonym, today, retentionYears, now);
        var erasure = new Erasure(pseudonym, actor.UserId, now, Report(found, retentionYears), names);
        db.Erasures.Add(erasure);
        await db.SaveChangesAsync(cancel);
        db.Note(actor, now, nameof(Erasure), erasure.Id, "erase a person's data");
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return erasure;
    }

    private static List<KeptName> Kept(PersonFile found, LocalDate today, int years) =>
    [
        .. found.Bookings.Select(booking => new KeptName(nameof(Booking), booking.Id, booking.AcceptedBy!, today.PlusYears(years))), .. found.Quotes.Select(quote => new KeptName(nameof(Quote), quote.Id, quote.Acceptance!.Name, today.PlusYears(years))),
        .. found.Offers.Where(offer => found.IsSealed(offer) && IsKept(offer, today, years)).Select(offer => new KeptName(nameof(Quote), offer.Id, found.Sought.Words[0], offer.SealedUntil(years)!.Value)),
    ];

    private static bool IsKept(Quote offer, LocalDate today, int years) => offer.SealedUntil(years) >= today;

    private static void Forget(PersonFile found, string pseudonym, LocalDate today, int years, Instant now)
    {
        var words = found.Sought.Words;
        var names = words.Concat(found.Contacts.Select(contact => contact.Name)).Concat(found.Contacts.Select(contact => contact.Email)).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var mail in found.Mails)
            mail.Forget(names, pseudonym, names.Contains(mail.RecipientAddress, StringComparer.OrdinalIgnoreCase) || names.Contains(mail.RecipientName, StringComparer.OrdinalIgnoreCase), NotSent);
        foreach (var name in names)
        {
            foreach (var activity in found.Activities) activity.Forget(name, pseudonym);
            foreach (var guest in found.Guests) guest.Forget(name, pseudonym);
            foreach (var task in found.Tasks) task.Forget(name, pseudonym);
            foreach (var account in found.Accounts) account.Forget(name, pseudonym);
            foreach (var import in found.Imports) import.Forget(name);
            foreach (var offer in found.Offers) offer.Forget(name, pseudonym, IsKept(offer, today, years));
            foreach (var comment in found.Comments) comment.Forget(name, pseudonym);
            foreach (var approval in found.Approvals) approval.Forget(name, pseudonym);
        }

        foreach (var entry in found.Brought) entry.Forget();
        foreach (var contact in found.Contacts) contact.Erase(pseudonym, now);
        foreach (var booking in found.Bookings) booking.ForgetAcceptor(pseudonym);
        foreach (var quote in found.Quotes) quote.ForgetAcceptor(pseudonym);
        foreach (var lead in found.Leads) lead.Erase(pseudonym);
    }

    private static List<ErasedPlace> Report(PersonFile found, int years) => [.. found.Places.Where(place => place.Count > 0).Select(place => new ErasedPlace(place.Where, place.Count, Why(place.Where, years)))];

    /// <summary>Null: it was erased.</summary>
    private static Sentence? Why(string place, int years) => place switch
    {
        "Accepted bookings" or "Accepted offers" => $"Evidence of who accepted a contract is kept for {years} years; finance alone reads it. Elsewhere the pseudonym stands.",
        "Words of sent offers" => $"What was sent to a client is sealed by its hash and stays for {years} years from the day it went. Offers that are older were changed.",
        "Issued documents" => "An issued document never changes by law; it is kept as long as the books.",
        "Journal entries" => "The journal cannot be changed. It names people of the house by number; these entries hold words that somebody typed.",
        "Files" => "What is in a file is not read here. Look these files over, and take them away by hand.",
        _ => null,
    };
}
