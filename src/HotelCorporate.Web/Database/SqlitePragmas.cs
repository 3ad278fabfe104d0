using System.Data.Common;
using System.Runtime.CompilerServices;
using HotelCorporate.Domain.Accounts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace HotelCorporate.Web.Database;

/// <summary>Each connection waits for its turn to write and keeps what it acknowledged through a power cut. Said once to each real connection: the pool hands it out again and again.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>Recursive triggers: what REPLACE takes away is deleted before the eyes of the guards.</summary>
    private const string Pragmas = "PRAGMA busy_timeout=30000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA cache_size=-2000;";

    private static readonly ConditionalWeakTable<sqlite3, object> Told = [];

    /// <summary>A connection is one request's at a time and nobody reads how much memory SQLite took: it need not lock at each call. Said before the first connection of the program; a later word is not heard.</summary>
    static SqlitePragmas()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(connection); // SQLite works within the process: there is nothing to wait for
        return Task.CompletedTask;
    }

    /// <summary>As <see cref="HotelDb.Folded"/> promises.</summary>
    private static void Fold(sqlite3_context answer, object data, sqlite3_value[] asked)
    {
        if (raw.sqlite3_value_type(asked[0]) == raw.SQLITE_NULL) raw.sqlite3_result_null(answer);
        else raw.sqlite3_result_text(answer, NameInText.Folded(raw.sqlite3_value_text(asked[0]).utf8_to_string()));
    }

    private static void Tell(DbConnection connection)
    {
        if (((SqliteConnection)connection).Handle is not { } handle || !Told.TryAdd(handle, Pragmas)) return;
        _ = raw.sqlite3_create_function(handle, "hotel_folded", 1, raw.SQLITE_DETERMINISTIC, null, Fold);
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
