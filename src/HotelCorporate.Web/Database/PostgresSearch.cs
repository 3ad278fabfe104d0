using HotelCorporate.Domain.Search;

namespace HotelCorporate.Web.Database;

/// <summary>PostgreSQL's inverted index (GIN) over the pieces of words.</summary>
internal static class PostgresSearch
{
    public static IReadOnlyList<string> All { get; } =
        [.. SearchText.Tables.Select(table => $"""CREATE INDEX IF NOT EXISTS "{table}_found" ON "{table}" USING gin (string_to_array("Grams", ' ')) WITH (fastupdate = off)""")];

    /// <summary>One parameter for each choice of each word, in their order.</summary>
    public static string Select(string table, GramWish wish)
    {
        var next = 0;
        var words = wish.Words.Select(choices => $"({string.Join(" OR ", choices.Select(_ => $$"""string_to_array("Grams", ' ') @> {{{next++}}}"""))})");
        return $"""SELECT * FROM "{table}" WHERE {string.Join(" AND ", words)}""";
    }

    public static object[] Pieces(GramWish wish) => [.. wish.Words.SelectMany(choices => choices).Select(pieces => pieces.ToArray())];
}
