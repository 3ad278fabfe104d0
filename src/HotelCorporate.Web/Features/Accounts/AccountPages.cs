using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Desk;
using NodaTime;

namespace HotelCorporate.Web.Features.Accounts;

/// <summary>The list of companies.</summary>
public sealed record AccountsPage(IReadOnlyList<AccountsPage.Row> Rows, int Count, string? Search, string? Tag, bool Mine)
{
    public sealed record Row(int Id, string Name, string LegalName, string City, string Country, string Tags, Reliability Reliability, int Bookings);
}

/// <summary>A company being typed: the form, those that look like it, and what now stands when somebody else was first.</summary>
/// <param name="Languages">Those that the hotel writes to clients in, and the one that the company has.</param>
/// <param name="MaySetCredit">The others read the limit only.</param>
public sealed record AccountFormPage(
    AccountForm Form, IReadOnlyList<string> Languages, bool MaySetCredit, IReadOnlyList<LookAlike> LookAlikes, int? Id = null, Account? Stands = null)
{
    /// <summary>Somebody who may have it in the portfolio.</summary>
    public sealed record Seller(int Id, string Name);

    public IReadOnlyList<Seller> Sellers { get; init; } = [];

    /// <summary>Who sent it here, of what now stands.</summary>
    public string Sender { get; init; } = "";
}

/// <summary>What stands above each page of a company.</summary>
/// <param name="Tab">The address of the page behind that of the company.</param>
public sealed record AccountTop(Account Account, string Tab);

/// <summary>All that a company's first page shows.</summary>
/// <param name="ReferredBy">The company that sent it here, where one is known.</param>
/// <param name="Year">What it brought in 12 months, and what it brought together with all that belongs to it.</param>
public sealed record AccountPage(
    Account Account, IReadOnlyList<Booking> Bookings, IReadOnlyList<Agreement> Agreements, LocalDate Today, int ExpiringDays, Segment Segment, Sentence SegmentReason, string? ReferredBy, AccountYear Year, AccountYear GroupYear)
{
    public IReadOnlyList<AccountPage.Relative> Above { get; init; } = [];

    public IReadOnlyList<AccountPage.Relative> Below { get; init; } = [];

    /// <summary>Who has it in the portfolio, and who looks after it today when that person is away.</summary>
    public string? Manager { get; init; }

    public string? Deputy { get; init; }

    public IReadOnlyList<LookAlike> LookAlikes { get; init; } = [];

    public IReadOnlyList<DeskTask> Tasks { get; init; } = [];

    public IReadOnlyList<Activity> Notes { get; init; } = [];

    /// <summary>How each agreement in force stands against what was promised; none where nothing is promised.</summary>
    public IReadOnlyList<AgreementStanding> Standings { get; init; } = [];

    /// <summary>Words that were not kept and are not settled, in the hotels that the person sees.</summary>
    public IReadOnlyList<Breach> Breaches { get; init; } = [];

    /// <summary>Merges into it that are not undone.</summary>
    public IReadOnlyList<AccountPage.Merged> Merges { get; init; } = [];

    public sealed record Relative(int Id, string Name, string City);

    public sealed record Merged(int Id, string Name);
}
