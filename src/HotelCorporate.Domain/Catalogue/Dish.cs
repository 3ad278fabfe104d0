namespace HotelCorporate.Domain.Catalogue;

/// <summary>When in a meal a dish comes.</summary>
public enum Course
{
    Starter,
    Soup,
    Main,
    Side,
    Dessert,
    Cheese,
    Snack,
    Drink,
}

/// <summary>The fourteen that European law has named on every menu (Regulation 1169/2011, annex II).</summary>
public enum Allergen
{
    Gluten,
    Crustaceans,
    Eggs,
    Fish,
    Peanuts,
    Soya,
    Milk,
    Nuts,
    Celery,
    Mustard,
    Sesame,
    Sulphites,
    Lupin,
    Molluscs,
}

/// <summary>What a kitchen promises of a dish.</summary>
public enum DietaryMark
{
    Vegetarian,
    Vegan,
    GlutenFree,
    LactoseFree,
    Halal,
    Kosher,
}

/// <summary>A dish of a menu.</summary>
/// <param name="Cost">What it costs the house for each guest, before tax; in the currency of the menu.</param>
/// <param name="Allergens">None (null) while the kitchen has not said; an empty list when it has none of the fourteen.</param>
/// <param name="Texts">Its name in the languages of clients.</param>
public sealed record Dish(string Name, Course Course, decimal Cost, IReadOnlyList<Allergen>? Allergens, IReadOnlyList<DietaryMark> Marks, IReadOnlyList<ClientText> Texts)
{
    public const int LongestName = 160;

    private static readonly (DietaryMark Mark, Allergen[] Never)[] Promises =
    [
        (DietaryMark.Vegetarian, [Allergen.Fish, Allergen.Crustaceans, Allergen.Molluscs]),
        (DietaryMark.Vegan, [Allergen.Fish, Allergen.Crustaceans, Allergen.Molluscs, Allergen.Milk, Allergen.Eggs]),
        (DietaryMark.GlutenFree, [Allergen.Gluten]),
    ];

    /// <exception cref="HouseRuleException">It has no name, a cost below zero, or is promised to be free of what is in it.</exception>
    public Dish Checked()
    {
        var name = Name.Trim();
        if (name.Length is 0 or > LongestName) throw new HouseRuleException($"Give each dish a name of {LongestName} characters at most.");
        if (Cost is < 0 or > 100_000) throw new HouseRuleException($"The cost of {name} is between 0 and 100,000.");
        foreach (var (mark, never) in Promises.Where(promise => Marks.Contains(promise.Mark)))
            foreach (var found in (Allergens ?? []).Where(never.Contains))
                throw new HouseRuleException($"{name} is marked {mark} and contains {found}. Take one of the two out.");
        return this with { Name = name, Texts = ClientTexts.Checked(Texts, LongestName, 0) };
    }
}
