using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Bookings;
using NodaTime;

namespace HotelCorporate.Web.Features.Accounts;

/// <summary>The list of companies.</summary>
public sealed record AccountsPage(IReadOnlyList<AccountsPage.Row> Rows, int Count, string? Search)
{
    public sealed record Row(int Id, string Name, string LegalName, string City, string Country, int Bookings);
}

/// <summary>A company being typed: the form, those that look like it, and what now stands when somebody else was first.</summary>
/// <param name="Languages">Those that the hotel writes to clients in, and the one that the company has.</param>
/// <param name="Senders">The companies that may have sent it here, by name.</param>
/// <param name="MaySetCredit">The others read the limit only.</param>
public sealed record AccountFormPage(
    AccountForm Form, IReadOnlyList<string> Languages, IReadOnlyList<AccountFormPage.Sender> Senders, bool MaySetCredit, IReadOnlyList<Account> LookAlikes, int? Id = null, Account? Stands = null)
{
    public sealed record Sender(int Id, string Name, string City);

    public string? NameOf(int? sender) => Senders.FirstOrDefault(one => one.Id == sender)?.Name;
}

/// <summary>All that a company's page shows.</summary>
/// <param name="ReferredBy">The company that sent it here, where one is known.</param>
public sealed record AccountPage(Account Account, IReadOnlyList<Booking> Bookings, IReadOnlyList<Agreement> Agreements, LocalDate Today, int ExpiringDays, Segment Segment, Sentence SegmentReason, string? ReferredBy);
