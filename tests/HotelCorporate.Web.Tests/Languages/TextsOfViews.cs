using System.Text;
using System.Text.RegularExpressions;

namespace HotelCorporate.Web.Tests.Languages;

/// <summary>Reads what a view says by itself: what is left when its code is taken out.</summary>
internal static partial class TextsOfViews
{
    public static IEnumerable<string> Bare(string view)
    {
        var markup = WithoutExpressions(Code().Replace(view, " "));
        return BareText().Matches(markup).Concat(BareAttribute().Matches(markup)).Select(found => Entity().Replace(found.Groups["text"].Value, " ").Trim())
            .Where(text => Word().IsMatch(text) && text is not "HotelCorporate" && !RestOfCode().IsMatch(text));
    }

    /// <summary>Takes out @(...) and @name.of[...](...).</summary>
    private static string WithoutExpressions(string markup)
    {
        var kept = new StringBuilder();
        for (var i = 0; i < markup.Length; i++)
        {
            if (markup[i] != '@' || i + 1 == markup.Length) kept.Append(markup[i]);
            else i = End(markup, i + 1) - 1;
        }

        return kept.ToString();
    }

    private static int End(string markup, int i)
    {
        while (i < markup.Length)
        {
            if (markup[i] is '(' or '[') i = Closing(markup, i) + 1;
            else if (char.IsLetterOrDigit(markup[i]) || (markup[i] is '.' or '!' or '?' && i + 1 < markup.Length && (char.IsLetter(markup[i + 1]) || markup[i + 1] is '.'))) i++;
            else return i;
        }

        return i;
    }

    private static int Closing(string markup, int i)
    {
        for (var depth = 0; i < markup.Length; i++)
        {
            if (markup[i] is '(' or '[') depth++;
            if (markup[i] is ')' or ']' && --depth == 0) return i;
        }

        return markup.Length;
    }

    /// <summary>Comments, blocks of code, and lines of it.</summary>
    [GeneratedRegex("""@\*(.|\n)*?\*@|@\{(.|\n)*?\n\}|^\s*(@(if|foreach|for|using|inject|model|functions|addTagHelper)\b|else\b|if \(|case |switch |var |[{}]\s*$).*$""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Code();

    [GeneratedRegex(">(?<text>[^<>@{}=;]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BareText();

    [GeneratedRegex("""(?<=\s)(title|aria-label|placeholder|alt)="(?<text>[^"@]+)["]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BareAttribute();

    [GeneratedRegex("&[a-z]+;", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entity();

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    /// <summary>The rest of a line of code within markup.</summary>
    [GeneratedRegex(@"\(|\)|^[-.?!]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RestOfCode();
}
