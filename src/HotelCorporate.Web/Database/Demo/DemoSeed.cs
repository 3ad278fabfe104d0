using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Desk;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>The demo hotels: the same day gives the same data. Each area fills its own, in the order in which they need each other.</summary>
internal static class DemoSeed
{
    public const string Password = "Demo-hotel-2026";

    public static IReadOnlyList<(string Email, string Name, string Role)> People { get; } =
    [
        ("sales@demo.example", "Elira Hoxha", Role.Sales),
        ("manager@demo.example", "Marco Bellini", Role.SalesManager),
        ("events@demo.example", "Ana Novak", Role.Coordinator),
        ("finance@demo.example", "Ingrid Larsen", Role.Finance),
        ("kitchen@demo.example", "Besnik Dervishi", Role.Department),
        ("admin@demo.example", "Ruth Adler", Role.Administrator),
    ];

    public static async Task FillAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<HotelDb>();
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        var tirana = new Property
        {
            Code = "TIA", Name = "Hotel Skanderbeg Tirana", LegalName = "Skanderbeg Hotels Sh.p.k.", VatNumber = "L91234567A",
            RegistrationNumber = "L91234567A", Street = "Sheshi Skënderbej 12", City = "Tirana", PostalCode = "1001", Country = "AL",
            Email = "events@skanderbeg.example", Phone = "+355 4 555 0100", Bank = "Banka Kombëtare", Iban = "AL47212110090000000235698741",
            Bic = "NCBAALTX", TimeZoneId = "Europe/Tirane", CurrencyCode = "EUR", TaxMode = TaxMode.Inclusive, Languages = "sq,en",
        };
        var newYork = new Property
        {
            Code = "NYC", Name = "Hotel Barrymore New York", LegalName = "Barrymore Hotel LLC", VatNumber = "", RegistrationNumber = "NY 5550199",
            Street = "1500 Broadway", City = "New York", PostalCode = "10036", Country = "US", Email = "events@barrymore.example",
            Phone = "+1 212 555 0100", Bank = "First Harbor Bank", Iban = "", Bic = "FHBKUS33", TimeZoneId = "America/New_York",
            CurrencyCode = "USD", TaxMode = TaxMode.Exclusive, Languages = "en",
        };
        var durres = new Property
        {
            Code = "DUR", Name = "Hotel Adria Durrës", LegalName = "Skanderbeg Hotels Sh.p.k.", VatNumber = "L91234567A", RegistrationNumber = "L91234567A", Street = "Rruga Taulantia 7", City = "Durrës", PostalCode = "2001",
            Country = "AL", Email = "rooms@adria.example", Phone = "+355 52 555 010", Bank = "Banka Kombëtare", Iban = "AL47212110090000000235698741", Bic = "NCBAALTX", TimeZoneId = "Europe/Tirane",
            CurrencyCode = "EUR", TaxMode = TaxMode.Inclusive, Languages = "sq,en",
        }; // bedrooms only, for agreements of two hotels
        db.Properties.AddRange(tirana, newYork);
        await db.SaveChangesAsync(cancel);
        db.Properties.Add(durres);
        await db.SaveChangesAsync(cancel);

        var users = services.GetRequiredService<UserManager<HotelUser>>();
        foreach (var (email, name, role) in People)
        {
            var user = new HotelUser { UserName = email, Email = email, EmailConfirmed = true, Name = name };
            Refuse(await users.CreateAsync(user, Password));
            Refuse(await users.AddToRoleAsync(user, role));
        }

        await PackagesDemo.FillAsync(db, tirana, newYork, tirana.Today(now).Year, cancel);
        SpacesDemo.Fill(db, tirana, newYork);
        await CatalogueDemo.HireAsync(db, [tirana, newYork], cancel);
        var accounts = await AccountsDemo.FillAsync(db, cancel);
        await LoyaltyDemo.FillAsync(db, accounts, tirana.Today(now), now, cancel);
        await db.SaveChangesAsync(cancel);
        await RoomsDemo.FillAsync(db, [tirana, newYork, durres], now, cancel);
        await AgreementsDemo.FillAsync(db, [tirana, newYork], accounts, now, cancel);
        await AgreementsDemo.OfTwoAsync(db, tirana, durres, accounts[9], now, cancel);
        await BookingsDemo.FillAsync(db, services.GetRequiredService<BookingMoves>(), services.GetRequiredService<InvoiceIssuing>(), [tirana, newYork], accounts, now, cancel);
        await BlocksDemo.FillAsync(db, [tirana, newYork], now, cancel);
        RevenuePlansDemo.Fill(db, [tirana, newYork], now);
        await db.SaveChangesAsync(cancel);
        await ResourcesDemo.FillAsync(db, [tirana, newYork], cancel);
        await new OffersDemo(db, services.GetRequiredService<QuoteGrounds>(), services.GetRequiredService<QuoteDrafting>(), services.GetRequiredService<QuoteDesk>()).FillAsync(tirana, accounts[3].Id, accounts[2].Id, now, cancel);
        await AccountLivesDemo.FillAsync(db, accounts, tirana, now, cancel);
        await StaysDemo.FillAsync(db, tirana, accounts, now, cancel);
        await LeadsDemo.FillAsync(db, accounts, tirana, newYork, now, cancel);
        await HistoryDemo.FillAsync(db, [tirana, newYork], accounts, now, cancel);
        await db.Outbox.ExecuteDeleteAsync(cancel); // nobody is written to about the demo's own past
    }

    private static void Refuse(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(error => error.Description)));
    }
}
