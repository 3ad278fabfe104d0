using System.ComponentModel.DataAnnotations;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Languages;

namespace HotelCorporate.Web.Features.Accounts;

/// <summary>What is typed about a company, with its first contact when it is new.</summary>
public sealed class AccountForm
{
    [Required(ErrorMessage = "Type the company's legal name."), StringLength(200, ErrorMessage = "A name has 200 characters at most.")]
    public string LegalName { get; set; } = "";

    [StringLength(200, ErrorMessage = "A name has 200 characters at most.")]
    public string? TradeName { get; set; }

    [StringLength(20, ErrorMessage = "A VAT number has 20 characters at most."), RegularExpression("[A-Za-z0-9 .-]*", ErrorMessage = "A VAT number has letters and digits only.")]
    public string? VatNumber { get; set; }

    [StringLength(200, ErrorMessage = "200 characters at most.")]
    public string? Street { get; set; }

    [StringLength(20, ErrorMessage = "20 characters at most.")]
    public string? PostalCode { get; set; }

    [StringLength(100, ErrorMessage = "100 characters at most.")]
    public string? City { get; set; }

    [RegularExpression("[A-Za-z]{2}", ErrorMessage = "Two letters, such as AL or US.")]
    public string? Country { get; set; }

    [KnownLanguage]
    public string Language { get; set; } = "en";

    public bool RequiresPurchaseOrder { get; set; }

    [Range(0, 1_000_000_000, ErrorMessage = "A credit limit is between 0 and 1,000,000,000.")]
    public long? CreditLimit { get; set; }

    [EnumDataType(typeof(AccountSource), ErrorMessage = "Choose a source of the list.")]
    public AccountSource Source { get; set; }

    [Company]
    public int? ReferredById { get; set; }

    [StringLength(40, ErrorMessage = "40 characters at most.")]
    public string? RegistrationNumber { get; set; }

    [StringLength(80, ErrorMessage = "80 characters at most.")]
    public string? Industry { get; set; }

    [StringLength(80, ErrorMessage = "80 characters at most.")]
    public string? Region { get; set; }

    [Company]
    public int? ParentId { get; set; }

    public int? ManagerId { get; set; }

    [StringLength(400, ErrorMessage = "400 characters at most.")]
    public string? Tags { get; set; }

    [StringLength(200, ErrorMessage = "A name has 200 characters at most.")]
    public string? ContactName { get; set; }

    [EmailAddress(ErrorMessage = "Type an e-mail address such as name@company.com."), StringLength(256, ErrorMessage = "256 characters at most.")]
    public string? ContactEmail { get; set; }

    [StringLength(40, ErrorMessage = "40 characters at most.")]
    public string? ContactPhone { get; set; }

    /// <summary>The seller has seen the look-alikes and says that this is another company.</summary>
    public bool IsAnother { get; set; }

    /// <summary>The version that the form was opened on.</summary>
    public int Version { get; set; }

    public AccountFacts Facts => new(LegalName, TradeName, VatNumber, Street, City, PostalCode, Country, Language, RequiresPurchaseOrder, CreditLimit, Source, ReferredById);

    public AccountProfile Profile => new(RegistrationNumber, Industry, Region, ParentId, ManagerId, Tags);

    public static AccountForm Of(Account account) => new()
    {
        LegalName = account.LegalName, TradeName = account.TradeName, VatNumber = account.VatNumber, Street = account.Street, PostalCode = account.PostalCode,
        City = account.City, Country = account.Country, Language = account.Language, RequiresPurchaseOrder = account.RequiresPurchaseOrder, CreditLimit = account.CreditLimit,
        Source = account.Source, ReferredById = account.ReferredById, RegistrationNumber = account.RegistrationNumber, Industry = account.Industry, Region = account.Region, ParentId = account.ParentId,
        ManagerId = account.ManagerId, Tags = string.Join(", ", account.TagList), Version = account.Version,
    };
}
