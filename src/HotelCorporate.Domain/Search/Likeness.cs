namespace HotelCorporate.Domain.Search;

/// <summary>How well a record answers what was typed.</summary>
public static class Likeness
{
    private const decimal Prefix = 0.95m;
    private const decimal Inside = 0.80m;
    private const decimal Misspelt = 0.75m;

    /// <summary>Below this a record is no answer.</summary>
    public const decimal Least = 0.55m;

    /// <summary>1: every word that was typed is a word of the text; 0: none is like one. A word that was typed counts as its best match; words of the text beyond take a little away, so that the shorter name stands first.</summary>
    public static decimal Of(string typed, string text)
    {
        var wanted = Grams.WordsOf(typed).ToList();
        var words = Grams.WordsOf(text).ToList();
        if (wanted.Count == 0 || words.Count == 0) return 0;
        var all = wanted.Average(word => words.Max(other => OfWords(word, other)));
        return Math.Max(0, all - (0.0005m * Math.Clamp(words.Count - wanted.Count, 0, 8)));
    }

    /// <summary>Of one word: the same, its beginning, a part of it, or so many letters otherwise.</summary>
    public static decimal OfWords(string typed, string word)
    {
        if (typed == word) return 1;
        if (word.StartsWith(typed, StringComparison.Ordinal)) return Prefix;
        if (typed.Length > 2 && word.Contains(typed, StringComparison.Ordinal)) return Inside;
        var allowed = typed.Length < 4 ? 0 : typed.Length < 8 ? 1 : 2;
        var other = word.Length > typed.Length + allowed ? word[..(typed.Length + allowed)] : word; // half a word may be misspelt too
        var wrong = Math.Min(Distance(typed, word, allowed), other.Length == word.Length ? int.MaxValue : Enumerable.Range(typed.Length - allowed, (2 * allowed) + 1).Where(length => length <= word.Length).Select(length => Distance(typed, word[..length], allowed)).DefaultIfEmpty(int.MaxValue).Min());
        return wrong > allowed ? 0 : Misspelt - (0.05m * (wrong - 1));
    }

    /// <summary>Letters that are wrong, missing, too many, or turned round with their neighbour; more than allowed is not counted on.</summary>
    public static int Distance(string a, string b, int allowed)
    {
        if (Math.Abs(a.Length - b.Length) > allowed) return allowed + 1;
        var (before, last, now) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
            }

            (before, last, now) = (last, now, before);
        }

        return last[b.Length];
    }
}
