namespace HotelCorporate.Domain.Search;

/// <summary>What a record must hold to be a candidate: for each word all pieces of one of its choices.</summary>
/// <param name="Words">For each word that was typed its choices; a choice is a list of pieces.</param>
public sealed record GramWish(IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Words)
{
    /// <summary>Words beyond this say nothing more.</summary>
    private const int MostWords = 6;

    /// <summary>A word with one letter wrong, missing, too many or turned round keeps one of its halves whole.</summary>
    private const int ShortestTolerant = 4;

    /// <summary>From the exact to the tolerant: whole words, parts of words, words with a letter wrong. Each finds what the one before finds, and more.</summary>
    public static IReadOnlyList<GramWish> For(string typed)
    {
        List<string> words = [.. Grams.WordsOf(typed).Distinct().Take(MostWords)];
        if (words.Count == 0) return [];
        return [new([.. words.Select(word => One(["=" + word]))]), new([.. words.Select(word => One(Part(word)))]), new([.. words.Select(Tolerant)])];
    }

    private static IReadOnlyList<IReadOnlyList<string>> One(IReadOnlyList<string> pieces) => [pieces];

    private static IReadOnlyList<string> Part(string word) => word.Length < 3 ? ["_" + word] : [.. Grams.Threes(word).Distinct()];

    private static IReadOnlyList<IReadOnlyList<string>> Tolerant(string word)
    {
        if (word.Length < ShortestTolerant) return One(Part(word));
        var middle = (word.Length + 1) / 2;
        IReadOnlyList<string> start = [Begins(word), .. Grams.Threes(word[..middle]).Distinct()], end = word.Length - middle < 3 ? [word[^2..] + "_"] : [.. Grams.Threes(word[middle..]).Distinct()];
        var (left, right) = (word[..(middle - 1)], word[(middle + 1)..]); // two letters may be turned round in the very middle
        IReadOnlyList<string> outside = left.Length < 2 || right.Length < 2 ? [] : [Begins(word), word[^2..] + "_", .. Grams.Threes(left), .. Grams.Threes(right)];
        return [.. new[] { start, end, outside }.Where(pieces => pieces.Count > 0)];
    }

    private static string Begins(string word) => "_" + word[..2];
}
