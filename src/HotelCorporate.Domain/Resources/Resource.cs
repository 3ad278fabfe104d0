using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Domain.Resources;

/// <summary>What functions need beside their rooms and of which there is a stock: projectors, stages, round tables, people; or a kit of such (domain section 7).</summary>
public sealed class Resource
{
    /// <summary>More pieces than this are a slip of the finger, also of what a kit comes to.</summary>
    public const int Most = 100_000;

    public const int LongestName = 120;

    private readonly List<KitPart> _parts = [];

    private Resource() { }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public string Name { get; private set; } = "";

    public ResourceKind Kind { get; private set; }

    /// <summary>How many the house has; of people: how many are there. 0 for a kit.</summary>
    public int Stock { get; private set; }

    /// <summary>What one costs the house when it is hired from outside; zero while nobody knows, and for a kit: its parts are hired.</summary>
    public Money HireCost { get; private set; }

    /// <summary>What the client pays for a hired one; zero while nobody has said.</summary>
    public Money HirePrice { get; private set; }

    /// <summary>No longer used: nothing asks for it anew, and what was planned with it stays.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>What a set-up needs of it, as <see cref="Resources.StyleFigures"/> reads it: of people, how many turn a space into the style; of things, how many seats one is for.</summary>
    public string StyleFigures { get; private set; } = "";

    /// <summary>Rises at each change; a stale page cannot overwrite a newer one.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<KitPart> Parts => _parts;

    public bool IsKit => Kind == ResourceKind.Kit;

    public bool IsPeople => Kind == ResourceKind.People;

    /// <exception cref="HouseRuleException">What <see cref="Describe"/> refuses.</exception>
    public static Resource Add(int propertyId, ResourceFacts facts)
    {
        var added = new Resource { PropertyId = propertyId };
        added.Describe(facts);
        return added;
    }

    /// <exception cref="HouseRuleException">No name or too long a one, a stock or a part that is negative or above 100,000, amounts below zero, or a kit without parts.</exception>
    public void Describe(ResourceFacts facts)
    {
        var name = facts.Name.Trim();
        if (name.Length == 0) throw new HouseRuleException("Give it the name that the house uses, such as Projector.") { Field = nameof(Name) };
        if (name.Length > LongestName) throw new HouseRuleException($"A name has {LongestName} characters at most.") { Field = nameof(Name) };
        if (facts.Stock is null && facts.Kind != ResourceKind.Kit) throw new HouseRuleException("Type how many there are; 0 when all are hired.") { Field = nameof(Stock) };
        if (facts.Stock is < 0 or > Most) throw new HouseRuleException($"There are 0 to {Most} of it.") { Field = nameof(Stock) };
        RefuseAmount(facts.HireCost, nameof(HireCost));
        RefuseAmount(facts.HirePrice, nameof(HirePrice));
        var parts = facts.Kind == ResourceKind.Kit ? facts.Parts : [];
        if (facts.Kind == ResourceKind.Kit && parts.Count == 0) throw new HouseRuleException("Say what the kit is made of: one part at least.") { Field = nameof(Parts) };
        if (parts.Any(part => part.Quantity is < 1 or > Most)) throw new HouseRuleException($"Of each part a kit has 1 to {Most} pieces.") { Field = nameof(Parts) };
        if (parts.DistinctBy(part => part.PartId).Count() < parts.Count) throw new HouseRuleException("A part stands in the kit twice. Put its pieces together.") { Field = nameof(Parts) };
        (Name, Kind) = (name, facts.Kind);
        (HireCost, HirePrice) = facts.Kind == ResourceKind.Kit ? (Money.Zero(facts.HireCost.Currency), Money.Zero(facts.HirePrice.Currency)) : (facts.HireCost, facts.HirePrice);
        Stock = facts.Kind == ResourceKind.Kit ? 0 : facts.Stock!.Value;
        StyleFigures = facts.Kind == ResourceKind.Kit ? "" : Resources.StyleFigures.Write(facts.StyleFigures);
        _parts.RemoveAll(old => parts.All(part => part.PartId != old.PartId));
        foreach (var part in parts)
        {
            if (_parts.Find(old => old.PartId == part.PartId) is { } known) known.Quantity = part.Quantity;
            else _parts.Add(new KitPart { PartId = part.PartId, Quantity = part.Quantity });
        }

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
        if (!IsRetired) throw new HouseRuleException($"{Name} is in use.");
        IsRetired = false;
        Version++;
    }

    /// <summary>What a function of this style needs of it by itself: of people, how many turn the space; of things, one for so many seats, rounded up; 0 where the style needs none.</summary>
    /// <param name="seats">Places that are set.</param>
    public int NeededFor(SetupStyle style, int seats)
    {
        if (!Resources.StyleFigures.Read(StyleFigures).TryGetValue(style, out var figure)) return 0;
        return IsPeople ? figure : (seats + figure - 1) / figure;
    }

    private static void RefuseAmount(Money amount, string field)
    {
        if (amount.IsNegative || amount.Amount > 1_000_000) throw new HouseRuleException("An amount is between 0 and 1,000,000.") { Field = field };
    }
}

/// <summary>So many of a resource in a kit.</summary>
public sealed class KitPart
{
    public int KitId { get; init; }

    public int PartId { get; init; }

    public int Quantity { get; set; }
}

/// <summary>A resource as it is described.</summary>
/// <param name="Stock">None for a kit.</param>
/// <param name="StyleFigures">By style: people who turn a space, or seats that one is for.</param>
public sealed record ResourceFacts(
    string Name, ResourceKind Kind, int? Stock, Money HireCost, Money HirePrice, IReadOnlyList<(int PartId, int Quantity)> Parts, IReadOnlyDictionary<SetupStyle, int> StyleFigures);
