using System.Globalization;
using System.Xml.Linq;

namespace HotelCorporate.Web.Languages;

/// <summary>
/// A language that pages, papers and letters speak: one file, Resources/Texts.(two letters).resx, that lies beside the program.
/// The English text is the key; what a file lacks stays English. A further language is a further file.
/// </summary>
public sealed class Language
{
    private const string Ending = ".resx";

    private readonly Dictionary<string, string> _texts;

    private Language(string code, Dictionary<string, string> texts)
    {
        (Code, _texts) = (code, texts);
        Cultures = [.. (code == "en" ? ["en-GB", "en-US"] : new[] { CultureInfo.CreateSpecificCulture(code).Name }).Select(CultureInfo.GetCultureInfo)]; // read-only ones: their patterns are made once
        Name = CultureInfo.GetCultureInfo(code) is { } culture ? culture.TextInfo.ToUpper(culture.NativeName[0]) + culture.NativeName[1..] : code;
    }

    public static IReadOnlyList<Language> All { get; } = Read();

    public static Language English { get; } = All.Single(language => language.Code == "en");

    /// <summary>Two letters.</summary>
    public string Code { get; }

    /// <summary>As its speakers call it.</summary>
    public string Name { get; }

    /// <summary>Its ways to write dates and amounts, the one of papers first.</summary>
    public IReadOnlyList<CultureInfo> Cultures { get; }

    public string this[string english] => _texts.TryGetValue(english, out var own) ? own : English._texts.GetValueOrDefault(english, english);

    public bool Has(string english) => _texts.ContainsKey(english);

    /// <summary>English when it is not known.</summary>
    public static Language Of(string code) => All.FirstOrDefault(language => language.Code == code) ?? English;

    public static Language Of(CultureInfo culture) => Of(culture.TwoLetterISOLanguageName);

    /// <summary>The ways to write words, dates and amounts that a person may choose.</summary>
    public static IEnumerable<(string Code, string Name)> Choices() =>
        from language in All from culture in language.Cultures select (culture.Name, language.Cultures.Count == 1 ? language.Name : culture.NativeName);

    /// <summary>The first known way that is wanted, by its whole name or by its language alone; null when none is.</summary>
    public static string? Best(IEnumerable<string> wanted) =>
        wanted.Select(name => All.SelectMany(language => language.Cultures).FirstOrDefault(culture => culture.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? All.FirstOrDefault(language => language.Code.Equals(name.Split('-')[0], StringComparison.OrdinalIgnoreCase))?.Cultures[0]).FirstOrDefault(culture => culture is not null)?.Name;

    private static Language[] Read() =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Resources"), "Texts.*" + Ending)
            .Select(file => new Language(Path.GetFileNameWithoutExtension(file).Split('.')[1], Texts(file))).OrderBy(language => language.Code, StringComparer.Ordinal),
    ];

    private static Dictionary<string, string> Texts(string file) => XDocument.Load(file).Root!.Elements("data")
        .ToDictionary(text => (string)text.Attribute("name")!, text => (string)text.Element("value")!, StringComparer.Ordinal);
}
