namespace HotelCorporate.Domain.Invoices;

/// <summary>Who sells or buys, as the document named them when it was issued.</summary>
public sealed record InvoiceParty(
    string Name, string LegalName, string VatNumber, string RegistrationNumber, string Street, string PostalCode, string City, string Country,
    string Email = "", string Phone = "", string Bank = "", string Iban = "", string Bic = "", int? LogoId = null);
