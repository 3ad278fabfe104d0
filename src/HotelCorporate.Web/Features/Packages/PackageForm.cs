using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Html;
using NodaTime;

namespace HotelCorporate.Web.Features.Packages;

/// <summary>A package as it is typed. What is wrong with it the rules say (<see cref="Package.Describe"/>).</summary>
public sealed class PackageForm
{
    private const int MoreParts = 3;
    private const int MoreSteps = 2;

    public string? Code { get; set; }

    public string? Name { get; set; }

    public PackageKind Kind { get; set; } = PackageKind.FullDay;

    public string? Description { get; set; }

    public IDictionary<string, TextRow> Texts { get; set; } = new Dictionary<string, TextRow>(StringComparer.Ordinal);

    public LocalDate? ValidFrom { get; set; }

    public LocalDate? ValidTo { get; set; }

    public IList<IsoDayOfWeek> ClosedWeekdays { get; set; } = [];

    public int? MinimumDelegates { get; set; }

    /// <summary>None: as many as there are.</summary>
    public int? MaximumDelegates { get; set; }

    public BelowMinimum BelowMinimum { get; set; }

    public IList<PartRow> Parts { get; set; } = [];

    public IList<StepRow> Steps { get; set; } = [];

    /// <summary>Which version was opened.</summary>
    public int? Opened { get; set; }

    public sealed class StepRow
    {
        public int? From { get; set; }

        public decimal? Price { get; set; }
    }

    public PackageFacts Facts(Currency currency, IReadOnlyList<CatalogueItem> items, LocalDate today)
    {
        var from = ValidFrom ?? throw Missing(nameof(ValidFrom), "Type the first day on which it is sold.");
        return new PackageFacts(Code ?? "", Name ?? "", Kind, from, ValidTo, [.. Parts.Select((row, i) => (row, i)).Where(pair => !pair.row.IsEmpty && !pair.row.TakeOut).Select(pair => pair.row.ToComponent(pair.i, currency, items, LocalDate.Max(from, today)))])
        {
            Description = Description ?? "", Texts = TextRow.Read(Texts), ClosedWeekdays = [.. ClosedWeekdays], MinimumDelegates = MinimumDelegates ?? 1, MaximumDelegates = MaximumDelegates ?? Package.MostDelegates, BelowMinimum = BelowMinimum,
            Steps = [.. Steps.Select((row, i) => (row, i)).Where(pair => pair.row is not { From: null, Price: null }).Select(pair => Step(pair.row, pair.i, currency))],
        };
    }

    /// <summary>With empty rows for more.</summary>
    public PackageForm WithRows(Property property)
    {
        foreach (var (language, row) in TextRow.Rows(property, [])) Texts.TryAdd(language, row);
        for (var more = Parts.Count(row => row.IsEmpty); more < MoreParts; more++) Parts.Add(new());
        for (var more = Steps.Count(row => row.From is null); more < MoreSteps; more++) Steps.Add(new());
        return this;
    }

    public static PackageForm Of(Package package, Property property) => new()
    {
        Code = package.Code, Name = package.Name, Kind = package.Kind, Description = package.Description, Texts = TextRow.Rows(property, package.Texts), ValidFrom = package.ValidFrom, ValidTo = package.ValidTo,
        ClosedWeekdays = [.. Enum.GetValues<IsoDayOfWeek>().Where(package.IsClosedOn)], MinimumDelegates = package.MinimumDelegates, BelowMinimum = package.BelowMinimum, Opened = package.Version,
        MaximumDelegates = package.MaximumDelegates == Package.MostDelegates ? null : package.MaximumDelegates, Parts = [.. package.Components.OrderBy(component => component.Id).Select(PartRow.Of)],
        Steps = [.. package.Steps.OrderBy(step => step.FromDelegates).Select(step => new StepRow { From = step.FromDelegates, Price = step.Price.Amount })],
    };

    private static (int, Money) Step(StepRow row, int i, Currency currency) => row is { From: { } from, Price: not null }
        ? (from, TypedAmount.Of(row.Price, currency)!.Value)
        : throw Missing($"Steps[{i}].{(row.From is null ? "From" : "Price")}", "Type the number and the price, or leave both empty.");

    private static HouseRuleException Missing(string field, Sentence why) => new(why) { Field = field };
}
