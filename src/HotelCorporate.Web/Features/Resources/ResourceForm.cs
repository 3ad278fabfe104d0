using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Web.Features.Resources;

/// <summary>A resource as it is typed. What is wrong with it the rules say (<see cref="Resource.Describe"/>, <see cref="ResourceCatalogue"/>).</summary>
public sealed class ResourceForm
{
    private const int MoreParts = 3;

    public string? Name { get; set; }

    public ResourceKind Kind { get; set; }

    public int? Stock { get; set; }

    public decimal? HireCost { get; set; }

    public decimal? HirePrice { get; set; }

    public IList<PartRow> Parts { get; set; } = [];

    /// <summary>Of people: how many turn a space into the style; of things: how many seats one is for.</summary>
    public IDictionary<SetupStyle, int?> StyleFigures { get; set; } = new Dictionary<SetupStyle, int?>();

    /// <summary>Which version was opened.</summary>
    public int? Opened { get; set; }

    /// <summary>So many of a resource; a row without one is passed over.</summary>
    public sealed class PartRow
    {
        public int? PartId { get; set; }

        public int? Quantity { get; set; }
    }

    public ResourceFacts Facts(Currency currency) => new(
        Name ?? "", Kind, Stock, Money.Of(Bounded(HireCost), currency), Money.Of(Bounded(HirePrice), currency),
        [.. Parts.Where(part => part.PartId is not null).Select(part => (part.PartId!.Value, part.Quantity ?? 0))],
        StyleFigures.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!.Value));

    /// <summary>With empty rows for more parts.</summary>
    public ResourceForm WithRows()
    {
        var more = Parts.Count(part => part.PartId is null && part.Quantity is null);
        for (; more < MoreParts; more++) Parts.Add(new());
        return this;
    }

    public static ResourceForm Of(Resource resource) => new()
    {
        Name = resource.Name, Kind = resource.Kind, Stock = resource.IsKit ? null : resource.Stock, HireCost = Shown(resource.HireCost), HirePrice = Shown(resource.HirePrice), Opened = resource.Version,
        Parts = [.. resource.Parts.Select(part => new PartRow { PartId = part.PartId, Quantity = part.Quantity })],
        StyleFigures = Domain.Resources.StyleFigures.Read(resource.StyleFigures).ToDictionary(pair => pair.Key, pair => (int?)pair.Value),
    };

    /// <summary>What is far off the rule refuses; this only keeps it within what an amount can hold.</summary>
    internal static decimal Bounded(decimal? amount) => Math.Clamp(amount ?? 0, -10_000_000, 10_000_000);

    private static decimal? Shown(Money amount) => amount.IsZero ? null : amount.Amount;
}

/// <summary>What a function needs, as it is typed.</summary>
public sealed class NeedForm
{
    public int? FunctionId { get; set; }

    public int? ResourceId { get; set; }

    public int? Quantity { get; set; }

    public NodaTime.LocalTime? From { get; set; }

    public NodaTime.LocalTime? Until { get; set; }
}

/// <summary>A hire from outside, as it is typed.</summary>
public sealed class HireForm
{
    public int? ResourceId { get; set; }

    public int? Quantity { get; set; }

    public string? Supplier { get; set; }

    public decimal? Cost { get; set; }

    public decimal? Price { get; set; }
}
