using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>What the demo hotels have beside their rooms, what some of their events need of it, and one shortage.</summary>
internal static class ResourcesDemo
{
    private static readonly (string Name, ResourceKind Kind, int Tirana, int NewYork, decimal Cost, decimal Price)[] Stock =
    [
        ("Projectors", ResourceKind.Equipment, 4, 9, 45, 80), ("Screens", ResourceKind.Equipment, 5, 9, 20, 40), ("Wireless microphones", ResourceKind.Equipment, 8, 16, 15, 30),
        ("Flip charts", ResourceKind.Equipment, 10, 18, 6, 15), ("Interpreter booths", ResourceKind.Equipment, 0, 2, 220, 340),
        ("Stage elements 2 x 1 m", ResourceKind.Staging, 12, 20, 18, 35), ("Dance floor panels", ResourceKind.Staging, 36, 48, 4, 9), ("Lecterns", ResourceKind.Staging, 2, 5, 25, 50),
        ("Round tables", ResourceKind.Furniture, 34, 60, 8, 14), ("Trestle tables", ResourceKind.Furniture, 60, 110, 5, 9), ("Cocktail tables", ResourceKind.Furniture, 20, 36, 6, 11),
        ("Banqueting staff", ResourceKind.People, 10, 18, 14, 24), ("Technicians", ResourceKind.People, 2, 4, 28, 55),
    ];

    private static readonly Dictionary<string, Dictionary<SetupStyle, int>> Figures = new(StringComparer.Ordinal)
    {
        ["Round tables"] = new() { [SetupStyle.Banquet] = 10, [SetupStyle.Cabaret] = 7 },
        ["Trestle tables"] = new() { [SetupStyle.Classroom] = 2, [SetupStyle.UShape] = 2, [SetupStyle.Boardroom] = 2, [SetupStyle.HollowSquare] = 2 },
        ["Cocktail tables"] = new() { [SetupStyle.Reception] = 8 },
        ["Banqueting staff"] = new()
        {
            [SetupStyle.Theatre] = 2, [SetupStyle.Classroom] = 2, [SetupStyle.UShape] = 2, [SetupStyle.Boardroom] = 1, [SetupStyle.HollowSquare] = 2, [SetupStyle.Cabaret] = 3, [SetupStyle.Banquet] = 3,
            [SetupStyle.Reception] = 2, [SetupStyle.Exhibition] = 4,
        },
    };

    /// <summary>Event, what each of its functions needs, how many. The kick-off and the workshop of the same days want more projectors than Tirana has.</summary>
    private static readonly (string Booking, string Resource, int Quantity)[] Needs =
    [
        ("Annual meeting", "Conference set", 1), ("Sales kick-off", "Conference set", 3), ("Sales kick-off", "Flip charts", 3), ("Partner workshop", "Projectors", 2), ("Partner workshop", "Flip charts", 4),
        ("Leadership training", "Flip charts", 4), ("Leadership training", "Projectors", 1), ("Product launch", "Stage elements 2 x 1 m", 8), ("Investor day", "Conference set", 1), ("Investor day", "Interpreter booths", 1),
        ("Press lunch", "Lecterns", 1), ("Press lunch", "Wireless microphones", 2),
    ];

    /// <summary>What of it is sold as which equipment of the catalogue.</summary>
    private static readonly (string Code, string Resource)[] Sold =
        [("PROJECTOR", "Projectors"), ("MICROPHONE", "Wireless microphones"), ("FLIPCHART", "Flip charts"), ("BOOTH", "Interpreter booths"), ("TECHNICIAN", "Technicians")];

    public static async Task FillAsync(HotelDb db, IReadOnlyList<Property> properties, CancellationToken cancel)
    {
        foreach (var property in properties)
        {
            var zero = Money.Zero(property.Currency);
            var all = Stock.ToDictionary(row => row.Name, row => Resource.Add(property.Id, new ResourceFacts(
                row.Name, row.Kind, property.Code == "TIA" ? row.Tirana : row.NewYork, Money.Of(row.Cost, property.Currency), Money.Of(row.Price, property.Currency), [], Figures.GetValueOrDefault(row.Name, []))), StringComparer.Ordinal);
            db.Resources.AddRange(all.Values);
            await db.SaveChangesAsync(cancel); // a kit names its parts by their ids
            Kit("Conference set", ("Projectors", 1), ("Screens", 1), ("Wireless microphones", 2));
            Kit("Gala stage", ("Stage elements 2 x 1 m", 12), ("Lecterns", 1), ("Wireless microphones", 2));
            await db.SaveChangesAsync(cancel);

            var catalogue = new ResourceCatalogue(all.Values);
            foreach (var (name, resource, quantity) in Needs)
            {
                var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).FirstAsync(booking => booking.PropertyId == property.Id && booking.Name == name, cancel);
                foreach (var function in booking.Functions)
                {
                    var need = ResourceNeed.Of(function, all[resource], quantity, null, null, property.Zone);
                    if (resource == "Interpreter booths" && property.Code == "TIA") need.Hire(all[resource], catalogue, 1, "Adriatic Event Hire", Money.Of(220, property.Currency), Money.Of(340, property.Currency));
                    db.ResourceNeeds.Add(need);
                }
            }

            await db.SaveChangesAsync(cancel);
            var items = await db.CatalogueItems.Where(item => item.PropertyId == property.Id).ToDictionaryAsync(item => item.Code, cancel);
            foreach (var (code, name) in Sold) items[code].Describe(items[code].ToFacts() with { ResourceId = all[name].Id });
            await db.SaveChangesAsync(cancel);

            void Kit(string name, params (string Part, int Quantity)[] parts)
            {
                all[name] = Resource.Add(property.Id, new ResourceFacts(name, ResourceKind.Kit, null, zero, zero, [.. parts.Select(part => (all[part.Part].Id, part.Quantity))], new Dictionary<SetupStyle, int>()));
                db.Resources.Add(all[name]);
            }
        }
    }
}
