using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>The catalogue as a workbook: one sheet with what is sold and one with the dishes; either can be brought in again.</summary>
internal static class CatalogueSheets
{
    /// <summary>What the column of kinds says of a hire price.</summary>
    public const string Hire = "Hire";

    private static readonly string[] OfHireToo = ["Kind", "Name", "Basis", "Price", "Currency", "ValidFrom", "ValidTo", "Weekdays"];

    public static IReadOnlyList<TableSheet> Of(CataloguePage page, IReadOnlyList<HirePrice> hire)
    {
        var columns = CatalogueColumns.For(Languages(page.Property, page.Items));
        List<IReadOnlyList<object?>> rows =
        [
            .. page.Items.Select(item => (IReadOnlyList<object?>)[.. columns.Select(column => Cell(item, column.Key, page.Names))]),
            .. Rows(hire, columns, page.Names),
        ];
        var here = Words.Here;
        var list = new TableSheet(here["Catalogue"], [.. columns.Select(column => here.Say(column.Label))], rows);
        return page.Items.Any(item => item.Dishes.Count > 0) ? [list, DishSheets.Of(page.Items, page.Property)] : [list];
    }

    /// <summary>The hire prices alone, a row for each space and length.</summary>
    public static TableSheet OfHire(IReadOnlyList<HirePrice> hire, CatalogueNames names)
    {
        List<ImportField> columns = [.. CatalogueColumns.For([]).Where(column => OfHireToo.Contains(column.Key))];
        return new TableSheet(Words.Here["Hire prices"], [.. columns.Select(column => Words.Here.Say(column.Label))], [.. Rows(hire, columns, names)]);
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(IReadOnlyList<HirePrice> hire, IReadOnlyList<ImportField> columns, CatalogueNames names) =>
        hire.SelectMany(price => Enum.GetValues<HireSpan>().Where(span => price.For(span) is not null).Select(span => (IReadOnlyList<object?>)[.. columns.Select(column => Cell(price, span, column.Key, names))]));

    public static IReadOnlyList<string> Languages(Property property, IEnumerable<CatalogueItem> items) => [.. TextRow.Rows(property, [.. items.SelectMany(item => item.Texts)]).Keys];

    private static object? Cell(CatalogueItem item, string key, CatalogueNames names) => key switch
    {
        "Code" => item.Code,
        "Kind" => CatalogueColumns.Word(item.Kind),
        "Name" => item.Name,
        "Description" => item.Description,
        "RevenueClass" => CatalogueColumns.Word(item.RevenueClass),
        "Basis" => CatalogueColumns.Word(item.Basis),
        "Price" => item.Price,
        "Currency" => item.Currency.Code,
        "NetCost" => item.NetCost,
        "TaxCode" => names.TaxCodes.GetValueOrDefault(item.TaxCodeId),
        "Tax" => CatalogueColumns.Word(item.PriceTax),
        "MinimumNumber" => item.MinimumNumber,
        "ServedAt" => item.ServedAt is { } at ? Show.Time(at) : null,
        "FunctionStyle" => item.FunctionStyle is { } style ? CatalogueColumns.Word(style) : null,
        "FunctionMinutes" => item.FunctionMinutes,
        "FunctionSpace" => item.FunctionSpaceId is { } space ? names.Spaces.GetValueOrDefault(space) : null,
        "Resource" => item.ResourceId is { } resource ? names.Resources.GetValueOrDefault(resource) : null,
        "IsProtected" => Words.Here[item.IsProtected ? "yes" : "no"],
        "ValidFrom" => item.ValidFrom,
        "ValidTo" => item.ValidTo,
        "Seasons" => string.Join("; ", item.Seasons.Select(season => $"{Iso(season.From)} {Iso(season.To)} {Plain(season.Price)}")),
        "DatedPrices" => string.Join("; ", item.DatedPrices.Select(price => $"{Iso(price.From)} {Plain(price.Price)}")),
        "Note" => item.Note,
        _ when key.Split('.') is ["Name", var language] => item.Texts.NameIn(language, ""),
        _ when key.Split('.') is ["Description", var language] => item.Texts.DescriptionIn(language, ""),
        _ => null,
    };

    private static object? Cell(HirePrice price, HireSpan span, string key, CatalogueNames names) => key switch
    {
        "Kind" => Words.Here[Hire],
        "Name" => names.Spaces.GetValueOrDefault(price.SpaceId),
        "Basis" => CatalogueColumns.Word(span),
        "Price" => price.For(span)!.Value,
        "Currency" => price.CurrencyCode,
        "ValidFrom" => price.ValidFrom,
        "ValidTo" => price.ValidTo,
        "Weekdays" => string.Join(", ", Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && price.Weekdays.HasFlag((WeekDays)(1 << ((int)day - 1)))).Select(day => CatalogueColumns.Word(day))),
        _ => null,
    };

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Plain(decimal price) => price.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
