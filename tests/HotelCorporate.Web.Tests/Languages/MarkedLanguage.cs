using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace HotelCorporate.Web.Tests.Languages;

/// <summary>A third language, added as a hotel would add one: by one file. Each of its texts is the English one between marks, so that a page shows what went past the texts.</summary>
internal static class MarkedLanguage
{
    public const string Code = "eo";

    public const char Before = '«';

    public const char After = '»';

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Resources");

#pragma warning disable CA2255 // The file must be there before the first site reads its languages.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Write()
    {
        var texts = XDocument.Load(Path.Combine(Folder, "Texts.sq.resx"));
        foreach (var text in texts.Root!.Elements("data")) text.Element("value")!.Value = Before + (string)text.Attribute("name")! + After;
        texts.Save(Path.Combine(Folder, $"Texts.{Code}.resx"));
    }

    /// <summary>What stands outside of the marks.</summary>
    public static string Outside(string text)
    {
        var (kept, depth) = (new System.Text.StringBuilder(), 0);
        foreach (var letter in text)
        {
            if (letter == Before) depth++;
            else if (letter == After) depth--;
            else if (depth == 0) kept.Append(letter);
        }

        return kept.ToString();
    }
}
