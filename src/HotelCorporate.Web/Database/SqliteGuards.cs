namespace HotelCorporate.Web.Database;

/// <summary>What SQLite itself refuses, whatever code writes. A rebuilt table loses its triggers without a word, so they are made at each start.</summary>
internal static class SqliteGuards
{
    public static IReadOnlyList<string> All { get; } =
    [
        """
        CREATE TRIGGER IF NOT EXISTS journal_is_never_changed BEFORE UPDATE ON Journal
        BEGIN SELECT RAISE(ABORT, 'The journal is never changed.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS journal_is_never_deleted BEFORE DELETE ON Journal
        BEGIN SELECT RAISE(ABORT, 'The journal is never deleted.'); END;
        """,
    ];
}
