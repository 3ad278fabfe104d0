using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>The menus of the demo hotels; of one dish the kitchen has not said yet what is in it.</summary>
internal static class MenusDemo
{
    private static readonly DietaryMark[] Green = [DietaryMark.Vegetarian], Vegan = [DietaryMark.Vegetarian, DietaryMark.Vegan];

    private static readonly (string Code, string Name, string Albanian, string Description, decimal Price, SetupStyle Style, int Minutes, int Least, Dish[] Dishes)[] Rows =
    [
        ("MENU-GALA", "Gala menu", "Menuja gala", "Three courses at the table.", 48m, SetupStyle.Banquet, 180, 20,
        [
            Dish("Smoked trout with fennel", "Troftë e tymosur me marule deti", Course.Starter, 4.60m, [Allergen.Fish, Allergen.Mustard]),
            Dish("Beetroot carpaccio with goat cheese", "Karpaço panxhari me djathë dhie", Course.Starter, 3.20m, [Allergen.Milk, Allergen.Nuts], Green),
            Dish("Slow-cooked lamb with rosemary potatoes", "Mish qengji i pjekur ngadalë me patate", Course.Main, 10.80m, [Allergen.Celery, Allergen.Sulphites]),
            Dish("Ricotta ravioli with spinach", "Ravioli me gjizë dhe spinaq", Course.Main, 5.40m, [Allergen.Gluten, Allergen.Eggs, Allergen.Milk], Green),
            Dish("Trileçe", "Trileçe", Course.Dessert, 2.10m, [Allergen.Gluten, Allergen.Eggs, Allergen.Milk], Green),
        ]),
        ("MENU-WORK", "Working lunch", "Drekë pune", "A buffet that a meeting is back from in 45 minutes.", 22m, SetupStyle.Reception, 60, 10,
        [
            Dish("Tomato soup", "Supë domatesh", Course.Soup, 1.10m, [Allergen.Celery], Vegan),
            Dish("Chicken skewers", "Hell pule", Course.Main, 3.40m, []),
            Dish("Byrek with spinach", "Byrek me spinaq", Course.Main, 1.60m, [Allergen.Gluten, Allergen.Milk, Allergen.Eggs], Green),
            Dish("Bean salad", "Sallatë me fasule", Course.Side, 1.20m, [], Vegan),
            Dish("Fruit", "Fruta", Course.Dessert, 1.50m, [], Vegan),
        ]),
        ("MENU-GARDEN", "Garden menu", "Menuja e kopshtit", "Vegan, from the season.", 36m, SetupStyle.Banquet, 120, 10,
        [
            Dish("Chilled cucumber soup", "Supë e ftohtë kastraveci", Course.Soup, 1.40m, [Allergen.Sesame], Vegan),
            Dish("Stuffed peppers with rice and herbs", "Speca të mbushur me oriz dhe erëza", Course.Main, 3.90m, [], Vegan),
            Dish("Pastry of the day", "Ëmbëlsira e ditës", Course.Dessert, 2.20m, null),
        ]),
        ("MENU-CANAPE", "Canapés, eight pieces", "Kanape, tetë copë", "Handed round while people stand.", 18m, SetupStyle.Reception, 90, 20,
        [
            Dish("Prawn on rye", "Karkalec mbi bukë thekre", Course.Snack, 1.30m, [Allergen.Crustaceans, Allergen.Gluten]),
            Dish("Olive and goat cheese", "Ulli me djathë dhie", Course.Snack, 0.80m, [Allergen.Milk], Green),
            Dish("Mushroom tartlet", "Tartë me kërpudha", Course.Snack, 0.90m, [Allergen.Gluten, Allergen.Eggs, Allergen.Milk], Green),
        ]),
    ];

    public static IEnumerable<CatalogueItem> Menus(Property hotel, int standard, Func<decimal, Money> of) => Rows.Select(row =>
    {
        var menu = CatalogueItem.Add(hotel.Id, new(CatalogueKind.Menu, row.Code, row.Name, RevenueClass.Food, ComponentBasis.PerPerson, of(row.Price), standard)
        {
            Description = row.Description, Texts = [new("sq", row.Albanian)], Spawns = new SpawnedFunction(row.Style, row.Minutes), MinimumNumber = row.Least, ServedAt = row.Code is "MENU-WORK" ? new LocalTime(12, 30) : null,
        });
        menu.Serve([.. row.Dishes.Select(dish => dish with { Cost = of(dish.Cost).Amount })]);
        return menu;
    });

    private static Dish Dish(string name, string albanian, Course course, decimal cost, Allergen[]? allergens, DietaryMark[]? marks = null) => new(name, course, cost, allergens, marks ?? [], [new("sq", albanian)]);
}
