using System.Text.Json.Serialization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Properties;
using NodaTime;

namespace HotelCorporate.Web.Documents;

/// <summary>The hotel as its papers name it.</summary>
public sealed record HotelSheet(
    string Name, string LegalName, string VatNumber, string RegistrationNumber, string Street, string City, string PostalCode, string Country,
    string Email, string Phone, string Bank, string Iban, string Bic, string TimeZoneId, string Colour = HotelSheet.HouseColour, int? LogoId = null)
{
    public const string HouseColour = "#0F4C5C";

    /// <summary>The picture itself as PNG, there when a paper is written: letters keep its number only, since a logo never changes.</summary>
    [JsonIgnore]
    public byte[]? Logo { get; init; }

    public static HotelSheet Of(Property property) => new(
        property.Name, property.LegalName, property.VatNumber, property.RegistrationNumber, property.Street, property.City, property.PostalCode,
        property.Country, property.Email, property.Phone, property.Bank, property.Iban, property.Bic, property.TimeZoneId, LogoId: property.LogoId);
}

/// <summary>The company that buys, as a paper names it.</summary>
public sealed record ClientSheet(
    string Name, string VatNumber = "", string RegistrationNumber = "", string Street = "", string PostalCode = "", string City = "",
    string Country = "", string Contact = "");

/// <summary>Whom to ask.</summary>
public sealed record ContactSheet(string Name, string Part, string Email, string Phone = "");

/// <summary>One occasion: what, where, when (local to the hotel), for how many.</summary>
public sealed record ProgrammeRow(string Name, string Space, string Style, LocalDateTime Start, LocalDateTime End, int Numbers, string Uid = "");

/// <summary>One priced line. <paramref name="Amount"/> is quantity x unit price - discount, rounded; net or gross as the paper's tax mode says.</summary>
/// <param name="TaxRate">A fraction: 0.20 is 20 %.</param>
public sealed record PricedRow(
    string Description, decimal Quantity, UnitPrice UnitPrice, Money Amount, string TaxCategory, decimal TaxRate, Money? Discount = null, LocalDate? On = null,
    string Detail = "")
{
    /// <summary>The service charges on it.</summary>
    public IReadOnlyList<ServiceShare> Services { get; init; } = [];
}

/// <summary>An allowance (negative words) or a charge on the whole document, a service charge among them.</summary>
/// <param name="IsInside">It is part of the lines: prices hold it.</param>
public sealed record ChargeRow(string Name, Money Amount, string TaxCategory = "S", decimal TaxRate = 0, bool IsInside = false);

/// <summary>The tax of one category and rate.</summary>
public sealed record TaxSheetRow(string Category, decimal Rate, Money Net, Money Tax);

/// <summary>The sums of a paper, as they were kept with it; no writer adds them up again.</summary>
public sealed record TotalsSheet(Money Lines, Money Allowances, Money Charges, Money Net, Money Tax, Money Gross, Money Prepaid, Money Due);

/// <summary>A part that is due before the event.</summary>
public sealed record DepositRow(Sentence Name, LocalDate? DueOn, Money Amount, Money? Paid = null);

/// <summary>What the client has to do, by when.</summary>
public sealed record DeadlineRow(Sentence What, LocalDate On, LocalTime? At = null);

/// <summary>What cancelling costs when the notice comes from one day to another.</summary>
public sealed record CancellationRow(LocalDate? From, LocalDate? Until, decimal Percent, Money? Fee = null);

/// <summary>Bedrooms of one night and type.</summary>
public sealed record BedroomRow(LocalDate Night, string RoomType, int Rooms, Money? Rate = null);

/// <summary>What one unit of a package contains.</summary>
public sealed record PackageSheet(string Name, IReadOnlyList<string> Contents);

/// <summary>A payment received against a document.</summary>
public sealed record PaymentRow(LocalDate On, string Reference, Money Amount);

/// <summary>One step from what was agreed to what is billed.</summary>
public sealed record ReconciliationRow(string Description, decimal Contract, decimal Guaranteed, decimal Actual, decimal Invoiced);
