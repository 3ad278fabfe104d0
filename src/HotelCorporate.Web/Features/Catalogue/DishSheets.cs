using System.Globalization;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Languages;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>The dishes of menus as a sheet that can be brought in again.</summary>
internal static class DishSheets
{
    private const string NotKnown = "allergens not known";
    private const string NoneOfThem = "none of the fourteen";

    /// <summary>What the sheet is called, in every language.</summary>
    public static IReadOnlyList<string> Names => [.. CatalogueColumns.WordsOf("Dishes")];

    public static IReadOnlyList<ImportField> Columns(IEnumerable<string> languages) =>
    [
        CatalogueColumns.Field("Menu", "Menu", isNeeded: true, ["menu", "menucode", "code"]), CatalogueColumns.Field("Name", "Dish", isNeeded: true, ["dish", "name"]), CatalogueColumns.Field("Course", "Course", isNeeded: false, ["course"]),
        CatalogueColumns.Field("Cost", "Cost", isNeeded: false, ["cost", "netcost"]), CatalogueColumns.Field("Allergens", "Allergens", isNeeded: false, ["allergens", "contains"]), CatalogueColumns.Field("Marks", "Marks", isNeeded: false, ["marks", "diet", "diets"]),
        .. languages.Select(language => CatalogueColumns.Field($"Name.{language}", $"Name in {language}", isNeeded: false, [$"name{language}"])),
    ];

    public static TableSheet Of(IEnumerable<CatalogueItem> items, Property property)
    {
        List<CatalogueItem> menus = [.. items.Where(item => item.Dishes.Count > 0)];
        var columns = Columns(Languages(property, menus));
        return new TableSheet(Words.Here["Dishes"], [.. columns.Select(column => Words.Here.Say(column.Label))],
            [.. menus.SelectMany(menu => menu.Dishes.Select(dish => (IReadOnlyList<object?>)[.. columns.Select(column => Cell(menu, dish, column.Key))]))]);
    }

    public static IReadOnlyList<string> Languages(Property property, IEnumerable<CatalogueItem> menus) => [.. TextRow.Rows(property, [.. menus.SelectMany(menu => menu.Dishes).SelectMany(dish => dish.Texts)]).Keys];

    public static DishRow Read(MappedRow row, CultureInfo culture)
    {
        var (menu, name) = (row.Needed("Menu", CatalogueItem.LongestName), row.Needed("Name", Dish.LongestName));
        return new DishRow(row.Number, menu, name, row.Refusals)
        {
            Course = One<Course>(row, "Course"), Cost = row.Amount("Cost", culture), Allergens = AllergensOf(row), Marks = row.Text("Marks").Length == 0 ? null : Many<DietaryMark>(row, "Marks"),
            Texts = [.. Language.All.Select(language => new ClientText(language.Code, row.Text($"Name.{language.Code}", Dish.LongestName))).Where(text => text.Name.Length > 0)],
        };
    }

    private static SaidAllergens? AllergensOf(MappedRow row)
    {
        if (row.Text("Allergens") is not { Length: > 0 } text) return null;
        if (CatalogueColumns.IsCalled(text, NotKnown) || text.Trim() == "?") return new SaidAllergens(null);
        return new SaidAllergens(CatalogueColumns.IsCalled(text, NoneOfThem) || CatalogueColumns.IsCalled(text, "none") ? [] : Many<Allergen>(row, "Allergens"));
    }

    private static List<T> Many<T>(MappedRow row, string field) where T : struct, Enum
    {
        var found = new List<T>();
        foreach (var word in row.Text(field).Split([',', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (CatalogueColumns.Meant<T>(word) is { } known) found.Add(known);
            else row.Refuse(field, $"{word} is not known here. Write the words that the page of the dishes has.");
        }

        return [.. found.Distinct().Order()];
    }

    private static T? One<T>(MappedRow row, string field) where T : struct, Enum
    {
        if (row.Text(field) is not { Length: > 0 } text) return null;
        if (CatalogueColumns.Meant<T>(text) is { } known) return known;
        row.Refuse(field, $"{text} is not known here. Write the words that the page of the dishes has.");
        return null;
    }

    private static object? Cell(CatalogueItem menu, Dish dish, string key) => key switch
    {
        "Menu" => menu.Code,
        "Name" => dish.Name,
        "Course" => CatalogueColumns.Word(dish.Course),
        "Cost" => Money.Of(dish.Cost, menu.Currency),
        "Allergens" => dish.Allergens is not { } known ? Words.Here[NotKnown] : known.Count == 0 ? Words.Here[NoneOfThem] : Listed(known),
        "Marks" => Listed(dish.Marks),
        _ when key.Split('.') is ["Name", var language] => dish.Texts.NameIn(language, ""),
        _ => null,
    };

    private static string Listed<T>(IEnumerable<T> values) where T : struct, Enum => string.Join(", ", values.Select(value => CatalogueColumns.Word(value)));
}
