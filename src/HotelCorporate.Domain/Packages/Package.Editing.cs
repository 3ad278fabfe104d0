using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using NodaTime;

namespace HotelCorporate.Domain.Packages;

/// <content>How a package is made and changed. Lines of offers are copies: what was sold stays as it was sold.</content>
public sealed partial class Package
{
    public const int LongestDescription = 2000;

    private const int MostRows = 30;

    /// <exception cref="HouseRuleException">What <see cref="Describe"/> refuses.</exception>
    public static Package Make(int propertyId, Currency currency, PackageFacts facts)
    {
        var made = new Package { PropertyId = propertyId, CurrencyCode = currency.Code };
        made.Describe(facts);
        return made;
    }

    /// <exception cref="HouseRuleException">What its days, numbers, steps or components contradict; the field is named.</exception>
    public void Describe(PackageFacts facts)
    {
        var whole = Whole(facts); // checked before anything of this one is changed
        if (facts.Description.Trim().Length > LongestDescription) throw Refused(nameof(Description), $"A description has {LongestDescription} characters at most.");
        var texts = ClientTexts.Checked(facts.Texts, 120, LongestDescription);
        (Code, Name, Kind, ValidFrom, ValidTo) = (whole.Code, whole.Name, whole.Kind, whole.ValidFrom, whole.ValidTo);
        (MinimumDelegates, MaximumDelegates, BelowMinimum, ClosedWeekdays) = (whole.MinimumDelegates, whole.MaximumDelegates, whole.BelowMinimum, whole.ClosedWeekdays);
        (Description, Texts) = (facts.Description.Trim(), texts);
        if (!_steps.Select(step => (step.FromDelegates, step.Price)).SequenceEqual(whole._steps.Select(step => (step.FromDelegates, step.Price)))) Replace(_steps, whole._steps);
        if (!_components.Select(Said).SequenceEqual(whole._components.Select(Said))) Replace(_components, whole._components);
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

    /// <summary>Sold under the same code on a same day.</summary>
    public bool Collides(Package other) =>
        string.Equals(Code, other.Code, StringComparison.OrdinalIgnoreCase) && !(ValidTo < other.ValidFrom) && !(other.ValidTo < ValidFrom);

    /// <summary>Built step by step from nothing: each rule refuses at its own field.</summary>
    private Package Whole(PackageFacts facts)
    {
        if (facts.ValidTo < facts.ValidFrom) throw Refused(nameof(ValidTo), "The package ends before it begins. Give a later last day.");
        var whole = At(nameof(Code), () => new Package(PropertyId, facts.Code.Trim().ToUpperInvariant(), facts.Name, facts.Kind, Currency, facts.ValidFrom, facts.ValidTo));
        if (facts.Components.Count == 0) throw Refused(nameof(Components), "Say what is in it: one component at least.");
        if (facts.Components.Count > MostRows || facts.Steps.Count > MostRows) throw Refused(nameof(Components), $"A package has {MostRows} components and steps at most.");
        foreach (var component in facts.Components) At(nameof(Components), () => whole.With(component));
        if (facts.Components.FirstOrDefault(component => component.TaxCodeId <= 0) is { } untaxed) throw Refused(nameof(Components), $"{untaxed.Name} has no tax code. Choose how it is taxed: nothing is sold without.");
        if (facts.Kind == PackageKind.TwentyFourHours && facts.Components.All(component => component.RevenueClass != RevenueClass.Rooms))
            throw Refused(nameof(Components), "A 24-hour package brings a bedroom: add a component of the class Rooms.");
        foreach (var spawns in facts.Components.Select(component => component.Spawns).OfType<SpawnedFunction>()) At(nameof(Components), spawns.Checked);
        At(nameof(MinimumDelegates), () => whole.ForDelegates(facts.MinimumDelegates, facts.MaximumDelegates, facts.BelowMinimum));
        foreach (var (delegates, price) in facts.Steps.OrderBy(step => step.FromDelegates)) At(nameof(Steps), () => whole.From(delegates, price));
        var closed = facts.ClosedWeekdays.Where(day => day != IsoDayOfWeek.None).Distinct().ToList();
        if (closed.Count == 7) throw Refused(nameof(ClosedWeekdays), "A package that is sold on no day of the week is not sold. Leave one open.");
        return whole.NotOn(closed);
    }

    private static T At<T>(string field, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (HouseRuleException refusal) when (refusal.Field.Length == 0)
        {
            throw Refused(field, refusal.Sentence);
        }
    }

    private static void Replace<T>(List<T> old, List<T> rows)
    {
        old.Clear();
        old.AddRange(rows);
    }

    private static object Said(Component of) =>
        (of.Name, of.RevenueClass, of.Basis, of.List, of.NetCost, of.TaxCodeId, (of.ServedAt, of.SpawnsFunction, of.FunctionStyle, of.FunctionMinutes, of.FunctionSpaceId, of.CatalogueItemId, of.IsProtected));

    private static HouseRuleException Refused(string field, Sentence why) => new(why) { Field = field };
}
