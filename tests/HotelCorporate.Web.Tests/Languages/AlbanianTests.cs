using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Languages;

namespace HotelCorporate.Web.Tests.Languages;

/// <summary>Every text of pages, refusals, papers and letters has an Albanian one with the same gaps.</summary>
public sealed partial class AlbanianTests
{
    /// <summary>Where no person of the house reads what is written: the database, the journal of the program, commands of whoever keeps its computer.</summary>
    private static readonly string[] Aside = ["Database", "Seeing", "Jobs", "obj", "bin", "node_modules", "Commands.cs", "Welcome.cs", "MailQueueHealth.cs", "FrontDoor.cs"];

    /// <summary>What has spaces and is no text.</summary>
    private static readonly string[] NoTexts =
    [
        "25% at signing; 50% 30 days before", "{0} at signing", "{0} {1} days after signing", "{0} {1} days before", "{0} on {1}", // how a schedule of deposits is typed
        "span", "small", "mail queue", "public, max-age=31536000, immutable", "no-cache, no-store", "now x", "booking move", "line broken", "removed on",
    ];

    private static readonly string Web = Path.Combine(Top(), "src", "HotelCorporate.Web");

    [Fact]
    public void Every_text_has_an_albanian_one()
    {
        var missing = Texts().Where(text => !Language.Of("sq").Has(text)).ToList();
        Assert.True(missing.Count == 0, $"Add these {missing.Count} texts to src/HotelCorporate.Web/Resources/Texts.sq.resx:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void Every_albanian_text_has_the_gaps_of_the_english_one()
    {
        foreach (var (english, albanian) in Albanian())
            Assert.True(Gaps(english).SetEquals(Gaps(albanian)), $"'{albanian}' does not fill the gaps of '{english}'.");

        static HashSet<string> Gaps(string text) => [.. Gap().Matches(text).Select(gap => gap.Value)];
    }

    /// <summary>One word for one thing: a page, a paper and a letter do not call it differently, and two things of one menu are not called the same.</summary>
    [Fact]
    public void The_words_of_the_trade_are_one()
    {
        var known = Albanian();
        Assert.NotEqual(known["Diary"], known["Journal"]);
        Assert.NotEqual(known["Allowances"], known["Discount"]);
        foreach (var (english, albanian) in known)
        {
            Assert.DoesNotContain("dysheme", albanian, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("paradhën", albanian, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("skic", albanian, StringComparison.OrdinalIgnoreCase);
            if (!english.Contains("VAT", StringComparison.Ordinal)) Assert.DoesNotContain("TVSH", albanian, StringComparison.Ordinal);
        }
    }

    /// <summary>A view has no words of its own: all stand in T["..."].</summary>
    [Fact]
    public void No_view_has_bare_text()
    {
        var bare = Views().SelectMany(view => TextsOfViews.Bare(File.ReadAllText(view)).Select(text => $"{Path.GetRelativePath(Web, view)}: {text}")).ToList();
        Assert.True(bare.Count == 0, string.Join('\n', bare));
    }

    private static IEnumerable<string> Views() => Directory.EnumerateFiles(Path.Combine(Web, "Features"), "*.cshtml", SearchOption.AllDirectories);

    private static IEnumerable<string> Sources() => new[] { Web, Path.Combine(Top(), "src", "HotelCorporate.Domain") }
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => Aside.Contains(part, StringComparer.Ordinal))));

    private static SortedSet<string> Texts()
    {
        var texts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var view in Views()) texts.UnionWith(InView().Matches(File.ReadAllText(view)).Select(found => Regex.Unescape(found.Groups["text"].Value)));
        foreach (var file in Sources())
        {
            var source = File.ReadAllText(file);
            texts.UnionWith(TextsOfCode.Sentences(source));
            texts.UnionWith(InCode().Matches(source).Select(found => Regex.Unescape(found.Groups["text"].Value)).Where(text => !text.Contains('{', StringComparison.Ordinal)));
        }

        texts.UnionWith(Role.All);
        foreach (var names in new[]
        {
            typeof(BookingStatus), typeof(QuoteStatus), typeof(SetupStyle), typeof(ContactPart), typeof(RevenueClass), typeof(AgreementStatus), typeof(AgreementLabel), typeof(MailKind), typeof(MailStatus),
            typeof(PaymentMethod), typeof(Occupancy), typeof(Segment), typeof(LostReason), typeof(ApprovalKind), typeof(ApprovalStatus), typeof(ResourceKind), typeof(Reliability), typeof(ActivityKind), typeof(HotelCorporate.Domain.Leads.LeadStage), typeof(FoundKind), typeof(BreachKind), typeof(Domain.Stays.CommissionSource), typeof(CatalogueKind), typeof(StatedTax), typeof(Course), typeof(Allergen), typeof(DietaryMark), typeof(HireSpan), typeof(ComponentBasis), typeof(PackageKind), typeof(BelowMinimum),
        }) texts.UnionWith(Enum.GetNames(names));
        texts.UnionWith(Enum.GetValues<InvoiceKind>().Select(InvoiceSheets.Kind));
        texts.UnionWith(Enum.GetValues<AgeingBand>().Select(Ageing.Name));
        texts.UnionWith(Enum.GetNames<NodaTime.IsoDayOfWeek>().Where(name => name != nameof(NodaTime.IsoDayOfWeek.None)));
        // What the journal says of a changed setting.
        foreach (var settings in new[] { typeof(Property), typeof(RoleLimits), typeof(AgreementTerms), typeof(Account) })
            texts.UnionWith(settings.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null && property.Name is not ("Id" or "Version" or "Role" or nameof(Account.SearchText) or nameof(Account.CoreName))).Select(property => property.Name));
        texts.ExceptWith(NoTexts);
        return texts;
    }

    private static Dictionary<string, string> Albanian() =>
        XDocument.Load(Path.Combine(Web, "Resources", "Texts.sq.resx")).Root!.Elements("data")
            .ToDictionary(text => (string)text.Attribute("name")!, text => (string)text.Element("value")!, StringComparer.Ordinal);

    private static string Top()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "HotelCorporate.sln"))) folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex("""\bT\["(?<text>[^"]+)["]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InView();

    /// <summary>Texts of one word too, where what they are is plain.</summary>
    [GeneratedRegex("""(\bwords\[|\btexts\[|\btext\(|Here\[|ErrorMessage = |\bSay\(|\bRefuse\("[^"]*", |HouseRuleException\(|AddModelError\([^,]*, |\.Note\([^"\n]*|\bNote\([^"\n]*|MoveAsync\([^"\n]*)"(?<text>[^"]+)["]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InCode();

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gap();
}
