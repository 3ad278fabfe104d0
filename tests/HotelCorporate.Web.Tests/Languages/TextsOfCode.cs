using System.Text;
using System.Text.RegularExpressions;

namespace HotelCorporate.Web.Tests.Languages;

/// <summary>Reads the literals of C# source, with {0}, {1} for what an interpolated one fills in.</summary>
internal static partial class TextsOfCode
{
    /// <summary>Whole words with a space between them: what a person reads, not what a program does.</summary>
    public static IEnumerable<string> Sentences(string source) => Literals(Ignored().Replace(source, "")).Where(text => Words().IsMatch(text) && !NoWords().IsMatch(text));

    public static IEnumerable<string> Literals(string source)
    {
        for (var i = 0; i < source.Length;)
        {
            if (At(source, i, "//")) i = End(source, "\n", i);
            else if (At(source, i, "\"\"\"")) i = End(source, "\"\"\"", i + 3) + 3;
            else if (source[i] == '\'') i = End(source, "'", i + (source[i + 1] == '\\' ? 3 : 2)) + 1;
            else if (source[i] == '"') yield return Literal(source, ref i);
            else i++;
        }
    }

    private static string Literal(string source, ref int i)
    {
        var (verbatim, interpolated) = (Before(source, i).Contains('@'), Before(source, i).Contains('$'));
        var (text, gaps) = (new StringBuilder(), 0);
        for (i++; source[i] != '"' || (verbatim && source[i + 1] == '"'); i++)
        {
            if (verbatim && source[i] == '"') text.Append(source[i++]);
            else if (!verbatim && source[i] == '\\') text.Append(source[++i] == 'u' ? (char)Convert.ToInt32(source[(i + 1)..((i += 4) + 1)], 16) : source[i]);
            else if (interpolated && source[i] == '{' && source[i + 1] != '{')
            {
                i = Closing(source, i);
                text.Append('{').Append(gaps++).Append('}');
            }
            else text.Append(source[i]);
        }

        i++;
        return text.ToString();
    }

    /// <summary>Where the gap that opens here is closed, past literals within it.</summary>
    private static int Closing(string source, int i)
    {
        var (depth, quoted) = (0, false);
        for (; ; i++)
        {
            if (source[i] == '"') quoted = !quoted;
            if (quoted) continue;
            if (source[i] == '{') depth++;
            if (source[i] == '}' && --depth == 0) return i;
        }
    }

    private static string Before(string source, int i) => source[Math.Max(0, i - 2)..i];

    private static bool At(string source, int i, string what) => string.CompareOrdinal(source, i, what, 0, what.Length) == 0;

    private static int End(string source, string what, int from) => source.IndexOf(what, from, StringComparison.Ordinal) is var found and >= 0 ? found : source.Length;

    [GeneratedRegex("""[A-Za-z]{2,}[,.:;]? ([A-Za-z]|\{[0-9])|\{[0-9]\} ([A-Za-z]{2,})""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    /// <summary>For programmers, logs and the database: no person of the house reads it.</summary>
    [GeneratedRegex("""\[LoggerMessage[^\]]*\]|(Argument|ArgumentOutOfRange|DbUpdateConcurrency|InvalidOperation|NotSupported|Unreachable)Exception\(.*|(?<=WriteLine\().*|(PRAGMA|SELECT|INSERT|UPDATE) .*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ignored();

    /// <summary>Patterns of dates, and lists of codes.</summary>
    [GeneratedRegex("""^[dMmyuHhs :',.-]+$|^("?>)?[<^]|^([A-Z]{3} )+|^[a-z]+(-[a-z]+)+ """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoWords();
}
