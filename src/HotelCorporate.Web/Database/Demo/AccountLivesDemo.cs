using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>What is known of the demo's companies beyond their names: groups, people, trust, credit, needs and a log.</summary>
internal static class AccountLivesDemo
{
    private static readonly (string Company, string Industry, string Region, string Tags, string? Parent)[] Profiles =
    [
        ("Alba Bank", "Banking", "Albania", "bank, board meetings", null), ("Dajti Telekom", "Telecommunications", "Albania", "training", "Alba Bank"), ("Meridian Pharma", "Pharmaceuticals", "DACH", "congress, pharma code", null),
        ("Northwind Energy", "Energy", "United Kingdom", "offshore, early arrivals", null), ("Çelësi & Partners", "Law", "Albania", "seminars", null), ("Istituto Adriatico", "Education", "Italy", "students", null),
        ("Harbor Light", "Insurance", "US East", "incentives", null), ("Kestrel Software", "Software", "US East", "hackathon, hybrid", null), ("Blue Ridge Foods", "Food", "US East", "product launch", "Harbor Light"),
        ("Voyage d'Affaires", "Travel agency", "France", "agency", null), ("Ohrid Logistics", "Transport", "North Macedonia", "drivers, late arrivals", null), ("Ministria e Shkencës", "Government", "Albania", "tender, public", null),
        ("Valbona Outdoor", "Retail", "Albania", "summer", null), ("Lumen Audit", "Audit", "United Kingdom", "board meetings", null),
    ];

    private static readonly (string Company, string Name, string Email, string Phone, ContactPart Part, string Title)[] People =
    [
        ("Alba Bank", "Elona Prifti", "elona.prifti@albabank.example", "069 20 11 222", ContactPart.DecisionMaker, "Head of office"), ("Alba Bank", "Fatmir Hasa", "fatmir.hasa@albabank.example", "04 225 1000", ContactPart.Billing, "Accounts payable"),
        ("Dajti Telekom", "Gent Basha", "gent.basha@dajtitel.example", "068 40 55 123", ContactPart.OnSite, "Events"), ("Meridian Pharma", "Thomas Auer", "t.auer@meridian.example", "01 533 4400", ContactPart.DecisionMaker, "Medical affairs"),
        ("Northwind Energy", "Callum Reid", "callum.reid@nwenergy.example", "01224 555 010", ContactPart.Influencer, "Crew travel"), ("Harbor Light", "Rosa Delgado", "rdelgado@harborlight.example", "212 555 0144", ContactPart.DecisionMaker, "VP Sales"),
        ("Kestrel Software", "Priya Nair", "priya@kestrelsoft.example", "718 555 0172", ContactPart.Influencer, "People team"),
    ];

    /// <summary>Days before today.</summary>
    private static readonly (string Company, int Days, ActivityKind Kind, string Text)[] Log =
    [
        ("Alba Bank", 2, ActivityKind.Call, "Elona asks whether the annual meeting can have the terrace for the aperitif. Promised an answer by Thursday."), ("Alba Bank", 16, ActivityKind.Meeting, "Looked over next year: two board meetings and the summer party. They want one price for both."),
        ("Alba Bank", 40, ActivityKind.Objection, "Parking for 60 cars. Answer: the garage of the opera at our rate, with a shuttle."), ("Alba Bank", 75, ActivityKind.Visit, "Showed the new Balmoral after the works. Liked the daylight."), ("Alba Bank", 120, ActivityKind.Note, "Invoices go to Fatmir with the PO number in the subject, or they come back."),
        ("Dajti Telekom", 5, ActivityKind.Mail, "Sent the floor plans and the menus for the training days."), ("Dajti Telekom", 33, ActivityKind.Complaint, "The sound failed twice during the workshop. Offered the technician free of charge next time."),
        ("Meridian Pharma", 9, ActivityKind.Call, "The code of conduct allows 75.00 for dinner, drinks included. New menu proposal wanted."), ("Meridian Pharma", 61, ActivityKind.Meeting, "Met at the exhibition in Vienna. Plans a regional congress of 120 people."), ("Northwind Energy", 12, ActivityKind.Call, "Crews arrive at 05:00. Breakfast from 04:30 is a must."),
        ("Çelësi & Partners", 21, ActivityKind.Mail, "Thanks for the seminar; asks for the photos."), ("Harbor Light", 3, ActivityKind.Call, "Rosa compares us with two houses in Midtown. Decision before the holidays."), ("Harbor Light", 28, ActivityKind.Visit, "Site inspection with four people. Wants the ballroom without pillars."),
        ("Kestrel Software", 7, ActivityKind.Note, "Vegan food by default; meat has to be asked for."), ("Voyage d'Affaires", 45, ActivityKind.Meeting, "Commission 8 % agreed in principle, written agreement follows."), ("Ministria e Shkencës", 14, ActivityKind.Objection, "Public tenders need three offers. Answer: we give the form they use."),
        ("Ohrid Logistics", 30, ActivityKind.Complaint, "Waited 40 minutes at check-in at midnight. Apologised; late arrivals get their key at the bar now."), ("Lumen Audit", 90, ActivityKind.Mail, "Asks for dates in spring. No answer to two reminders."),
    ];

    public static async Task FillAsync(HotelDb db, IReadOnlyList<Account> accounts, Property hotel, Instant now, CancellationToken cancel)
    {
        var today = hotel.Today(now);
        var seller = await db.Users.Where(user => user.Email == "sales@demo.example").Select(user => user.Id).SingleAsync(cancel);
        var manager = await db.Users.Where(user => user.Email == "manager@demo.example").Select(user => user.Id).SingleAsync(cancel);
        var own = await db.Accounts.Include(account => account.Contacts).ToDictionaryAsync(account => account.TradeName, cancel);
        foreach (var profile in Profiles) own[profile.Company].Describe(new AccountProfile(null, profile.Industry, profile.Region, profile.Parent is { } parent ? own[parent].Id : null, seller, profile.Tags), Family.None);
        foreach (var person in People)
        {
            var contact = new Contact { Name = person.Name };
            contact.Change(new ContactFacts(person.Name, person.Email, person.Phone, person.Part, WantsInvites: person.Part is ContactPart.OnSite or ContactPart.DecisionMaker, JobTitle: person.Title), own[person.Company].Country);
            own[person.Company].Add(contact);
        }

        Trust(db, own, hotel, seller, manager, today, now);
        Needs(own);
        foreach (var (company, days, kind, text) in Log)
            db.Activities.Add(new Activity(kind, own[company].Id, null, own[company].Contacts[0].Id, text, kind is ActivityKind.Meeting or ActivityKind.Visit ? manager : seller, now - Duration.FromDays(days) - Duration.FromHours(days % 5), now));
        await db.SaveChangesAsync(cancel);
    }

    private static void Trust(HotelDb db, Dictionary<string, Account> own, Property hotel, int seller, int manager, LocalDate today, Instant now)
    {
        own["Alba Bank"].Check(Reliability.Good, "Listed bank, pays within 20 days since 2023.", today.PlusMonths(11), manager, today.PlusDays(-20));
        own["Alba Bank"].GiveCredit(250_000, 30, "None needed", today.PlusMonths(6), manager, today);
        own["Meridian Pharma"].Check(Reliability.Good, "Register extract of Vienna, turnover of 80 million.", null, manager, today.PlusDays(-45));
        own["Meridian Pharma"].GiveCredit(150_000, 30, "Bank guarantee of 10,000", today.PlusMonths(4), manager, today);
        own["Ohrid Logistics"].Check(Reliability.Watch, "Two invoices paid five weeks late.", today.PlusDays(10), seller, today.PlusDays(-30));
        own["Lumen Audit"].Check(Reliability.Blocked, "The last invoice went to a lawyer.", today.PlusMonths(3), manager, today.PlusDays(-60));
        own["Harbor Light"].GiveCredit(200_000, 30, "Corporate card on file", today.PlusMonths(8), manager, today);
        own["Voyage d'Affaires"].Pin(Segment.Potential, "New agency: its first groups come next spring", manager, today.PlusDays(-12));
        own["Alba Bank"].Judge(9);
        own["Meridian Pharma"].Judge(7);
        own["Ohrid Logistics"].Judge(3);
        own["Harbor Light"].Judge(8);
        db.Tasks.Add(new DeskTask(hotel.Id, null, $"Check the reliability of {own["Ohrid Logistics"].TradeName} again", today.PlusDays(10), seller, now).About(own["Ohrid Logistics"].Id));
        db.Tasks.Add(new DeskTask(hotel.Id, null, $"Review the credit of {own["Meridian Pharma"].TradeName}", today.PlusMonths(4), seller, now).About(own["Meridian Pharma"].Id));
    }

    private static void Needs(Dictionary<string, Account> own)
    {
        own["Alba Bank"].Need(new NeedsProfile("Annual meeting, board meetings, summer party", "Six times a year", "March, June, October", "12 to 180 people", "About 90,000 a year", "Terrace, own entrance, press corner", "Parking: garage of the opera with a shuttle"));
        own["Meridian Pharma"].Need(new NeedsProfile("Congresses for physicians", "Twice a year", "Spring and autumn", "60 to 120 people", "75.00 a head for dinner by their code", "Transparency reports, no minibar", "Price of the suites: two junior suites instead"));
        own["Harbor Light"].Need(new NeedsProfile("Sales kick-off and incentive dinners", "Every quarter", "January is fixed", "40 to 60 people", "Not told", "Ballroom without pillars, late bar", "Loading dock: booked with the date"));
        own["Kestrel Software"].Need(new NeedsProfile("Hackathons with nights", "Once a year", "Autumn", "25 people", "Flat price per head", "Fast network, vegan food, beanbags", ""));
    }
}
