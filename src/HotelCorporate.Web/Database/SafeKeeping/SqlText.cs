using System.Data.Common;

namespace HotelCorporate.Web.Database.SafeKeeping;

/// <summary>Statements over tables that are known only when the program runs. Their names come from the database's own catalogue, quoted.</summary>
internal static class SqlText
{
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static DbCommand Command(this DbConnection connection, string text, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names are quoted, values are parameters.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static async Task<int> DoAsync(this DbConnection connection, string text, CancellationToken cancel, params (string Name, object Value)[] values)
    {
        await using var command = connection.Command(text, values);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    public static async Task<List<T>> ListAsync<T>(this DbConnection connection, string text, Func<DbDataReader, T> row, CancellationToken cancel, params (string Name, object Value)[] values)
    {
        await using var command = connection.Command(text, values);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel)) rows.Add(row(reader));
        return rows;
    }

    public static Task<List<string>> NamesAsync(this DbConnection connection, string text, CancellationToken cancel) => connection.ListAsync(text, row => row.GetString(0), cancel);
}
