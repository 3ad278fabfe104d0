using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Desk;
using NodaTime;

namespace HotelCorporate.Web.Features.Bookings;

/// <summary>The list of bookings.</summary>
public sealed record BookingsPage(IReadOnlyList<BookingsPage.Row> Rows, int Count, BookingStatus? Status, string? Search)
{
    public sealed record Row(int Id, string Reference, string Name, string Account, BookingStatus Status, LocalDateTime? First, int People, LocalDate? OptionOn, bool Waits);
}

/// <summary>A new inquiry: what was typed, and what one may choose from.</summary>
public sealed record InquiryPage(InquiryForm Form, IReadOnlyList<Account> Accounts, IReadOnlyList<Space> Spaces);

/// <summary>All that a booking's page shows.</summary>
public sealed record BookingPage(
    Booking Booking, Account Account, Property Property, IReadOnlyDictionary<int, string> SpaceNames,
    IReadOnlyDictionary<int, int> Ranks, LocalDate Today, IReadOnlyList<Quote> Quotes, IReadOnlyList<Awaited> WaitsFor,
    IReadOnlyList<DepositState> Deposits, IReadOnlyList<Invoice> Invoices, Money? CancellationFee, LocalDate? DearerFrom,
    IReadOnlyList<DeskTask> Tasks, IReadOnlyList<Approval> Requests, bool IsShortOfBedrooms)
{
    /// <summary>Loud functions beside quiet ones.</summary>
    public IReadOnlyList<Sentence> Noises { get; init; } = [];

    public bool HasOpenRequest => Requests.Any(asked => asked.Status == ApprovalStatus.Open);

    /// <summary>The last word on the company's credit, when it was no.</summary>
    public Approval? RefusedCredit => Requests.LastOrDefault(asked => asked.Kind == ApprovalKind.Credit) is { Status: ApprovalStatus.Refused } refused ? refused : null;
}
