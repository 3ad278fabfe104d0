using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>What the demo hotels sell by itself: parts of packages, menus with dishes, drinks, equipment, extras, and the hire of each space.</summary>
internal static class CatalogueDemo
{
    private const decimal NewYorkIsDearer = 1.8m;

    private static readonly (string Code, string Name, string Albanian, CatalogueKind Kind, RevenueClass Class, ComponentBasis Basis, decimal Price, decimal Cost)[] Rows =
    [
        ("MEET", "Meeting room", "Salla e takimit", CatalogueKind.Component, RevenueClass.RoomHire, ComponentBasis.PerPersonPerDay, 15m, 4m),
        ("SCREEN", "Screen and projector", "Ekran dhe projektor", CatalogueKind.Component, RevenueClass.Av, ComponentBasis.PerPersonPerDay, 5m, 1m),
        ("COFFEE-AM", "Morning coffee break", "Pushimi i kafes në mëngjes", CatalogueKind.Component, RevenueClass.Food, ComponentBasis.PerPerson, 10m, 3.20m),
        ("LUNCH", "Lunch", "Dreka", CatalogueKind.Component, RevenueClass.Food, ComponentBasis.PerPerson, 20m, 8.50m),
        ("COFFEE-PM", "Afternoon coffee break", "Pushimi i kafes pasdite", CatalogueKind.Component, RevenueClass.Food, ComponentBasis.PerPerson, 10m, 3.20m),
        ("GOLF", "Golf", "Golf", CatalogueKind.Component, RevenueClass.Other, ComponentBasis.PerPerson, 10m, 4m),
        ("DINNER", "Dinner", "Darka", CatalogueKind.Component, RevenueClass.Food, ComponentBasis.PerPerson, 25m, 10.50m),
        ("DRINKS", "Dinner drinks", "Pijet e darkës", CatalogueKind.Component, RevenueClass.Beverage, ComponentBasis.PerPerson, 5m, 1.60m),
        ("BED", "Bedroom", "Dhoma", CatalogueKind.Component, RevenueClass.Rooms, ComponentBasis.PerPersonPerNight, 100m, 38m),
        ("BREAKFAST", "Breakfast", "Mëngjesi", CatalogueKind.Component, RevenueClass.Food, ComponentBasis.PerPersonPerNight, 15m, 5m),
        ("BEV-SOFT", "Soft drinks, two hours", "Pije freskuese, dy orë", CatalogueKind.BeveragePackage, RevenueClass.Beverage, ComponentBasis.PerPerson, 12m, 3.10m),
        ("BEV-HOUSE", "House wine and beer, three hours", "Verë e shtëpisë dhe birrë, tri orë", CatalogueKind.BeveragePackage, RevenueClass.Beverage, ComponentBasis.PerPerson, 22m, 7.40m),
        ("BEV-PREMIUM", "Premium bar, four hours", "Bar premium, katër orë", CatalogueKind.BeveragePackage, RevenueClass.Beverage, ComponentBasis.PerPerson, 38m, 14.20m),
        ("PROJECTOR", "Projector, 6,000 lumen", "Projektor, 6.000 lumen", CatalogueKind.Equipment, RevenueClass.Av, ComponentBasis.PerPiece, 80m, 12m),
        ("MICROPHONE", "Wireless microphone", "Mikrofon pa tela", CatalogueKind.Equipment, RevenueClass.Av, ComponentBasis.PerPiece, 30m, 4m),
        ("FLIPCHART", "Flip chart with pens", "Flipçart me lapustila", CatalogueKind.Equipment, RevenueClass.Av, ComponentBasis.PerPiece, 15m, 2m),
        ("BOOTH", "Interpreter booth", "Kabinë përkthimi", CatalogueKind.Equipment, RevenueClass.Av, ComponentBasis.PerPiece, 340m, 220m),
        ("TECHNICIAN", "Technician", "Teknik", CatalogueKind.Equipment, RevenueClass.Av, ComponentBasis.PerHour, 55m, 28m),
        ("FLOWERS", "Table flowers", "Lule tavoline", CatalogueKind.Extra, RevenueClass.Other, ComponentBasis.PerPiece, 28m, 16m),
        ("PHOTO", "Photographer", "Fotograf", CatalogueKind.Extra, RevenueClass.Other, ComponentBasis.PerHour, 90m, 60m),
        ("COAT", "Cloakroom attendant", "Roje garderobe", CatalogueKind.Extra, RevenueClass.Other, ComponentBasis.PerHour, 24m, 14m),
        ("TEA", "Tea or coffee, a cup", "Çaj ose kafe, një filxhan", CatalogueKind.Extra, RevenueClass.Beverage, ComponentBasis.PerPiece, 3m, 0.70m),
        ("JUICE", "Orange juice", "Lëng portokalli", CatalogueKind.Extra, RevenueClass.Beverage, ComponentBasis.PerPerson, 3m, 0.95m),
        ("FAX", "Fax service", "Shërbim faksi", CatalogueKind.Extra, RevenueClass.Other, ComponentBasis.PerPiece, 1m, 0.20m),
    ];

    public static List<CatalogueItem> Fill(HotelDb db, Property hotel, int standard, int stay, int year)
    {
        var factor = hotel.Code == "NYC" ? NewYorkIsDearer : 1;
        var items = Rows.Select(row => CatalogueItem.Add(hotel.Id, new(row.Kind, row.Code, row.Name, row.Class, row.Basis, Of(row.Price), row.Class == RevenueClass.Rooms ? stay : standard)
        {
            NetCost = Of(row.Cost), Texts = [new("sq", row.Albanian)], ServedAt = ServedAt(row.Code), IsProtected = row.Code == "BOOTH", Spawns = row.Code == "DINNER" ? new SpawnedFunction(SetupStyle.Banquet, 180) : null,
            MinimumNumber = row.Kind == CatalogueKind.BeveragePackage ? 10 : 1,
            Seasons = row.Code == "BEV-PREMIUM" ? [new(new(year + 1, 6, 1), new(year + 1, 9, 15), Of(42m).Amount)] : [],
            DatedPrices = row.Code == "LUNCH" ? [new(new(year + 1, 1, 1), Of(21m).Amount)] : [],
            Note = row.Code == "BOOTH" ? "Hired from outside; the hire firm wants 10 days notice" : "",
        })).Concat(MenusDemo.Menus(hotel, standard, Of)).ToList();
        items.First(item => item.Code == "FAX").Retire();
        db.AddRange(items);
        return items;

        Money Of(decimal amount) => Money.Of(factor == 1 ? amount : decimal.Round(amount * factor, 1), hotel.Currency);
    }

    /// <summary>By area: a day, a half day at three fifths of it, an hour at a sixth; the three largest are dearer on Saturdays and Sundays.</summary>
    public static async Task HireAsync(HotelDb db, IReadOnlyList<Property> hotels, CancellationToken cancel)
    {
        foreach (var hotel in hotels)
        {
            var spaces = await db.Spaces.AsNoTracking().Where(space => space.PropertyId == hotel.Id && space.AreaM2 != null).ToListAsync(cancel);
            var largest = spaces.OrderByDescending(space => space.AreaM2).Take(3).Select(space => space.Id).ToHashSet();
            foreach (var space in spaces.OrderBy(space => space.Position))
            {
                var day = decimal.Round(space.AreaM2!.Value * 0.4m) * 10;
                db.HirePrices.Add(new HirePrice(hotel.Id, space.Id, hotel.Currency, Facts(WeekDays.None, day, hotel)));
                if (largest.Contains(space.Id)) db.HirePrices.Add(new HirePrice(hotel.Id, space.Id, hotel.Currency, Facts(WeekDays.Saturday | WeekDays.Sunday, decimal.Round(day * 0.13m) * 10, hotel)));
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    private static HireFacts Facts(WeekDays days, decimal day, Property hotel) =>
        new(days, null, null, days == WeekDays.None ? Money.Of(decimal.Round(day / 60) * 10, hotel.Currency) : null, Money.Of(decimal.Round(day * 0.06m) * 10, hotel.Currency), Money.Of(day, hotel.Currency));

    private static LocalTime? ServedAt(string code) => code switch
    {
        "COFFEE-AM" => new(10, 30),
        "LUNCH" => new(12, 30),
        "COFFEE-PM" => new(15, 30),
        "DINNER" or "DRINKS" => new(19, 30),
        "BREAKFAST" => new(7, 0),
        _ => null,
    };
}
