using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Catalogue;

/// <content>How a thing of the catalogue is made and changed. What was sold with it is a copy and stays.</content>
public sealed partial class CatalogueItem
{
    public const int LongestCode = 16;
    public const int LongestName = 120;
    public const int LongestDescription = 1000;

    private const int MostPeople = 100_000;
    private const int MostDishes = 60;

    /// <exception cref="HouseRuleException">What <see cref="Describe"/> refuses.</exception>
    public static CatalogueItem Add(int propertyId, CatalogueFacts facts)
    {
        var added = new CatalogueItem { PropertyId = propertyId };
        added.Describe(facts);
        return added;
    }

    /// <exception cref="HouseRuleException">No code, name, kind of sale or tax code, an amount below zero, days or seasons that contradict each other; the field is named.</exception>
    public void Describe(CatalogueFacts facts)
    {
        var (code, name) = (facts.Code.Trim().ToUpperInvariant(), facts.Name.Trim());
        if (code.Length is 0 or > LongestCode) throw Refused(nameof(Code), $"Give it a short code of {LongestCode} letters at most, such as LUNCH.");
        if (name.Length is 0 or > LongestName) throw Refused(nameof(Name), $"Give it a name of {LongestName} characters at most.");
        if (facts.Description.Trim().Length > LongestDescription) throw Refused(nameof(Description), $"A description has {LongestDescription} characters at most.");
        if (facts.Note.Trim().Length > LongestDescription) throw Refused(nameof(Note), $"A note has {LongestDescription} characters at most.");
        if (facts.RevenueClass is not { } revenueClass) throw Refused(nameof(RevenueClass), "Say which kind of sale it is.");
        if (facts.TaxCodeId is not > 0) throw Refused(nameof(TaxCodeId), $"{name} has no tax code. Choose how it is taxed: nothing is sold without.");
        var prices = new PriceCalendar(facts.Price, facts.Seasons, facts.DatedPrices).Checked();
        var cost = facts.NetCost ?? (facts.Kind == CatalogueKind.Menu ? CostOf(Dishes, facts.Price.Currency) : Money.Zero(facts.Price.Currency));
        if (cost.IsNegative || cost.Amount > PriceCalendar.Dearest) throw Refused(nameof(NetCost), "A cost is between 0 and 1,000,000.");
        if (facts.MinimumNumber is < 1 or > MostPeople) throw Refused(nameof(MinimumNumber), $"The least number is between 1 and {MostPeople}.");
        if (facts.ResourceId is not null && facts.Kind != CatalogueKind.Equipment) throw Refused(nameof(ResourceId), "Only equipment comes from the house's resources. Choose the kind Equipment, or no resource.");
        if (facts.ValidTo < facts.ValidFrom) throw Refused(nameof(ValidTo), "It ends before it begins. Give a later last day.");
        var spawns = facts.Spawns?.Checked();
        var texts = ClientTexts.Checked(facts.Texts, LongestName, LongestDescription);

        (Code, Name, Kind, Description, Note, Texts) = (code, name, facts.Kind, facts.Description.Trim(), facts.Note.Trim(), texts);
        (RevenueClass, Basis, TaxCodeId, PriceTax) = (revenueClass, facts.Basis, facts.TaxCodeId.Value, facts.PriceTax);
        (Price, Seasons, DatedPrices, NetCost) = (prices.List, prices.Seasons, prices.Dated, cost);
        (MinimumNumber, ServedAt, IsProtected, ResourceId) = (facts.MinimumNumber, facts.ServedAt, facts.IsProtected, facts.ResourceId);
        (FunctionStyle, FunctionMinutes, FunctionSpaceId) = (spawns?.Style, spawns?.Minutes, spawns?.SpaceId);
        (ValidFrom, ValidTo) = (facts.ValidFrom, facts.ValidTo);
        if (Kind != CatalogueKind.Menu) Dishes = [];
        Version++;
    }

    /// <summary>As it stands, to be described again with differences.</summary>
    public CatalogueFacts ToFacts() => new(Kind, Code, Name, RevenueClass, Basis, Price, TaxCodeId)
    {
        Description = Description, Note = Note, Texts = Texts, NetCost = NetCost, MinimumNumber = MinimumNumber, ServedAt = ServedAt, Spawns = Spawns, ResourceId = ResourceId, IsProtected = IsProtected,
        ValidFrom = ValidFrom, ValidTo = ValidTo, Seasons = Seasons, DatedPrices = DatedPrices, PriceTax = PriceTax,
    };

    /// <exception cref="HouseRuleException">It is no menu, there are too many, two are called the same, or one contradicts itself.</exception>
    public void Serve(IReadOnlyList<Dish> dishes)
    {
        if (Kind != CatalogueKind.Menu) throw new HouseRuleException($"{Name} is no menu and has no dishes.");
        if (dishes.Count > MostDishes) throw new HouseRuleException($"A menu has {MostDishes} dishes at most.");
        List<Dish> served = [.. dishes.Select(dish => dish.Checked()).OrderBy(dish => dish.Course)];
        if (served.DistinctBy(dish => dish.Name, StringComparer.OrdinalIgnoreCase).Count() < served.Count) throw new HouseRuleException("Two dishes are called the same. Give one another name.");
        var followed = NetCost == CostOf(Dishes, Currency) || NetCost.IsZero;
        Dishes = served;
        if (followed) NetCost = CostOf(served, Currency); // a cost that somebody typed stays
        Version++;
    }

    /// <summary>What its dishes cost together for each guest.</summary>
    public Money DishCost => CostOf(Dishes, Currency);

    /// <summary>The prices of the days from then on become others; those before stay.</summary>
    public void Raise(PriceRise rise)
    {
        var prices = Prices.Raised(rise);
        (Seasons, DatedPrices) = (prices.Seasons, prices.Dated);
        Version++;
    }

    public void Retire()
    {
        if (IsRetired) throw new HouseRuleException($"{Name} is retired already.");
        IsRetired = true;
        Version++;
    }

    public void Restore()
    {
        if (!IsRetired) throw new HouseRuleException($"{Name} is on sale.");
        IsRetired = false;
        Version++;
    }

    private static Money CostOf(IReadOnlyList<Dish> dishes, Currency currency) => Money.Of(dishes.Sum(dish => dish.Cost), currency);

    private static HouseRuleException Refused(string field, Sentence why) => new(why) { Field = field };
}
