using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Journal;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database.Demo;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Scale;

/// <summary>Fills an empty database with one hotel and many bookings, to measure on. The same day gives the same data.</summary>
internal static class ScaleSeed
{
    private const int Companies = 200;
    private const int SlotsADay = 4;
    private const int AtOnce = 1000;
    private static readonly DeadlineClock Clock = new(DateTimeZoneProviders.Tzdb["Europe/Tirane"], 3, new LocalTime(9, 0));
    private static readonly LocalTime[] Starts = [new(8, 0), new(11, 0), new(14, 0), new(17, 0)];

    /// <param name="perWeek">Functions a week, grown backwards from half a year ahead; 0 spreads all over one year.</param>
    /// <exception cref="HouseRuleException">There are bookings already, or the rooms are too few.</exception>
    public static async Task RunAsync(IServiceProvider services, int spaces, int bookings, int perWeek)
    {
        await using (var scope = services.CreateAsyncScope()) await PrepareAsync(scope.ServiceProvider);
        int propertyId;
        List<int> rooms, companies;
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
            var days = perWeek == 0 ? 365 : (int)Math.Ceiling(bookings * 7m / perWeek);
            var atoms = spaces - (spaces / 10);
            if (bookings > days * atoms * SlotsADay) throw new HouseRuleException($"{spaces} spaces take {days * atoms * SlotsADay} bookings in {days} days. Ask for fewer bookings or more spaces.");
            (propertyId, rooms, companies) = await HouseAsync(scope.ServiceProvider, db, spaces);
            var (from, today) = From(scope.ServiceProvider, days);
            var written = 0;
            foreach (var numbers in Enumerable.Range(0, bookings).Chunk(AtOnce))
            {
                await WriteAsync(services, propertyId, rooms, companies, numbers.Select(i => Slot(i, bookings, days, atoms)), from, today, written);
                written += numbers.Length;
                if (written % 10_000 == 0) Console.WriteLine($"{written} bookings");
            }

            await db.SetLastAsync($"HC-{today.Year:0000}", bookings, CancellationToken.None);
        }
    }

    private static async Task PrepareAsync(IServiceProvider services)
    {
        await DatabaseSetup.PrepareAsync(services, withDemo: false, CancellationToken.None);
        if (await services.GetRequiredService<HotelDb>().Properties.AnyAsync()) throw new HouseRuleException("This database has a hotel already. Name an empty one.");
    }

    private static (LocalDate From, LocalDate Today) From(IServiceProvider services, int days)
    {
        var today = services.GetRequiredService<IClock>().GetCurrentInstant().InUtc().Date;
        return (today.PlusDays(182 - days), today);
    }

    private static (int Day, int Room, int Slot) Slot(int i, int bookings, int days, int atoms)
    {
        var day = (int)((long)i * days / bookings);
        var first = (int)(((long)day * bookings + days - 1) / days);
        var place = (int)(((i - first) * 7L + day * 3L) % (atoms * SlotsADay));
        return (day, place / SlotsADay, place % SlotsADay);
    }

    private static async Task<(int PropertyId, List<int> Rooms, List<int> Companies)> HouseAsync(IServiceProvider services, HotelDb db, int spaces)
    {
        var hotel = new Property
        {
            Code = "BIG", Name = "Grand Congress Hotel", LegalName = "Grand Congress Hotel Ltd", Street = "Congress Square 1", City = "Tirana", PostalCode = "1001", Country = "AL",
            Email = "events@grandcongress.example", TimeZoneId = "Europe/Tirane", CurrencyCode = "EUR", TaxMode = TaxMode.Inclusive,
        };
        db.Add(hotel);
        await db.SaveChangesAsync();
        var users = services.GetRequiredService<UserManager<HotelUser>>();
        foreach (var (email, name, role) in DemoSeed.People)
        {
            var user = new HotelUser { UserName = email, Email = email, EmailConfirmed = true, Name = name };
            await users.CreateAsync(user, DemoSeed.Password);
            await users.AddToRoleAsync(user, role);
        }

        var single = Enumerable.Range(1, spaces - (spaces / 10)).Select(n => Room(hotel, $"Room {n:00}", n, new Atom { PropertyId = hotel.Id, Name = $"Room {n:00}" })).ToList();
        db.Spaces.AddRange(single);
        await db.SaveChangesAsync();
        for (var n = 0; n < spaces / 10; n++) db.Spaces.Add(Room(hotel, $"Hall {n + 1}", spaces + n, [.. single.Skip(n * 3).Take(3).Select(room => room.Atoms[0].Atom)]));
        var companies = Enumerable.Range(1, Companies).Select(n => Account.Open(new AccountFacts($"Company {n:000} Ltd", $"Company {n:000}"))).ToList();
        db.Accounts.AddRange(companies);
        db.Add(new TaxCode(hotel.Id, "STD", "Standard rate", "S", 0.20m, new LocalDate(2000, 1, 1)).For(Enum.GetValues<RevenueClass>()));
        await db.SaveChangesAsync();
        return (hotel.Id, single.ConvertAll(room => room.Id), companies.ConvertAll(company => company.Id));
    }

    private static Space Room(Property hotel, string name, int position, params Atom[] atoms)
    {
        var room = new Space { PropertyId = hotel.Id, Name = name, AreaM2 = 60 + position, Position = position, Floor = $"{1 + position / 10}" };
        foreach (var atom in atoms) room.Occupy(atom);
        room.Offer(new Capacity(SetupStyle.Boardroom, 4, 20, 24));
        room.Offer(new Capacity(SetupStyle.Theatre, 10, 60, 70));
        return room;
    }

    private static async Task WriteAsync(
        IServiceProvider services, int propertyId, List<int> rooms, List<int> companies, IEnumerable<(int Day, int Room, int Slot)> slots, LocalDate from, LocalDate today, int number)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var zone = DateTimeZoneProviders.Tzdb["Europe/Tirane"];
        var owner = await db.Users.OrderBy(user => user.Id).Select(user => user.Id).FirstAsync();
        var atoms = await db.Set<SpaceAtom>().Where(part => rooms.Contains(part.SpaceId)).ToDictionaryAsync(part => part.SpaceId, part => part.AtomId);
        var made = new List<Booking>();
        foreach (var (day, room, slot) in slots)
        {
            number++;
            var date = from.PlusDays(day);
            var createdAt = (date.PlusDays(-60) < today ? date.PlusDays(-60) : today).AtStartOfDayInZone(zone).ToInstant();
            var booking = Booking.Inquire(propertyId, companies[number % companies.Count], $"HC-{today.Year:0000}-{number:0000}", $"Meeting {number}", owner, createdAt);
            booking.Add(Function.Plan("Meeting", rooms[room], SetupStyle.Boardroom, date + Starts[slot], date + Starts[slot].PlusHours(2), 8 + (number % 12), zone));
            Move(booking, date, today, number);
            booking.Reach((date.PlusDays(-50) < today ? date.PlusDays(-50) : today).AtStartOfDayInZone(zone).ToInstant());
            made.Add(booking);
        }

        await using var turn = await db.BeginWriteAsync(CancellationToken.None);
        db.Bookings.AddRange(made);
        await db.SaveChangesAsync();
        foreach (var booking in made)
        {
            var function = booking.Functions[0];
            if (function.IsFirm) db.Holds.Add(new Hold(booking.Id, function.Id, atoms[function.SpaceId!.Value], 0, function.OccupiedFrom, function.OccupiedUntil));
            db.Note(Actor.Staff(owner), booking.CreatedAt, nameof(Booking), booking.Id, "inquire", to: nameof(BookingStatus.Inquiry));
            db.Note(Actor.Staff(owner), booking.CreatedAt, nameof(Booking), booking.Id, "option", nameof(BookingStatus.Inquiry), booking.Status.ToString());
            if (booking.AcceptedBy is not null) db.Quotes.Add(Contract(booking, function));
            var facts = new DeadlineFacts(null, function.Start.Date.PlusDays(-14), function.Start.Date.PlusDays(-3).At(new LocalTime(10, 0)), function.Start.Date.PlusDays(-7), [], null);
            if (function.Start.Date > today) BookingDeadlines.Follow(booking, facts, [], Clock, today.AtStartOfDayInZone(zone).ToInstant(), row => db.Tasks.Add(row));
        }

        await db.SaveChangesAsync();
        await turn.CommitAsync(CancellationToken.None);
    }

    /// <summary>Past events are closed; of those to come one in five is an option, one in fifty an inquiry.</summary>
    private static void Move(Booking booking, LocalDate date, LocalDate today, int number)
    {
        if (date >= today && number % 50 == 0) return;
        booking.Option(today.PlusDays(30), today, 1);
        booking.Functions[0].Promote();
        if (date >= today && number % 5 == 0) return;
        booking.Accept("A. Client", booking.CreatedAt.InUtc().Date, $"PO {number}");
        booking.Confirm(1);
        if (date >= today) return;
        booking.Begin(booking.Functions[0].OccupiedUntil);
        booking.Count(0, guaranteed: null, actual: booking.Functions[0].Expected, deadlineIsOver: true);
        booking.Close(isInvoiced: true);
    }

    private static Quote Contract(Booking booking, Function function)
    {
        var day = function.Start.Date;
        var at = function.OccupiedFrom - Duration.FromDays(50);
        QuoteLine[] lines =
        [
            new("Meeting", "Room hire", day, RevenueClass.RoomHire, 1, new UnitPrice(250m, Currency.Eur), "S", 0.20m, [new("List price", 250m)]) { FunctionId = function.Id },
            new("Meeting", "Coffee break", day, RevenueClass.Food, function.Expected, new UnitPrice(10m, Currency.Eur), "S", 0.20m, [new("List price", 10m)]) { FunctionId = function.Id, PerPerson = true },
        ];
        var quote = new Quote(booking.Id, $"Q-{booking.Reference}", 1, TaxMode.Inclusive, Currency.Eur, function.Expected, day, lines) { CreatedAt = at, Cancellation = "0-45:100; 46-90:50", Deposits = "" };
        quote.Send(day.PlusDays(-50), at, new QuoteDates(day.PlusDays(-14), day.PlusDays(-3).At(new LocalTime(10, 0))));
        quote.Accept(new Acceptance("A. Client", day.PlusDays(-50), booking.PurchaseOrder, quote.SeenHash!, at, "seed"), purchaseOrderRequired: false, day.PlusDays(-50));
        return quote;
    }
}
