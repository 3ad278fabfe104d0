using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Leads;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>Leads in every stage: answered, waiting and late.</summary>
internal static class LeadsDemo
{
    private static readonly (string Title, string Company, string Person, AccountSource Source, int HoursAgo, LeadStage Stage, long? Value, int Probability, string Next, string Competitor)[] Rows =
    [
        ("Two-day training in February, 30 people", "Drini Insurance", "Blerta Gjoka", AccountSource.WebForm, 1, LeadStage.Fresh, 9_000, 20, "", ""),
        ("Wedding fair, whole ground floor", "Nuse Events", "Ina Shehu", AccountSource.ColdCall, 70, LeadStage.Fresh, 15_000, 20, "", ""),
        ("Regional congress, 120 people", "Meridian Pharma", "Thomas Auer", AccountSource.Exhibition, 400, LeadStage.Qualified, 48_000, 50, "Send the programme with both halls", "Hotel Adriatik"),
        ("Crew rooms from March", "Northwind Energy", "Callum Reid", AccountSource.Referral, 260, LeadStage.Proposal, 60_000, 70, "Call about breakfast at 04:30", "Airport Inn"),
        ("Quarterly board dinners", "Banka e Jonit", "Sokol Dema", AccountSource.Tender, 120, LeadStage.Contacted, 12_000, 30, "Fill in the tender form", ""),
        ("Product launch with press", "Çelësi & Partners", "Dritan Çela", AccountSource.Agency, 900, LeadStage.Won, 7_500, 100, "", ""),
        ("Summer party on the terrace", "Kombi Media", "Lira Noka", AccountSource.WebForm, 1_000, LeadStage.Lost, 5_000, 0, "", "Rooftop 9"),
    ];

    public static async Task FillAsync(HotelDb db, IReadOnlyList<Account> accounts, Property tirana, Property newYork, Instant now, CancellationToken cancel)
    {
        var seller = await db.Users.Where(user => user.Email == "sales@demo.example").Select(user => user.Id).SingleAsync(cancel);
        foreach (var hotel in new[] { tirana, newYork })
        {
            var office = await db.OfficeAsync(hotel, cancel);
            foreach (var row in hotel == tirana ? Rows : Rows[..1])
            {
                var asked = now - Duration.FromHours(row.HoursAgo);
                var lead = new Lead(hotel.Id, new LeadFacts(
                    row.Title, row.Company, row.Person, null, null, row.Source, accounts.FirstOrDefault(account => account.TradeName == row.Company)?.Id, row.Value, row.Probability, row.Next,
                    row.Next.Length > 0 ? hotel.Today(now).PlusDays(2) : null, row.Competitor, seller), asked, office.Plus(asked, hotel.AnswerHours));
                db.Leads.Add(lead);
                if (row.Stage == LeadStage.Fresh) continue;
                lead.Answer(asked + Duration.FromMinutes(50));
                if (row.Stage != LeadStage.Contacted) lead.MoveTo(row.Stage, row.Stage == LeadStage.Lost ? "Cheaper by a fifth, and they have a roof" : null, asked + Duration.FromHours(60));
                await db.SaveChangesAsync(cancel);
                db.Activities.Add(new Activity(ActivityKind.Call, lead.AccountId, lead.Id, null, "Called back: what, when, how many, and who decides.", seller, asked + Duration.FromMinutes(50), now));
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
