using HotelCorporate.Domain;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using NodaTime;

namespace HotelCorporate.Web.Features.Inbox;

/// <summary>All that waits for one person in every hotel that they may see: the own portfolio, that of those whose deputy they are, and what their role may decide.</summary>
/// <param name="Property">The hotel that the person works in now.</param>
/// <param name="Hotels">By id.</param>
public sealed record InboxPage(
    Property Property, IReadOnlyDictionary<int, Property> Hotels, LocalDate Today, IReadOnlyList<string> DeputyFor, Waiting Count, InboxPage.Readers ReadsOf,
    IReadOnlyList<InboxPage.Asked> ToDecide, IReadOnlyList<InboxPage.Asked> HandedOver, IReadOnlyList<InboxPage.Asked> Answers,
    IReadOnlyList<InboxPage.Waits> Accepted, IReadOnlyList<InboxPage.Task> Tasks, IReadOnlyList<InboxPage.FailedMail> Mails, IReadOnlyList<InboxPage.Change> Changes)
{
    /// <summary>The name of a row's hotel; nothing to say where there is but one.</summary>
    public string? HotelOf(int propertyId) => Hotels.Count > 1 ? Hotels.GetValueOrDefault(propertyId)?.Name : null;

    /// <summary>Which bookings' changes a person reads of.</summary>
    public enum Readers
    {
        Own,
        SoonToBegin,
        Money,
    }

    /// <param name="WaitsFor">The one who shall decide, when it was handed to somebody.</param>
    /// <param name="WhoMay">Those who may decide it as well.</param>
    public sealed record Asked(Approval Approval, string Reference, string Name, string AskedBy, string WaitsFor, IReadOnlyList<(int Id, string Name)> WhoMay)
    {
        public string Title => Approval.Kind switch
        {
            ApprovalKind.Price => "Offer over the limits",
            ApprovalKind.Credit => "Over the credit limit",
            ApprovalKind.Bedrooms => "More bedrooms than there are",
            ApprovalKind.Agreement => "Agreement over the limits",
            _ => "Room of an option",
        };

        /// <summary>Where what is asked for can be read.</summary>
        public string Address => Approval switch
        {
            { AgreementId: { } agreement } => $"/agreements/{agreement}",
            { QuoteId: { } quote } => $"/bookings/{Approval.BookingId}/quotes/{quote}",
            _ => $"/bookings/{Approval.BookingId}",
        };

        public string Label => Reference.Length > 0 ? $"{Reference}, {Name}" : Name;

        public string State => Approval.Status switch
        {
            ApprovalStatus.Open => "Not decided yet",
            ApprovalStatus.Approved => "Approved",
            _ => "Refused",
        };
    }

    /// <summary>An accepted booking that is not definite.</summary>
    public sealed record Waits(int BookingId, int PropertyId, string Reference, string Name, string Company, Sentence? For);

    public sealed record Task(int Id, int PropertyId, Sentence Text, LocalDate DueOn, int? BookingId, string Booking, int? MailId, int? AccountId = null, string Company = "", int? LeadId = null, int? AgreementId = null, int? BreachId = null);

    public sealed record FailedMail(int Id, int PropertyId, string Subject, string? Answer, Instant At);

    public sealed record Change(JournalLine Line, int PropertyId, string Booking);
}
