using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>Tax codes, and what each hotel sells per delegate: a day at 70.00, a day and a night at 220.00, a menu.</summary>
internal static class PackagesDemo
{
    private static readonly LocalDate Since = new(2020, 1, 1);

    private static readonly RevenueClass[] NotRooms = [.. Enum.GetValues<RevenueClass>().Where(kind => kind != RevenueClass.Rooms)];

    public static async Task FillAsync(HotelDb db, Property tirana, Property newYork, int year, CancellationToken cancel)
    {
        TaxCode[] codes =
        [
            new TaxCode(tirana.Id, "STD", "Standard rate", "S", 0.20m, Since).For(NotRooms),
            new TaxCode(tirana.Id, "STAY", "Accommodation", "S", 0.06m, Since).For(RevenueClass.Rooms),
            new TaxCode(newYork.Id, "STD", "Sales tax", "S", 0.08875m, Since).For(NotRooms),
            new TaxCode(newYork.Id, "STAY", "Sales and occupancy tax", "S", 0.14750m, Since).For(RevenueClass.Rooms),
        ];
        db.AddRange(codes);
        db.Add(new ServiceCharge(newYork.Id, "Service charge", 0.24m, isTaxable: true, RevenueClass.Food, RevenueClass.Beverage));
        await db.SaveChangesAsync(cancel);
        foreach (var (hotel, standard, stay) in new[] { (tirana, codes[0].Id, codes[1].Id), (newYork, codes[2].Id, codes[3].Id) })
        {
            var items = CatalogueDemo.Fill(db, hotel, standard, stay, year);
            await db.SaveChangesAsync(cancel); // a component names its thing by its number
            Fill(db, hotel, standard, stay, items.ToDictionary(item => item.Name, item => item.Id, StringComparer.Ordinal));
        }

        await db.SaveChangesAsync(cancel);
    }

    private static void Fill(HotelDb db, Property hotel, int standard, int stay, Dictionary<string, int> items)
    {
        db.Add(new Package(hotel.Id, "DDR", "Day delegate rate", PackageKind.FullDay, hotel.Currency, Since)
            {
                Description = "Meeting room with screen and projector, two coffee breaks, lunch and an hour on the driving range.",
            }
            .With(Part("Meeting room", RevenueClass.RoomHire, 15m, 4m, standard))
            .With(Part("Screen and projector", RevenueClass.Av, 5m, 1m, standard))
            .With(Part("Morning coffee break", RevenueClass.Food, 10m, 3.20m, standard, 10, 30))
            .With(Part("Lunch", RevenueClass.Food, 20m, 8.50m, standard, 12, 30))
            .With(Part("Afternoon coffee break", RevenueClass.Food, 10m, 3.20m, standard, 15, 30))
            .With(Part("Golf", RevenueClass.Other, 10m, 4m, standard, 17, 0))
            .ForDelegates(10, 400));

        db.Add(new Package(hotel.Id, "24H", "24-hour rate", PackageKind.TwentyFourHours, hotel.Currency, Since)
            {
                Description = "The day's meeting with both breaks, lunch and golf, dinner with drinks, a bedroom and breakfast.",
            }
            .With(Part("Dinner", RevenueClass.Food, 25m, 10.50m, standard, 19, 30))
            .With(Part("Dinner drinks", RevenueClass.Beverage, 5m, 1.60m, standard, 19, 30))
            .With(Part("Bedroom", RevenueClass.Rooms, 100m, 38m, stay))
            .With(Part("Breakfast", RevenueClass.Food, 15m, 5m, standard, 7, 0))
            .With(Part("Meeting room", RevenueClass.RoomHire, 15m, 4m, standard))
            .With(Part("Screen and projector", RevenueClass.Av, 5m, 1m, standard))
            .With(Part("Morning coffee break", RevenueClass.Food, 10m, 3.20m, standard, 10, 30))
            .With(Part("Lunch", RevenueClass.Food, 20m, 8.50m, standard, 12, 30))
            .With(Part("Afternoon coffee break", RevenueClass.Food, 15m, 4.10m, standard, 15, 30))
            .With(Part("Golf", RevenueClass.Other, 10m, 4m, standard, 17, 0))
            .ForDelegates(10, 200));

        db.Add(new Package(hotel.Id, "GALA", "Gala menu", PackageKind.Menu, hotel.Currency, Since)
            {
                Description = "Three courses at the table, with wine and water.",
            }
            .With(Part("Three courses", RevenueClass.Food, 48m, 19m, standard, 19, 30))
            .With(Part("Wine and water", RevenueClass.Beverage, 17m, 5.50m, standard, 19, 30))
            .ForDelegates(20, 600, BelowMinimum.FallBackToHire)
            .From(100, Money.Of(61m, hotel.Currency)));

        Component Part(string name, RevenueClass revenueClass, decimal list, decimal cost, int taxCode, int? hour = null, int minute = 0) =>
            new(name, revenueClass, Money.Of(list, hotel.Currency), taxCode, Money.Of(cost, hotel.Currency))
            {
                ServedAt = hour is { } at ? new LocalTime(at, minute) : null, SpawnsFunction = Spawns(name), CatalogueItemId = items.TryGetValue(name, out var item) ? item : null,
                FunctionStyle = Spawns(name) ? SetupStyle.Banquet : null, FunctionMinutes = Spawns(name) ? 180 : null,
            };

        static bool Spawns(string name) => name is "Dinner" or "Three courses";
    }
}
