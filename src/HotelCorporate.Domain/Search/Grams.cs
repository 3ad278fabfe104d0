using HotelCorporate.Domain.Accounts;

namespace HotelCorporate.Domain.Search;

/// <summary>Pieces of words by which the database finds candidates: each whole word, how it begins and ends, and every three letters in a row.</summary>
public static class Grams
{
    private const int Longest = 3;

    /// <summary>All pieces of a text, each once, with a space between: "alba" gives "=alba _a _al alb ba_ lba".</summary>
    public static string Of(params ReadOnlySpan<string> texts)
    {
        var pieces = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
            foreach (var word in WordsOf(text))
            {
                pieces.Add("=" + word);
                pieces.Add("_" + word[..1]);
                if (word.Length > 1) pieces.UnionWith(["_" + word[..2], word[^2..] + "_"]);
                foreach (var three in Threes(word)) pieces.Add(three);
            }

        return string.Join(' ', pieces);
    }

    /// <summary>The words of a text as they are searched for.</summary>
    public static IEnumerable<string> WordsOf(string text) => FoldedName.Of(text).Replace('&', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal static IEnumerable<string> Threes(string word)
    {
        for (var i = 0; i + Longest <= word.Length; i++) yield return word.Substring(i, Longest);
    }
}
