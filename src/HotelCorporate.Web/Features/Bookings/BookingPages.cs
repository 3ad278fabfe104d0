using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Journal;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
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
    IReadOnlyDictionary<int, int> Ranks, IReadOnlyList<JournalEntry> History, LocalDate Today, IReadOnlyList<Quote> Quotes, IReadOnlyList<string> WaitsFor,
    IReadOnlyList<DepositState> Deposits, IReadOnlyList<Invoice> Invoices, Money? CancellationFee, LocalDate? DearerFrom);
