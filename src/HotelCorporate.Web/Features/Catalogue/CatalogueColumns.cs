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
        ("FunctionMinutes", "Minutes", false, ["minutes", "length"]), ("FunctionSpace", "Space", false, ["space"]), ("Resource", "Resource", false, ["resource", "stock"]), ("IsProtected", "Protected", false, ["protected"]),
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

    /// <summary>What one of it is, as price lists say it, in any language.</summary>
    public static ComponentBasis? BasisOf(string text)
    {
        if (Meant<ComponentBasis>(text) is { } known) return known;
        if (IsCalled(text, "person, per person, head, per head, guest, delegate, pax")) return ComponentBasis.PerPerson;
        if (IsCalled(text, "cup, per cup, piece, each, bottle, unit, item")) return ComponentBasis.PerPiece;
        if (IsCalled(text, "event, flat")) return ComponentBasis.PerEvent;
        return IsCalled(text, "hour, per hour") ? ComponentBasis.PerHour : null;
    }

    /// <summary>Whether a text of a file is one of the words, which every language has its own of.</summary>
    /// <param name="words">With commas between; they are translated together.</param>
    public static bool IsCalled(string text, Sentence words) => KeyOf(text) is var key && WordsOf(words).Any(word => key == KeyOf(word));

    /// <summary>The words in every language of the site.</summary>
    public static IEnumerable<string> WordsOf(Sentence words) => Language.All.SelectMany(language => Words.In(language.Code).Say(words).Split(',', StringSplitOptions.TrimEntries)).Distinct(StringComparer.OrdinalIgnoreCase);

    public static RevenueClass? ClassOf(string text) => Meant<RevenueClass>(text);

    public static StatedTax? TaxOf(string text) => Meant<StatedTax>(text) ?? KeyOf(text) switch
    {
        "yes" or "included" or "incl" or "gross" or "po" => StatedTax.Included,
        "no" or "excluded" or "excl" or "net" or "jo" => StatedTax.Excluded,
        _ => text.Trim() == "?" ? StatedTax.Unknown : null,
    };

    /// <remarks>A file that was written in any language of the site is known again by its heads.</remarks>
    public static ImportField Field(string key, Sentence label, bool isNeeded, string[] names) =>
        new(key, label, isNeeded, [.. Language.All.Select(language => KeyOf(Words.In(language.Code).Say(label))).Concat(names).Distinct(StringComparer.Ordinal)]);
}
