using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Database;
using NodaTime;

namespace HotelCorporate.Web.Mail;

/// <summary>Who gets a letter.</summary>
public sealed record MailRecipient(string Name, string Address);

/// <summary>Puts letters into the outbox, in the save of the caller: they exist if and only if what they tell of exists.</summary>
public static class MailDesk
{
    /// <summary>One row per recipient; twice the same address gets one letter.</summary>
    /// <exception cref="Domain.HouseRuleException">An address is not one.</exception>
    public static void Queue(
        this HotelDb db, Instant now, MailKind kind, int propertyId, int? bookingId, string language, MailFacts facts,
        IEnumerable<MailRecipient> recipients, int? quoteId = null, int? invoiceId = null)
    {
        var frozen = MailFactsJson.Write(facts);
        var domain = facts.Hotel.Email.Split('@') is [_, { Length: > 0 } host] ? host : "hotel.invalid";
        foreach (var recipient in recipients.DistinctBy(recipient => recipient.Address.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            db.Outbox.Add(new OutboxMail(
                kind, propertyId, bookingId, language, recipient.Name, recipient.Address.Trim(), frozen, $"{Guid.NewGuid():N}@{domain}", now)
            {
                QuoteId = quoteId, InvoiceId = invoiceId,
            });
        }
    }
}
