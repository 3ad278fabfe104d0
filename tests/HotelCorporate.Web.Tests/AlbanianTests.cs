using System.Text.RegularExpressions;
using System.Xml.Linq;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;

namespace HotelCorporate.Web.Tests;

/// <summary>Every text of the pages has an Albanian one with the same gaps.</summary>
public sealed partial class AlbanianTests
{
    [Fact]
    public void Every_text_of_the_pages_has_an_albanian_one()
    {
        var known = Albanian();
        var missing = Texts().Where(text => !known.ContainsKey(text)).ToList();
        Assert.True(missing.Count == 0, $"Add these {missing.Count} texts to src/HotelCorporate.Web/Resources/Texts.sq.resx:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void Every_albanian_text_has_the_gaps_of_the_english_one()
    {
        foreach (var (english, albanian) in Albanian())
            Assert.True(Gaps(english).SetEquals(Gaps(albanian)), $"'{albanian}' does not fill the gaps of '{english}'.");

        static HashSet<string> Gaps(string text) => [.. Gap().Matches(text).Select(gap => gap.Value)];
    }

    /// <summary>What stands in T["..."], what a form answers, and the names of what has one.</summary>
    private static SortedSet<string> Texts()
    {
        var features = Path.Combine(Top(), "src", "HotelCorporate.Web", "Features");
        var texts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var view in Directory.EnumerateFiles(features, "*.cshtml", SearchOption.AllDirectories))
            texts.UnionWith(InView().Matches(File.ReadAllText(view)).Select(found => found.Groups["text"].Value));
        foreach (var code in Directory.EnumerateFiles(features, "*.cs", SearchOption.AllDirectories))
            texts.UnionWith(InForm().Matches(File.ReadAllText(code)).Select(found => found.Groups["text"].Value));
        texts.UnionWith(Role.All);
        foreach (var names in new[] { typeof(BookingStatus), typeof(QuoteStatus), typeof(SetupStyle), typeof(ContactPart), typeof(RevenueClass) }) texts.UnionWith(Enum.GetNames(names));
        return texts;
    }

    private static Dictionary<string, string> Albanian() =>
        XDocument.Load(Path.Combine(Top(), "src", "HotelCorporate.Web", "Resources", "Texts.sq.resx")).Root!.Elements("data")
            .ToDictionary(text => (string)text.Attribute("name")!, text => (string)text.Element("value")!, StringComparer.Ordinal);

    private static string Top()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "HotelCorporate.sln"))) folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex("""\bT\["(?<text>[^"]+)["]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InView();

    [GeneratedRegex("""ErrorMessage = "(?<text>[^"]+)["]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InForm();

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gap();
}
