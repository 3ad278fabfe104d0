using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Imports;

namespace HotelCorporate.Domain.Catalogue;

/// <summary>What one row of a file says of a dish. None where the file is silent: then what stands stays.</summary>
/// <param name="Menu">Code or name of the menu that it is served with.</param>
/// <param name="Refusals">What could not be read.</param>
public sealed record DishRow(int Number, string Menu, string Name, IReadOnlyList<RowRefusal> Refusals)
{
    public Course? Course { get; init; }

    public decimal? Cost { get; init; }

    public SaidAllergens? Allergens { get; init; }

    public IReadOnlyList<DietaryMark>? Marks { get; init; }

    public IReadOnlyList<ClientText> Texts { get; init; } = [];
}

/// <summary>What a file says of allergens: which are in it, or that the kitchen has not said (none, null).</summary>
public sealed record SaidAllergens(IReadOnlyList<Allergen>? List);

/// <summary>Lays a list of dishes over the menus, row by row. A row that is refused changes nothing; dishes that the file does not name stay; the same file a second time changes nothing.</summary>
public static class DishImport
{
    /// <param name="items">Of the hotel.</param>
    public static IReadOnlyList<RowOutcome> Apply(IEnumerable<DishRow> rows, IReadOnlyCollection<CatalogueItem> items)
    {
        var seen = new HashSet<(int Menu, string Dish)>();
        return [.. rows.Select(row => Apply(row, MenuOf(row, items), seen))];
    }

    /// <summary>By its code, otherwise by its name.</summary>
    public static CatalogueItem? MenuOf(DishRow row, IReadOnlyCollection<CatalogueItem> items) =>
        items.FirstOrDefault(item => IsSame(item.Code, row.Menu)) ?? items.FirstOrDefault(item => item.Kind == CatalogueKind.Menu && IsSame(item.Name, row.Menu));

    private static RowOutcome Apply(DishRow row, CatalogueItem? menu, HashSet<(int, string)> seen)
    {
        if (row.Refusals.Count > 0) return Refused(row, [.. row.Refusals]);
        if (menu is null) return Refused(row, new RowRefusal("Menu", $"The catalogue has no menu {row.Menu}. Bring in the menu first."));
        if (menu.Kind != CatalogueKind.Menu) return Refused(row, new RowRefusal("Menu", $"{menu.Name} is no menu and has no dishes."));
        if (row.Cost is { } cost && Math.Abs(cost) < PriceCalendar.Dearest && Money.Of(cost, menu.Currency).Amount != cost) return Refused(row, new RowRefusal("Cost", $"{cost} has more decimals than {menu.Currency.Code} has."));
        if (!seen.Add((menu.Id, row.Name.ToUpperInvariant()))) return Refused(row, new RowRefusal("", "The file names this twice. Keep one of the rows."));
        try
        {
            return Serve(row, menu);
        }
        catch (HouseRuleException refusal)
        {
            return Refused(row, new RowRefusal(refusal.Field, refusal.Sentence));
        }
    }

    private static RowOutcome Serve(DishRow row, CatalogueItem menu)
    {
        var known = menu.Dishes.FirstOrDefault(dish => IsSame(dish.Name, row.Name));
        var stands = known ?? new Dish(row.Name, Course.Main, 0, null, [], []);
        var dish = (stands with
        {
            Course = row.Course ?? stands.Course, Cost = row.Cost ?? stands.Cost, Allergens = row.Allergens is { } said ? said.List : stands.Allergens, Marks = row.Marks ?? stands.Marks,
            Texts = [.. row.Texts, .. stands.Texts.Where(text => row.Texts.All(other => other.Language != text.Language))],
        }).Checked();
        var (was, now) = (CatalogueRecord.Said(stands, menu.Currency), CatalogueRecord.Said(dish, menu.Currency));
        var renamed = dish.Texts.Where(text => stands.Texts.NameIn(text.Language, "") != text.Name).Select(text => (Sentence)$"name in {text.Language}: {text.Name}").ToList();
        if (known is not null && was.Equals(now) && renamed.Count == 0) return new(row.Number, NameOf(row), RowVerdict.Unchanged, [], []);
        menu.Serve(known is null ? [.. menu.Dishes, dish] : [.. menu.Dishes.Select(other => ReferenceEquals(other, known) ? dish : other)]);
        return known is null
            ? new(row.Number, NameOf(row), RowVerdict.Made, [now, .. renamed], [])
            : new(row.Number, NameOf(row), RowVerdict.Changed, [.. was.Equals(now) ? [] : new Sentence[] { $"{was} to {now}" }, .. renamed], []);
    }

    private static RowOutcome Refused(DishRow row, params IReadOnlyList<RowRefusal> why) => new(row.Number, NameOf(row), RowVerdict.Refused, [], why);

    private static Sentence NameOf(DishRow row) => Sentence.Typed(row.Menu.Length == 0 ? row.Name : $"{row.Menu}, {row.Name}");

    private static bool IsSame(string one, string other) => string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);
}
