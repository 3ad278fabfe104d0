using System.Globalization;
using System.Text.RegularExpressions;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;

namespace HotelCorporate.Web.Desk;

/// <summary>A row of the file as a company and a person of it, or why it is none.</summary>
/// <param name="Remarks">What was not taken of a row that comes in all the same.</param>
public sealed record AccountRow(int Number, IReadOnlyList<string> Cells, IntakeRow? Facts, string Key, MappedRow Row, IReadOnlyList<Sentence> Remarks);

/// <summary>Reads companies and their people out of what other address books hand out.</summary>
public static partial class AccountRows
{
    private const int LongestTag = 30;
    private const int MostTags = 12;
    private const int LongestCell = 4_000;

    private static readonly string[] NameParts = ["FirstName", "MiddleName", "LastName"];

    /// <summary>As Outlook (English, German, French, Italian), Google, HubSpot, Salesforce and Bitrix24 call them, and as people write them.</summary>
    public static IReadOnlyList<ImportField> Fields { get; } =
    [
        new("Company", "Company", IsNeeded: true, "company", "companyname", "organizationname", "accountname", "названиекомпании", "компания", "organization1name", "organization", "organisation", "account", "legalname", "firma", "unternehmen", "societe", "entreprise", "societa", "azienda", "kompania", "shoqeria", "emriikompanise"),
        new("TradeName", "Trade name", IsNeeded: false, "tradename", "doingbusinessas", "dba", "emritregtar"),
        new("FirstName", "First name", IsNeeded: false, "firstname", "givenname", "имя", "vorname", "prenom", "nome", "emri"),
        new("MiddleName", "Middle name", IsNeeded: false, "middlename", "additionalname", "отчество"),
        new("LastName", "Last name", IsNeeded: false, "lastname", "familyname", "surname", "фамилия", "nachname", "nom", "cognome", "mbiemri"),
        new("Name", "Name of the person", IsNeeded: false, "name", "fullname", "contactname", "contact", "fileas", "person", "kontakti", "emrimbiemri"),
        new("JobTitle", "Job title", IsNeeded: false, "jobtitle", "organizationtitle", "organization1title", "должность", "position", "posizione", "fonction", "titre", "pozicioni", "title"),
        new("Email", "E-mail", IsNeeded: false, "email", "emailaddress", "email1value", "рабочииemail", "emailadresse", "adressedemessagerie", "indirizzopostaelettronica", "postaelektronike", "emaili"),
        new("Email2", "Second e-mail", IsNeeded: false, "email2address", "email2value", "частныиemail", "email2"),
        new("Phone", "Telephone", IsNeeded: false, "businessphone", "phone", "phonenumber", "phone1value", "рабочиителефон", "telephone", "companymainphone", "telefongeschaftlich", "telephonebureau", "telefonouff", "telefon", "telefono", "telefoni"),
        new("Phone2", "Second telephone", IsNeeded: false, "mobilephone", "mobile", "phone2value", "мобильныителефон", "mobiltelefon", "telmobile", "cellulare", "celulari"),
        new("VatNumber", "VAT number", IsNeeded: false, "vatnumber", "vatid", "vat", "vatno", "taxid", "nipt", "nuis", "инн", "ustidnr", "partitaiva", "tva"),
        new("RegistrationNumber", "Registration number", IsNeeded: false, "registrationnumber", "companynumber", "registrationno", "огрн"),
        new("Street", "Street", IsNeeded: false, "businessstreet", "billingstreet", "mailingstreet", "address1street", "street", "streetaddress", "address", "фактическииадрес", "юридическииадрес", "адрес", "straßegeschaftlich", "strassegeschaftlich", "ruebureau", "viauff", "rruga", "adresa"),
        new("Street2", "Second line of the street", IsNeeded: false, "businessstreet2", "streetaddress2", "address1extendedaddress", "street2", "address2"),
        new("PostalCode", "Postal code", IsNeeded: false, "businesspostalcode", "billingzippostalcode", "mailingzippostalcode", "address1postalcode", "postalcode", "zip", "zipcode", "postcode", "postleitzahlgeschaftlich", "codepostalbureau", "capuff", "kodipostar"),
        new("City", "City", IsNeeded: false, "businesscity", "billingcity", "mailingcity", "address1city", "city", "town", "город", "ortgeschaftlich", "villebureau", "cittauff", "qyteti"),
        new("Country", "Country", IsNeeded: false, "businesscountryregion", "billingcountry", "mailingcountry", "address1country", "countryregion", "country", "страна", "landregiongeschaftlich", "paysregionbureau", "paeseuff", "land", "shteti"),
        new("Region", "Region", IsNeeded: false, "businessstate", "billingstateprovince", "address1region", "stateregion", "region", "territory", "область", "rajoni"),
        new("Industry", "Industry", IsNeeded: false, "industry", "сферадеятельности", "branche", "settore", "dega"),
        new("Website", "Website", IsNeeded: false, "companydomainname", "website", "webpage", "website1value", "websiteurl", "корпоративныисаит", "webseite", "siteweb", "uebi"),
        new("Owner", "Account manager", IsNeeded: false, "owner", "accountowner", "companyowner", "contactowner", "accountmanager", "ответственныи", "zustandig", "responsable", "responsabile", "menaxheriillogarise"),
        new("Language", "Language", IsNeeded: false, "language", "preferredlanguage", "язык", "sprache", "langue", "lingua", "gjuha"),
        new("Tags", "Tags", IsNeeded: false, "labels", "categories", "tags", "типкомпании", "kategorien", "categorie"),
        new("Notes", "Notes", IsNeeded: false, "notes", "description", "комментарии", "notizen", "note", "comment", "comments", "shenime"),
    ];

    public static IEnumerable<AccountRow> Read(byte[] packed, MappedHead head, HouseOfAccounts house, CultureInfo culture)
    {
        foreach (var (number, cells) in KeptFile.Rows(packed, culture))
        {
            var row = head.Row(number, cells);
            var (owner, language) = (house.SellerOf(row.Text("Owner").Trim()), house.LanguageOf(row.Text("Language").Trim()));
            List<Sentence> remarks = [.. new[] { owner.Why, language.Why }.OfType<Sentence>()];
            var facts = FactsOf(row, language.Code, owner.Id, remarks);
            yield return new AccountRow(number, cells, row.Refusals.Count == 0 ? facts : null, KeptFile.Key(string.Join('\u001f', cells), AccountImportEntry.KeyLength), row, remarks);
        }
    }

    private static IntakeRow FactsOf(MappedRow row, string language, int? managerId, IReadOnlyList<Sentence> remarks)
    {
        var (company, website) = (Line(row.Text("Company", 400), 200, row, "Company"), HostOf(Parts(row.Text("Website", 400)).FirstOrDefault() ?? ""));
        if (CountryNames.CodeOf(Line(row.Text("Country"), 200, row, "Country")) is not { } country)
        {
            row.Refuse("Country", $"{row.Text("Country")} is no country that is known here. Write two letters, as in AL.");
            country = "";
        }

        var street = string.Join(", ", new[] { row.Text("Street", LongestCell), row.Text("Street2", LongestCell) }.Where(line => line.Length > 0));
        var record = new CompanyRecord(
            company, Line(row.Text("TradeName"), 200, row, "TradeName"), row.Text("VatNumber", 20).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), Line(street, 200, row, "Street"), Line(row.Text("City", 100), 100, row, "City"),
            row.Text("PostalCode", 20), country, row.Text("RegistrationNumber", 40), Line(row.Text("Industry", 80), 80, row, "Industry"), Line(row.Text("Region", 80), 80, row, "Region"), TagsOf(row.Text("Tags", LongestCell)), language, managerId);
        var (addresses, phones) = (Addresses(row), Parts(row.Text("Phone", LongestCell)).Concat(Parts(row.Text("Phone2", LongestCell))).ToList());
        if (phones is [{ Length: > 40 }, ..]) row.Refuse("Phone", "A telephone number has 40 characters at most.");
        var whole = string.Join(' ', NameParts.Select(part => row.Text(part)).Where(part => part.Length > 0));
        var name = Line(whole.Length > 0 ? whole : row.Text("Name"), 200, row, "Name");
        var (email, phone) = (addresses.Count > 0 ? addresses[0] : "", phones.Count > 0 ? phones[0] : "");
        var isNamed = name.Length > 0;
        if (company.Length == 0 && !isNamed) row.Refuse("Company", "The row names neither a company nor a person.");
        var person = isNamed || email.Length + phone.Length > 0 ? new PersonRecord(isNamed ? name : company, email, phone, isNamed ? Line(row.Text("JobTitle", 80), 80, row, "JobTitle") : "") : null;
        return new(record, person, isNamed, website, NotesOf(row.Text("Notes", LongestCell), addresses.Skip(1).Concat(phones.Skip(1)), row.Text("Website", 400), remarks));
    }

    /// <summary>Several in one cell stand with " ::: ", semicolon or comma between; an address of an Exchange house is none to write to.</summary>
    private static List<string> Addresses(MappedRow row)
    {
        List<string> addresses = [];
        foreach (var text in Parts(row.Text("Email", LongestCell)).Concat(Parts(row.Text("Email2", LongestCell))))
        {
            if (text.StartsWith("/o=", StringComparison.OrdinalIgnoreCase)) continue;
            var address = InBrackets().Match(text) is { Success: true } found ? found.Groups["address"].Value : text.Replace("mailto:", "", StringComparison.OrdinalIgnoreCase);
            if (!Address().IsMatch(address) || address.Length > 256) row.Refuse("Email", $"{address} is no e-mail address.");
            else if (!addresses.Contains(address, StringComparer.OrdinalIgnoreCase)) addresses.Add(address);
        }

        return addresses;
    }

    private static string[] Parts(string cell) => cell.Split([":::", ";", ",", "\n"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Labels that a system gives by itself, such as "* myContacts", are no tags.</summary>
    private static string TagsOf(string cell)
    {
        var tags = Parts(cell).Where(tag => !tag.StartsWith('*') && tag.Length <= LongestTag).Select(tag => tag.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Take(MostTags);
        return string.Join(',', tags.Order(StringComparer.Ordinal));
    }

    private static string NotesOf(string notes, IEnumerable<string> more, string website, IEnumerable<Sentence> remarks)
    {
        var text = string.Join('\n', new[] { notes, string.Join(", ", more), website }.Concat(remarks.Select(remark => Words.Here.Say(remark))).Where(line => line.Length > 0));
        return text.Length > Activity.LongestText ? text[..Activity.LongestText] : text;
    }

    /// <summary>"https://www.Example.com/en" is "example.com".</summary>
    private static string HostOf(string website)
    {
        if (!Uri.TryCreate(website.Contains("://", StringComparison.Ordinal) ? website : "http://" + website, UriKind.Absolute, out var address) || !address.Host.Contains('.', StringComparison.Ordinal)) return "";
        var host = address.Host.ToLowerInvariant();
        return EmailDomain.Of("x@" + (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host));
    }

    private static string Line(string cell, int longest, MappedRow row, string field)
    {
        var line = string.Join(", ", cell.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > longest && !row.Refusals.Any(refusal => refusal.Column == field)) row.Refuse(field, $"The text has {longest} characters at most.");
        return line;
    }

    [GeneratedRegex("<(?<address>[^<>]+)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^[^\s@<>""]+@[^\s@<>""]+\.[^\s@<>""]+$", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
