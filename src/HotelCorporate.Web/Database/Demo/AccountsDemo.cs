using HotelCorporate.Domain.Accounts;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>Companies of every segment; all of them are invented. The last two have brought nothing, or nothing lately.</summary>
internal static class AccountsDemo
{
    private static readonly (string Legal, string Trade, string City, string Country, string Language, string Contact, string Email, AccountSource Source)[] Companies =
    [
        ("Alba Bank Sh.a.", "Alba Bank", "Tirana", "AL", "sq", "Arben Kola", "arben.kola@albabank.example", AccountSource.Tender),
        ("Dajti Telekom Sh.p.k.", "Dajti Telekom", "Tirana", "AL", "sq", "Mira Leka", "mira.leka@dajtitel.example", AccountSource.ColdCall),
        ("Meridian Pharma GmbH", "Meridian Pharma", "Wien", "AT", "en", "Julia Brandt", "j.brandt@meridian.example", AccountSource.Exhibition),
        ("Northwind Energy plc", "Northwind Energy", "Aberdeen", "GB", "en", "Fiona Ross", "fiona.ross@nwenergy.example", AccountSource.Exhibition),
        ("Çelësi & Partners Sh.p.k.", "Çelësi & Partners", "Durrës", "AL", "sq", "Dritan Çela", "dritan@celesi.example", AccountSource.Referral),
        ("Istituto Adriatico S.p.A.", "Istituto Adriatico", "Bari", "IT", "en", "Paolo Greco", "p.greco@istituto.example", AccountSource.Agency),
        ("Harbor Light Insurance Inc.", "Harbor Light", "New York", "US", "en", "Denise Walker", "dwalker@harborlight.example", AccountSource.ColdCall),
        ("Kestrel Software LLC", "Kestrel Software", "Brooklyn", "US", "en", "Sam Ortiz", "sam@kestrelsoft.example", AccountSource.WebForm),
        ("Blue Ridge Foods Corp.", "Blue Ridge Foods", "Newark", "US", "en", "Carol Jensen", "cjensen@blueridge.example", AccountSource.Referral),
        ("Voyage d'Affaires SARL", "Voyage d'Affaires", "Lyon", "FR", "en", "Claire Dubois", "claire@voyaff.example", AccountSource.Agency),
        ("Ohrid Logistics DOO", "Ohrid Logistics", "Ohrid", "MK", "en", "Goran Petrov", "goran@ohridlog.example", AccountSource.WebForm),
        ("Ministria e Shkencës", "Ministria e Shkencës", "Tirana", "AL", "sq", "Teuta Marku", "teuta.marku@shkenca.example", AccountSource.Tender),
        ("Valbona Outdoor Sh.p.k.", "Valbona Outdoor", "Shkodër", "AL", "sq", "Ilir Deda", "ilir@valbona.example", AccountSource.NotSaid),
        ("Lumen Audit Ltd", "Lumen Audit", "London", "GB", "en", "Grace Hall", "grace.hall@lumen.example", AccountSource.Referral),
    ];

    /// <summary>Who sent whom.</summary>
    private static readonly Dictionary<string, string> Senders = new(StringComparer.Ordinal) { ["Çelësi & Partners"] = "Alba Bank", ["Blue Ridge Foods"] = "Harbor Light" };

    public static async Task<List<Account>> FillAsync(HotelDb db, CancellationToken cancel)
    {
        var accounts = new List<Account>();
        foreach (var company in Companies)
        {
            if (Senders.ContainsKey(company.Trade)) await db.SaveChangesAsync(cancel); // the one that sent it has its number then
            var account = Account.Open(new AccountFacts(
                company.Legal, company.Trade, City: company.City, Country: company.Country, Language: company.Language,
                RequiresPurchaseOrder: company.Country == "US",
                Source: company.Source, ReferredById: accounts.Find(sender => sender.TradeName == Senders.GetValueOrDefault(company.Trade))?.Id));
            account.Add(new Contact { Name = company.Contact, Email = company.Email, Part = ContactPart.Booker });
            db.Accounts.Add(account);
            accounts.Add(account);
        }

        return accounts;
    }
}
