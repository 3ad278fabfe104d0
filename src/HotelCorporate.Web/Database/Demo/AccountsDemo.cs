using HotelCorporate.Domain.Accounts;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>Companies of every segment; all of them are invented. The last two have brought nothing, or nothing lately.</summary>
internal static class AccountsDemo
{
    private static readonly (string Legal, string Trade, string City, string Country, string Language, string Contact, string Email)[] Companies =
    [
        ("Alba Bank Sh.a.", "Alba Bank", "Tirana", "AL", "sq", "Arben Kola", "arben.kola@albabank.example"),
        ("Dajti Telekom Sh.p.k.", "Dajti Telekom", "Tirana", "AL", "sq", "Mira Leka", "mira.leka@dajtitel.example"),
        ("Meridian Pharma GmbH", "Meridian Pharma", "Wien", "AT", "en", "Julia Brandt", "j.brandt@meridian.example"),
        ("Northwind Energy plc", "Northwind Energy", "Aberdeen", "GB", "en", "Fiona Ross", "fiona.ross@nwenergy.example"),
        ("Çelësi & Partners Sh.p.k.", "Çelësi & Partners", "Durrës", "AL", "sq", "Dritan Çela", "dritan@celesi.example"),
        ("Istituto Adriatico S.p.A.", "Istituto Adriatico", "Bari", "IT", "en", "Paolo Greco", "p.greco@istituto.example"),
        ("Harbor Light Insurance Inc.", "Harbor Light", "New York", "US", "en", "Denise Walker", "dwalker@harborlight.example"),
        ("Kestrel Software LLC", "Kestrel Software", "Brooklyn", "US", "en", "Sam Ortiz", "sam@kestrelsoft.example"),
        ("Blue Ridge Foods Corp.", "Blue Ridge Foods", "Newark", "US", "en", "Carol Jensen", "cjensen@blueridge.example"),
        ("Voyage d'Affaires SARL", "Voyage d'Affaires", "Lyon", "FR", "en", "Claire Dubois", "claire@voyaff.example"),
        ("Ohrid Logistics DOO", "Ohrid Logistics", "Ohrid", "MK", "en", "Goran Petrov", "goran@ohridlog.example"),
        ("Ministria e Shkencës", "Ministria e Shkencës", "Tirana", "AL", "sq", "Teuta Marku", "teuta.marku@shkenca.example"),
        ("Valbona Outdoor Sh.p.k.", "Valbona Outdoor", "Shkodër", "AL", "sq", "Ilir Deda", "ilir@valbona.example"),
        ("Lumen Audit Ltd", "Lumen Audit", "London", "GB", "en", "Grace Hall", "grace.hall@lumen.example"),
    ];

    public static List<Account> Fill(HotelDb db)
    {
        var accounts = new List<Account>();
        foreach (var company in Companies)
        {
            var account = Account.Open(new AccountFacts(
                company.Legal, company.Trade, City: company.City, Country: company.Country, Language: company.Language,
                RequiresPurchaseOrder: company.Country == "US"));
            account.Add(new Contact { Name = company.Contact, Email = company.Email, Part = ContactPart.Booker });
            db.Accounts.Add(account);
            accounts.Add(account);
        }

        return accounts;
    }
}
