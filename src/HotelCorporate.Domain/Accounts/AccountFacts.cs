namespace HotelCorporate.Domain.Accounts;

/// <summary>What is typed about a company.</summary>
public sealed record AccountFacts(
    string LegalName, string? TradeName = null, string? VatNumber = null, string? Street = null, string? City = null,
    string? PostalCode = null, string? Country = null, string? Language = "en", bool RequiresPurchaseOrder = false, long? CreditLimit = null);
