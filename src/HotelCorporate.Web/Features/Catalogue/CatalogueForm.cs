using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Html;
using NodaTime;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>A thing of the catalogue as it is typed. What is wrong with it the rules say (<see cref="CatalogueItem.Describe"/>).</summary>
public sealed class CatalogueForm
{
    private const int MoreRows = 2;

    public CatalogueKind Kind { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? Note { get; set; }

    public IDictionary<string, TextRow> Texts { get; set; } = new Dictionary<string, TextRow>(StringComparer.Ordinal);

    public RevenueClass? RevenueClass { get; set; }

    public ComponentBasis Basis { get; set; } = ComponentBasis.PerPerson;

    public decimal? Price { get; set; }

    public decimal? NetCost { get; set; }

    public int? TaxCodeId { get; set; }

    public StatedTax PriceTax { get; set; }

    public int? MinimumNumber { get; set; }

    public LocalTime? ServedAt { get; set; }

    /// <summary>None: it makes no function.</summary>
    public SetupStyle? FunctionStyle { get; set; }

    public int? FunctionMinutes { get; set; }

    public int? FunctionSpaceId { get; set; }

    /// <summary>None: nothing of the house's stock.</summary>
    public int? ResourceId { get; set; }

    public bool IsProtected { get; set; }

    public LocalDate? ValidFrom { get; set; }

    public LocalDate? ValidTo { get; set; }

    public IList<SeasonRow> Seasons { get; set; } = [];

    public IList<DatedRow> DatedPrices { get; set; } = [];

    /// <summary>Which version was opened.</summary>
    public int? Opened { get; set; }

    /// <summary>What it is a copy of: its dishes come with it.</summary>
    public int? From { get; set; }

    public sealed class SeasonRow
    {
        public LocalDate? From { get; set; }

        public LocalDate? To { get; set; }

        public decimal? Price { get; set; }
    }

    public sealed class DatedRow
    {
        public LocalDate? From { get; set; }

        public decimal? Price { get; set; }
    }

    /// <exception cref="HouseRuleException">A row of seasons or dated prices is typed in part, or no price is.</exception>
    public CatalogueFacts Facts(Currency currency) => new(Kind, Code ?? "", Name ?? "", RevenueClass, Basis, TypedAmount.Of(Price, currency) ?? throw Missing(nameof(Price)), TaxCodeId)
    {
        Description = Description ?? "", Note = Note ?? "", Texts = TextRow.Read(Texts), NetCost = TypedAmount.Of(NetCost, currency), PriceTax = PriceTax, MinimumNumber = MinimumNumber ?? 1, ServedAt = ServedAt,
        Spawns = FunctionStyle is { } style ? new SpawnedFunction(style, FunctionMinutes ?? 0, FunctionSpaceId) : null, ResourceId = ResourceId, IsProtected = IsProtected, ValidFrom = ValidFrom, ValidTo = ValidTo,
        Seasons = [.. Seasons.Select((row, i) => (row, i)).Where(pair => pair.row is not { From: null, To: null, Price: null }).Select(pair => Season(pair.row, pair.i))],
        DatedPrices = [.. DatedPrices.Select((row, i) => (row, i)).Where(pair => pair.row is not { From: null, Price: null }).Select(pair => Dated(pair.row, pair.i))],
    };

    /// <summary>With empty rows for more.</summary>
    public CatalogueForm WithRows(Property property)
    {
        foreach (var (language, row) in TextRow.Rows(property, [])) Texts.TryAdd(language, row);
        for (var more = Seasons.Count(row => row.From is null); more < MoreRows; more++) Seasons.Add(new());
        for (var more = DatedPrices.Count(row => row.From is null); more < MoreRows; more++) DatedPrices.Add(new());
        return this;
    }

    public static CatalogueForm Of(CatalogueItem item, Property property) => new()
    {
        Kind = item.Kind, Code = item.Code, Name = item.Name, Description = item.Description, Note = item.Note, Texts = TextRow.Rows(property, item.Texts), RevenueClass = item.RevenueClass, Basis = item.Basis,
        Price = item.Price.Amount, NetCost = item.NetCost.Amount, TaxCodeId = item.TaxCodeId, PriceTax = item.PriceTax, MinimumNumber = item.MinimumNumber, ServedAt = item.ServedAt,
        FunctionStyle = item.FunctionStyle, FunctionMinutes = item.FunctionMinutes, FunctionSpaceId = item.FunctionSpaceId, ResourceId = item.ResourceId, IsProtected = item.IsProtected, ValidFrom = item.ValidFrom, ValidTo = item.ValidTo,
        Seasons = [.. item.Seasons.Select(season => new SeasonRow { From = season.From, To = season.To, Price = season.Price })],
        DatedPrices = [.. item.DatedPrices.Select(price => new DatedRow { From = price.From, Price = price.Price })], Opened = item.Version,
    };

    private static PriceSeason Season(SeasonRow row, int i) => row is { From: { } from, To: { } to, Price: { } price } ? new(from, to, TypedAmount.Bounded(price)) : throw Missing($"Seasons[{i}].{(row.From is null ? "From" : row.To is null ? "To" : "Price")}");

    private static DatedPrice Dated(DatedRow row, int i) => row is { From: { } from, Price: { } price } ? new(from, TypedAmount.Bounded(price)) : throw Missing($"DatedPrices[{i}].{(row.From is null ? "From" : "Price")}");

    private static HouseRuleException Missing(string field) => field.EndsWith("Price", StringComparison.Ordinal) ? new("Type the price.") { Field = field } : new("Type the day, or leave the whole row empty.") { Field = field };
}
