namespace HotelCorporate.Domain.Accounts;

/// <summary>What a file may say of a company; empty where it is silent.</summary>
/// <param name="TradeName">Empty where it is the legal name.</param>
/// <param name="Tags">With a comma between.</param>
/// <param name="Language">In which it is written to.</param>
/// <param name="ManagerId">The seller who has it in the portfolio; none where the file is silent.</param>
public sealed record CompanyRecord(
    string LegalName, string TradeName = "", string VatNumber = "", string Street = "", string City = "", string PostalCode = "", string Country = "",
    string RegistrationNumber = "", string Industry = "", string Region = "", string Tags = "",
    string Language = "", int? ManagerId = null)
{
    private const int MostTags = 12;

    private bool HasAddress => Street.Length + City.Length + PostalCode.Length > 0;

    public static CompanyRecord Of(Account account) => new(
        account.LegalName, account.TradeName == account.LegalName ? "" : account.TradeName, account.VatNumber, account.Street, account.City, account.PostalCode, account.Country,
        account.RegistrationNumber, account.Industry, account.Region, account.Tags, account.Language, account.ManagerId);

    /// <summary>What is missing comes from the other. Street, city and code are one thing: they are not mixed of two places.</summary>
    public CompanyRecord FilledBy(CompanyRecord other)
    {
        var samePlace = !HasAddress || City.Length == 0 || FoldedName.Of(City) == FoldedName.Of(other.City);
        return this with
        {
            TradeName = Or(TradeName, other.TradeName), VatNumber = Or(VatNumber, other.VatNumber), Country = Or(Country, other.Country),
            Street = samePlace ? Or(Street, other.Street) : Street, City = samePlace ? Or(City, other.City) : City, PostalCode = samePlace ? Or(PostalCode, other.PostalCode) : PostalCode,
            RegistrationNumber = Or(RegistrationNumber, other.RegistrationNumber), Industry = Or(Industry, other.Industry), Region = Or(Region, other.Region), Tags = With(other.Tags),
            Language = Or(Language, other.Language), ManagerId = ManagerId ?? other.ManagerId,
        };
    }

    /// <summary>What the other says stands; where it is silent, it stays. Another street is another place, with its own city and code.</summary>
    public CompanyRecord ReplacedBy(CompanyRecord other)
    {
        var moves = other.Street.Length > 0 && other.Street != Street;
        return this with
        {
            LegalName = Or(other.LegalName, LegalName), TradeName = Or(other.TradeName, TradeName), VatNumber = Or(other.VatNumber, VatNumber), Country = Or(other.Country, Country),
            Street = moves ? other.Street : Street, City = moves ? other.City : Or(other.City, City), PostalCode = moves ? other.PostalCode : Or(other.PostalCode, PostalCode),
            RegistrationNumber = Or(other.RegistrationNumber, RegistrationNumber), Industry = Or(other.Industry, Industry), Region = Or(other.Region, Region), Tags = With(other.Tags),
            Language = Or(other.Language, Language), ManagerId = other.ManagerId ?? ManagerId,
        };
    }

    /// <exception cref="HouseRuleException">The VAT number is none of the country.</exception>
    public CompanyRecord Checked() => VatForm.Fits(VatNumber, Country) ? this : throw new HouseRuleException($"A VAT number of {Country} does not look like {VatNumber}. Correct it, or leave it empty.") { Field = nameof(VatNumber) };

    private string With(string more)
    {
        var tags = Tags.Split(',', StringSplitOptions.RemoveEmptyEntries).Concat(more.Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Take(MostTags);
        return string.Join(',', tags.Order(StringComparer.Ordinal));
    }

    private static string Or(string first, string second) => first.Length > 0 ? first : second;
}

/// <summary>What a file may say of a person; empty where it is silent.</summary>
public sealed record PersonRecord(string Name, string Email = "", string Phone = "", string JobTitle = "")
{
    public static PersonRecord Of(Contact contact) => new(contact.Name, contact.Email, contact.Phone, contact.JobTitle);

    public PersonRecord FilledBy(PersonRecord other) => this with { Email = Or(Email, other.Email), Phone = Or(Phone, other.Phone), JobTitle = Or(JobTitle, other.JobTitle) };

    public PersonRecord ReplacedBy(PersonRecord other) => other.FilledBy(this);

    private static string Or(string first, string second) => first.Length > 0 ? first : second;
}
