using HotelCorporate.Domain.Search;

namespace HotelCorporate.Web.Database;

/// <summary>SQLite's own word index (FTS5) over the pieces of words. A rebuilt table loses its triggers without a word, so they are made at each start.</summary>
internal static class SqliteSearch
{
    public static IReadOnlyList<string> All { get; } = [.. SearchText.Tables.SelectMany(Of)];

    /// <summary>The index is read first, as far as rows are taken.</summary>
    public static string Select(string table) => $$"""SELECT found.* FROM "{{table}}Search" AS pieces CROSS JOIN "{{table}}" AS found ON found."Id" = pieces.rowid WHERE "{{table}}Search" MATCH {0}""";

    public static string Match(GramWish wish) =>
        string.Join(" AND ", wish.Words.Select(choices => $"({string.Join(" OR ", choices.Select(pieces => $"({string.Join(" AND ", pieces.Select(piece => $"\"{piece}\""))})"))})"));

    private static IEnumerable<string> Of(string table) =>
    [
        $"""CREATE VIRTUAL TABLE IF NOT EXISTS "{table}Search" USING fts5(Grams, content='{table}', content_rowid='Id', detail=none, tokenize="unicode61 remove_diacritics 0 tokenchars '_='")""",
        $"""
        CREATE TRIGGER IF NOT EXISTS {table}_found_after_insert AFTER INSERT ON "{table}"
        BEGIN INSERT INTO "{table}Search"(rowid, Grams) VALUES (NEW.Id, NEW.Grams); END;
        """,
        $"""
        CREATE TRIGGER IF NOT EXISTS {table}_found_after_delete AFTER DELETE ON "{table}"
        BEGIN INSERT INTO "{table}Search"("{table}Search", rowid, Grams) VALUES ('delete', OLD.Id, OLD.Grams); END;
        """,
        $"""
        CREATE TRIGGER IF NOT EXISTS {table}_found_after_update AFTER UPDATE OF Grams ON "{table}" WHEN OLD.Grams IS NOT NEW.Grams
        BEGIN
          INSERT INTO "{table}Search"("{table}Search", rowid, Grams) VALUES ('delete', OLD.Id, OLD.Grams);
          INSERT INTO "{table}Search"(rowid, Grams) VALUES (NEW.Id, NEW.Grams);
        END;
        """,
    ];
}
