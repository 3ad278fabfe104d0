using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>Two years behind and eight months ahead, in outline: who asked, what it was worth, how it ended. The weeks around today are those of <see cref="BookingsDemo"/>.</summary>
internal static class HistoryDemo
{
    /// <summary>Conferences in spring and autumn, little in August: hundredths of a usual month.</summary>
    private static readonly int[] Seasons = [60, 80, 110, 120, 130, 125, 70, 35, 130, 140, 125, 75];

    private static readonly (string Name, SetupStyle Style, int People, string From, string To)[] Kinds =
    [
        ("Sales conference", SetupStyle.Theatre, 48, "09:00", "17:00"), ("Leadership course", SetupStyle.UShape, 14, "09:00", "16:30"), ("Partner day", SetupStyle.Classroom, 24, "09:30", "16:00"),
        ("Year-end dinner", SetupStyle.Banquet, 40, "19:00", "23:00"), ("Budget meeting", SetupStyle.Boardroom, 12, "09:00", "13:00"), ("Client reception", SetupStyle.Reception, 60, "18:00", "22:00"),
    ];

    private static readonly (LostReason Reason, string Comment, string? Competitor)[] Losses =
    [
        (LostReason.Competitor, "Nearer to the airport", "Hotel Adriatik"), (LostReason.Price, "A fifth above the budget", null), (LostReason.Competitor, "Bedrooms included in the day rate", "Grand Illyria"),
        (LostReason.Dates, "The week before was full", null), (LostReason.Price, "The other house gave the hall free", "Hotel Adriatik"), (LostReason.Other, "The meeting is held on line", null),
    ];

    /// <summary>Those that come now and then, beside the great ones; the last four came two years ago for the last time.</summary>
    private static readonly (string Name, string City, string Country, AccountSource Source)[] Others =
    [
        ("Kodra Consulting", "Tirana", "AL", AccountSource.WebForm), ("Prespa Foods", "Korçë", "AL", AccountSource.ColdCall), ("Vjosa Engineering", "Vlorë", "AL", AccountSource.Exhibition), ("Adria Travel Partners", "Zagreb", "HR", AccountSource.Agency),
        ("Bistrica Textiles", "Skopje", "MK", AccountSource.Exhibition), ("Tomorr Insurance", "Berat", "AL", AccountSource.Referral), ("Shkumbin Cement", "Elbasan", "AL", AccountSource.Tender), ("Orion Events", "London", "GB", AccountSource.Agency),
        ("Drin Energy", "Kukës", "AL", AccountSource.Tender), ("Gjirokastra Foundation", "Gjirokastër", "AL", AccountSource.Referral), ("Butrint Labs", "Sarandë", "AL", AccountSource.WebForm), ("Lagoon Seafood", "Lezhë", "AL", AccountSource.ColdCall),
    ];

    private const int Lapsed = 4;

    public static async Task FillAsync(HotelDb db, IReadOnlyList<Property> properties, IReadOnlyList<Account> accounts, Instant now, CancellationToken cancel)
    {
        var others = Others.Select(other => Account.Open(new AccountFacts(other.Name + " Ltd", other.Name, City: other.City, Country: other.Country, Source: other.Source))).ToList();
        db.Accounts.AddRange(others);
        await db.SaveChangesAsync(cancel);
        var sellers = await db.Users.Where(user => user.Email == "sales@demo.example" || user.Email == "manager@demo.example").OrderBy(user => user.Id).Select(user => user.Id).ToListAsync(cancel);
        foreach (var property in properties)
        {
            var (today, made) = (property.Today(now), new List<(Booking Booking, Quote? Quote, Space Space)>());
            var spaces = await db.Spaces.AsSplitQuery().Include(space => space.Capacities).Include(space => space.Atoms).Where(space => space.PropertyId == property.Id && !space.IsOutdoor).OrderBy(space => space.Position).ToListAsync(cancel);
            var code = await db.TaxCodes.AsNoTracking().Include(one => one.Rates).FirstAsync(one => one.PropertyId == property.Id && one.Code == "STD", cancel);
            var (taken, great) = (new HashSet<(int Atom, LocalDate Day)>(), accounts.Skip(property.Code == "NYC" ? 6 : 0).Take(6).ToList());
            foreach (var (day, number) in Days(today, property.Code == "NYC" ? 24 : 12))
            {
                var kind = Kinds[Mix(number, 1, Kinds.Length)];
                var space = spaces.Find(room => room.In(kind.Style) is { } capacity && capacity.Legal >= kind.People && room.Atoms.All(atom => !taken.Contains((atom.AtomId, day))));
                if (space is null) continue;
                foreach (var atom in space.Atoms) taken.Add((atom.AtomId, day));
                var isOld = day < today.PlusYears(-1);
                var account = Mix(number, 2, 3) > 0 ? great[Math.Max(0, Mix(number, 3, 9) - 3)] : others[Mix(number, 4, isOld ? others.Count : others.Count - Lapsed)];
                var path = new HistoryPath(day, today, number);
                var reference = await db.NextBookingReferenceAsync(path.AskedOn.Year, cancel);
                var booking = path.Bring(property, account.Id, reference, kind.Name, path.IsAhead ? null : sellers[number % sellers.Count], Function.Plan(kind.Name, space.Id, kind.Style, day + Time(kind.From), day + Time(kind.To), kind.People, property.Zone), Losses[Mix(number, 5, Losses.Length)]);
                db.Bookings.Add(booking);
                made.Add((booking, null, space));
            }

            await db.SaveChangesAsync(cancel);
            foreach (var (booking, _, space) in made) Follow(db, property, booking, space, code, today);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Working days of the months around, more of them in season; none in the weeks that the other demo fills.</summary>
    private static IEnumerable<(LocalDate Day, int Number)> Days(LocalDate today, int hundredths)
    {
        var number = 0;
        for (var month = -24; month <= 8; month++)
        {
            var first = new LocalDate(today.Year, today.Month, 1).PlusMonths(month);
            var count = Math.Max(1, Seasons[first.Month - 1] / hundredths * (month > 0 ? Math.Max(1, 9 - month) : 9) / 9);
            for (var i = 0; i < count; i++)
            {
                number++;
                var day = first.PlusDays(Mix(number, 6, 27));
                if (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) day = day.PlusDays(-3);
                var away = Period.DaysBetween(today, day);
                if (away is < -30 or > 45 && Math.Abs(away + 420) > 3) yield return (day, number);
            }
        }
    }

    /// <summary>What belongs to a booking once it has its number: the offer, the hold and the journal.</summary>
    private static void Follow(HotelDb db, Property property, Booking booking, Space space, TaxCode code, LocalDate today)
    {
        var function = booking.Functions[0];
        if (booking is { Status: BookingStatus.Definite, DefiniteAt: { } definite }) db.Note(Actor.Clock, definite, nameof(Booking), booking.Id, "confirm", nameof(BookingStatus.Tentative), nameof(BookingStatus.Definite));
        if (function.IsFirm)
            foreach (var atom in space.Atoms) db.Holds.Add(new Hold(booking.Id, function.Id, atom.AtomId, 0, function.OccupiedFrom, function.OccupiedUntil));
        if (booking.QuotedAt is not { } sentAt) return;

        var (day, people, sentOn) = (function.Start.Date, function.Expected, sentAt.InZone(property.Zone).Date);
        var rate = code.RateOn(day);
        List<QuoteLine> lines = [Line("Room hire", RevenueClass.RoomHire, 1, 700 + (people * 10)), Line("Lunch and coffee", RevenueClass.Food, people, 42), Line("Drinks", RevenueClass.Beverage, people, 14), Line("Screen and sound", RevenueClass.Av, 1, 320)];
        if (booking.Id % 3 == 0) lines.Add(Line("Bedrooms", RevenueClass.Rooms, people / 2, 118));
        var quote = new Quote(booking.Id, $"Q-{booking.Reference}", 1, property.TaxMode, property.Currency, people, LocalDate.Max(sentOn.PlusDays(14), today.PlusDays(30)), lines) { CreatedAt = sentAt, Cancellation = property.Cancellation, Deposits = "" };
        quote.Send(sentOn, sentAt, new QuoteDates(day.PlusDays(-14), day.PlusDays(-3).At(new LocalTime(10, 0))));
        if (booking.DefiniteAt is { } at) quote.Accept(new Acceptance("Signed on paper", at.InZone(property.Zone).Date, booking.PurchaseOrder, quote.SeenHash!, at, "on paper"), purchaseOrderRequired: false, at.InZone(property.Zone).Date);
        else if (booking.HasEnded) quote.Decline(booking.EndComment ?? "", booking.EndedOn!.Value);
        db.Quotes.Add(quote);

        QuoteLine Line(string name, RevenueClass revenueClass, int quantity, int price) =>
            new(Sentence.Typed(booking.Name), Sentence.Typed(name), day, revenueClass, quantity, new UnitPrice(price, property.Currency), code.Category, rate, [new("List price", price)]) { FunctionId = function.Id };
    }

    /// <summary>A number below the highest that looks like chance and is the same each time.</summary>
    internal static int Mix(int number, int salt, int highest) => (int)(((((long)number * 7919) + ((long)salt * 104729)) * 48271 % 2147483647) / 7 % highest);

    private static LocalTime Time(string text) => NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Parse(text).Value;
}
