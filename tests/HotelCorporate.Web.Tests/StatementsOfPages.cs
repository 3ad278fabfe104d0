using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HotelCorporate.Web.Tests;

/// <summary>Collects the statements that are asked while a page is made; what the clock and the mail sender ask is not among them.</summary>
public sealed class StatementsOfPages : DbCommandInterceptor
{
    private static readonly HttpContextAccessor Request = new();

    private readonly ConcurrentQueue<string> _asked = new();

    /// <summary>The statements since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_asked.TryDequeue(out var statement)) taken.Add(statement);
        return taken;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return base.ScalarExecutingAsync(command, eventData, result, cancellationToken);
    }

    /// <summary>Once a minute the sign-in is looked up again: that belongs to no page.</summary>
    private void Note(DbCommand command)
    {
        if (Request.HttpContext is not null && !command.CommandText.Contains("AspNet", StringComparison.Ordinal)) _asked.Enqueue(command.CommandText);
    }
}
