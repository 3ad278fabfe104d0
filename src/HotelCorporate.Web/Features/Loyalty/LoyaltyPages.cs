using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Loyalty;
using NodaTime;

namespace HotelCorporate.Web.Features.Loyalty;

/// <summary>The programme and who takes part.</summary>
public sealed record LoyaltyPage(LoyaltyProgramme? Programme, IReadOnlyList<MemberRow> Members);

/// <param name="Revenue">That counted in the last twelve months.</param>
public sealed record MemberRow(int AccountId, string Name, LocalDate JoinedOn, bool TakesPart, int Points, Money Revenue, LoyaltyTier? Tier);

public sealed record LoyaltyFormPage(LoyaltyForm Form, Currency Currency);

/// <summary>A company's account of points.</summary>
/// <param name="Member">None: it never took part.</param>
/// <param name="Standing">None while it takes no part.</param>
public sealed record MemberPage(int AccountId, string Name, LoyaltyProgramme? Programme, LoyaltyMember? Member, LoyaltyStanding? Standing, IReadOnlyList<EntryRow> Entries, int? Points = null, string? Why = null);

/// <param name="About">The booking's reference and name, or the invoice's number.</param>
/// <param name="Left">The points after it.</param>
public sealed record EntryRow(LoyaltyEntry Entry, string About, string? Link, int Left);
