using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
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
public sealed record InquiryPage(InquiryForm Form, IReadOnlyList<Space> Spaces);

/// <summary>All that a booking's page shows.</summary>
public sealed record BookingPage(
    Booking Booking, Account Account, Property Property, IReadOnlyDictionary<int, string> SpaceNames,
    IReadOnlyDictionary<int, int> Ranks, LocalDate Today, Instant Now, IReadOnlyList<Quote> Quotes, IReadOnlyList<Awaited> WaitsFor,
    IReadOnlyList<DepositState> Deposits, IReadOnlyList<Invoice> Invoices, Exposure? Exposure,
    IReadOnlyList<DeskTask> Tasks, IReadOnlyList<Approval> Requests, bool IsShortOfBedrooms)
{
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    public required IReadOnlyList<ChallengeRow> Challenges { get; init; }

    public required IReadOnlyList<SentNumber> SentNumbers { get; init; }

    public required IReadOnlyList<Reduction> Reductions { get; init; }

    /// <summary>People in the contract, by function.</summary>
    public required IReadOnlyDictionary<int, int> Contracted { get; init; }

    /// <summary>What taking each function out costs today, by function.</summary>
    public required IReadOnlyDictionary<int, ReductionCost> Less { get; init; }

    /// <summary>The other bookings of its series, in order.</summary>
    public required IReadOnlyList<SeriesRow> Series { get; init; }

    /// <summary>What is in the way of a move that was asked for.</summary>
    public IReadOnlyList<Sentence> InTheWay { get; init; } = [];

    /// <summary>Loud functions beside quiet ones.</summary>
    public IReadOnlyList<Sentence> Noises { get; init; } = [];

    public bool HasOpenRequest => Requests.Any(asked => asked.Status == ApprovalStatus.Open);

    /// <summary>The last word on the company's credit, when it was no.</summary>
    public Approval? RefusedCredit => Requests.LastOrDefault(asked => asked.Kind == ApprovalKind.Credit) is { Status: ApprovalStatus.Refused } refused ? refused : null;

    public bool Waits => Booking.Functions.Any(function => function.IsWaiting);

    /// <param name="Other">The booking on the other side.</param>
    /// <param name="IsHolder">This one holds, and was challenged.</param>
    public sealed record ChallengeRow(Challenge Challenge, int OtherId, string Other, bool IsHolder);

    public sealed record SeriesRow(int Id, string Reference, BookingStatus Status, int Position, LocalDateTime? First);
}

/// <summary>What cancelling a booking on a day means, before it is done.</summary>
/// <param name="Held">Payments that are set off against the fee.</param>
/// <param name="Promoted">What becomes firm when it lets go: the booking, the function and its time.</param>
public sealed record CancellationPage(
    Booking Booking, Account Account, Property Property, IReadOnlyDictionary<int, string> SpaceNames, LocalDate NoticeOn, LocalDate Today, Exposure? Exposure, Money? Held,
    int Bedrooms, int Invites, IReadOnlyList<NextInLine> Promoted)
{
    public Money? Fee => Exposure?.On(NoticeOn).Fee;
}

/// <summary>What taking one function out of a booking means, before it is done.</summary>
public sealed record FunctionOutPage(Booking Booking, Function Function, Account Account, Property Property, string Space, ReductionCost? Cost, IReadOnlyList<NextInLine> Promoted);

/// <summary>A series before it is made: each day, with what is in the way on it.</summary>
public sealed record SeriesPage(Booking Booking, Account Account, SeriesForm Form, IReadOnlyList<SeriesPage.Day> Days)
{
    /// <param name="Taken">What is in the way on that day; nothing when its rooms are free.</param>
    public sealed record Day(LocalDate On, string? Holiday, IReadOnlyList<string> Taken);
}

/// <summary>A series that is being changed, with what came of the last change in each booking.</summary>
public sealed record SeriesChangePage(BookingPage Page, SeriesChangeForm Form, IReadOnlyList<(int Id, string Name)> Spaces, IReadOnlyList<SeriesChangePage.Result> Results)
{
    /// <param name="Refused">Why nothing was changed; none when it was.</param>
    public sealed record Result(int Id, string Reference, LocalDate? First, string? Refused);
}
