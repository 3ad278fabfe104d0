namespace HotelCorporate.Domain.Accounts;

/// <summary>What is typed about a company.</summary>
/// <param name="ReferredById">The account that sent it here; a referral may be without one.</param>
public sealed record AccountFacts(
    string LegalName, string? TradeName = null, string? VatNumber = null, string? Street = null, string? City = null,
    string? PostalCode = null, string? Country = null, string? Language = "en", bool RequiresPurchaseOrder = false, long? CreditLimit = null,
    AccountSource Source = AccountSource.NotSaid, int? ReferredById = null);
