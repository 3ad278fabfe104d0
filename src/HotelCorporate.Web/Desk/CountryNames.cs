using System.Globalization;
using HotelCorporate.Domain.Accounts;

namespace HotelCorporate.Web.Desk;

/// <summary>Countries as files call them: by two or three letters, in English, or in their own language.</summary>
public static class CountryNames
{
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["usa"] = "US", ["us of america"] = "US", ["united states of america"] = "US", ["america"] = "US", ["uk"] = "GB", ["great britain"] = "GB", ["england"] = "GB", ["scotland"] = "GB", ["wales"] = "GB",
        ["russian federation"] = "RU", ["holland"] = "NL", ["the netherlands"] = "NL", ["czech republic"] = "CZ", ["macedonia"] = "MK", ["kosove"] = "XK", ["kosova"] = "XK", ["turkey"] = "TR", ["uae"] = "AE",
        ["gjermania"] = "DE", ["gjermani"] = "DE", ["italia"] = "IT", ["itali"] = "IT", ["greqia"] = "GR", ["greqi"] = "GR", ["mali i zi"] = "ME", ["maqedonia e veriut"] = "MK", ["franca"] = "FR", ["france"] = "FR", ["zvicra"] = "CH", ["austria"] = "AT", ["mbreteria e bashkuar"] = "GB", ["shba"] = "US",
        ["германия"] = "DE", ["италия"] = "IT", ["албания"] = "AL", ["франция"] = "FR", ["великобритания"] = "GB", ["сша"] = "US",
    };

    private static readonly Lazy<Dictionary<string, string>> Codes = new(Read);

    /// <returns>Two letters; null: no country that is known here. Nothing stays nothing.</returns>
    public static string? CodeOf(string name) => name.Length == 0 ? "" : Codes.Value.GetValueOrDefault(FoldedName.Of(name));

    private static Dictionary<string, string> Read()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, code) in Others) codes[FoldedName.Of(name)] = code;
        foreach (var region in CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name)).Where(region => region.TwoLetterISORegionName is { Length: 2 } code && code.All(char.IsAsciiLetter)))
            foreach (var name in new[] { region.TwoLetterISORegionName, region.ThreeLetterISORegionName, region.EnglishName, region.NativeName })
                codes.TryAdd(FoldedName.Of(name), region.TwoLetterISORegionName);
        return codes;
    }
}
