using System.Globalization;
using HotelCorporate.Domain.Accounts;

namespace HotelCorporate.Web.Desk;

/// <summary>Countries as files call them: by two or three letters, in English, or in their own language.</summary>
public static class CountryNames
{
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["usa"] = "US", ["usofamerica"] = "US", ["unitedstatesofamerica"] = "US", ["america"] = "US", ["uk"] = "GB", ["greatbritain"] = "GB", ["england"] = "GB", ["scotland"] = "GB", ["wales"] = "GB",
        ["russianfederation"] = "RU", ["holland"] = "NL", ["thenetherlands"] = "NL", ["czechrepublic"] = "CZ", ["macedonia"] = "MK", ["kosove"] = "XK", ["kosova"] = "XK", ["turkey"] = "TR", ["uae"] = "AE",
        ["gjermania"] = "DE", ["gjermani"] = "DE", ["italia"] = "IT", ["itali"] = "IT", ["greqia"] = "GR", ["greqi"] = "GR", ["maliizi"] = "ME", ["maqedoniaeveriut"] = "MK", ["franca"] = "FR", ["france"] = "FR", ["zvicra"] = "CH", ["austria"] = "AT", ["mbreteriaebashkuar"] = "GB", ["shba"] = "US",
        ["германия"] = "DE", ["италия"] = "IT", ["албания"] = "AL", ["франция"] = "FR", ["великобритания"] = "GB", ["сша"] = "US",
    };

    private static readonly Lazy<Dictionary<string, string>> Codes = new(Read);

    /// <returns>Two letters; null: no country that is known here. Nothing stays nothing.</returns>
    public static string? CodeOf(string name) => name.Length == 0 ? "" : Codes.Value.GetValueOrDefault(KeyOf(name));

    private static Dictionary<string, string> Read()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, code) in Others) codes[KeyOf(name)] = code;
        foreach (var region in CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name)).Where(region => region.TwoLetterISORegionName is { Length: 2 } code && code.All(char.IsAsciiLetter)))
            foreach (var name in new[] { region.TwoLetterISORegionName, region.ThreeLetterISORegionName, region.EnglishName, region.NativeName })
                codes.TryAdd(KeyOf(name), region.TwoLetterISORegionName);
        return codes;
    }

    private static string KeyOf(string name) => FoldedName.Of(name).Replace(" ", "", StringComparison.Ordinal);
}
