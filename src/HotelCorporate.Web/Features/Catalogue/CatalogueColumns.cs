using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Languages;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>The columns of a price list: those that the export writes and the import reads, so that one can be brought in as the other.</summary>
internal static class CatalogueColumns
{
    private static readonly (string Key, string Label, bool IsNeeded, string[] Names)[] Own =
    [
        ("Code", "Code", false, ["code", "sku", "number"]), ("Kind", "Kind", false, ["kind", "type"]), ("Name", "Name", true, ["name", "item", "article", "product"]), ("Description", "Description", false, ["description"]),
        ("RevenueClass", "Revenue", false, ["revenue", "class", "revenueclass"]), ("Basis", "Unit", false, ["unit", "basis", "per"]), ("Price", "Price", false, ["price", "amount"]), ("Currency", "Currency", false, ["currency", "ccy"]),
        ("NetCost", "Net cost", false, ["netcost", "cost"]), ("TaxCode", "Tax code", false, ["taxcode", "vatcode"]), ("Tax", "Tax in the price", false, ["taxintheprice", "vatincluded", "taxincluded"]),
        ("MinimumNumber", "Least number", false, ["leastnumber", "minimum", "minimumnumber"]), ("ServedAt", "Served", false, ["served", "servedat"]), ("FunctionStyle", "Set-up", false, ["setup", "style"]),
        ("FunctionMinutes", "Minutes", false, ["minutes", "length"]), ("FunctionSpace", "Space", false, ["space"]), ("IsProtected", "Protected", false, ["protected"]),
        ("ValidFrom", "Sold from", false, ["soldfrom", "validfrom", "from"]), ("ValidTo", "Sold until", false, ["solduntil", "validto", "until"]), ("Weekdays", "Weekdays", false, ["weekdays"]),
        ("Seasons", "Seasons", false, ["seasons"]), ("DatedPrices", "Dated prices", false, ["datedprices"]), ("Note", "Note", false, ["note", "remark", "comment"]),
    ];

    /// <summary>Those that every list may have, with a name and a description for each language of clients.</summary>
    public static IReadOnlyList<ImportField> For(IEnumerable<string> languages) =>
    [
        .. Own.Select(column => Field(column.Key, column.Label, column.IsNeeded, column.Names)),
        .. languages.SelectMany(language => new[] { Field($"Name.{language}", $"Name in {language}", isNeeded: false, [$"name{language}"]), Field($"Description.{language}", $"Description in {language}", isNeeded: false, [$"description{language}"]) }),
    ];

    /// <summary>The word in the reader's language, as the file then says it.</summary>
    public static string Word(Enum name) => Words.Here[name.ToString()];

    /// <summary>What a word of a file means: the name itself, or that of any language.</summary>
    public static T? Meant<T>(string text) where T : struct, Enum
    {
        var wanted = KeyOf(text);
        return Enum.GetValues<T>().Where(value => KeyOf(value.ToString()) == wanted || Language.All.Any(language => KeyOf(language[value.ToString()]) == wanted)).Select(value => (T?)value).FirstOrDefault();
    }

    /// <summary>Small letters and digits without accents.</summary>
    public static string KeyOf(string text) => FoldedName.Of(text).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>What one of it is, as price lists say it.</summary>
    public static ComponentBasis? BasisOf(string text) => Meant<ComponentBasis>(text) ?? KeyOf(text) switch
    {
        "person" or "perperson" or "head" or "perhead" or "guest" or "delegate" or "pax" => ComponentBasis.PerPerson,
        "cup" or "percup" or "piece" or "each" or "bottle" or "unit" or "item" => ComponentBasis.PerPiece,
        "event" or "flat" => ComponentBasis.PerEvent,
        "hour" or "perhour" => ComponentBasis.PerHour,
        _ => null,
    };

    public static RevenueClass? ClassOf(string text) => Meant<RevenueClass>(text);

    public static StatedTax? TaxOf(string text) => Meant<StatedTax>(text) ?? KeyOf(text) switch
    {
        "yes" or "included" or "incl" or "gross" or "po" => StatedTax.Included,
        "no" or "excluded" or "excl" or "net" or "jo" => StatedTax.Excluded,
        _ => text.Trim() == "?" ? StatedTax.Unknown : null,
    };

    /// <remarks>A file that was written in any language of the site is known again by its heads.</remarks>
    private static ImportField Field(string key, Sentence label, bool isNeeded, string[] names) =>
        new(key, label, isNeeded, [.. Language.All.Select(language => KeyOf(Words.In(language.Code).Say(label))).Concat(names).Distinct(StringComparer.Ordinal)]);
}
