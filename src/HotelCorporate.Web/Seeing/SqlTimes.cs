using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HotelCorporate.Web.Seeing;

/// <summary>Measures each SQL statement, also one that fails; its text goes into the trace of its request, without values.</summary>
internal sealed class SqlTimes : DbCommandInterceptor
{
    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) => Done(command, eventData, result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Done(command, eventData, result));

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => Done(command, eventData, result);

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Done(command, eventData, result));

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result) => Done(command, eventData, result);

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Done(command, eventData, result));

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Record(command, eventData.StartTime, eventData.Duration, eventData.Exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Record(command, eventData.StartTime, eventData.Duration, eventData.Exception);
        return Task.CompletedTask;
    }

    private static T Done<T>(DbCommand command, CommandExecutedEventData done, T result)
    {
        Record(command, done.StartTime, done.Duration, failure: null);
        return result;
    }

    private static void Record(DbCommand command, DateTimeOffset began, TimeSpan took, Exception? failure)
    {
        Telemetry.Sql.Record(took.TotalMilliseconds, Telemetry.Tag("outcome", failure is null ? "done" : "failed"));
        using var statement = Telemetry.Source.StartActivity("sql", ActivityKind.Client, default(ActivityContext), startTime: began);
        if (statement is null) return;
        statement.SetTag("db.query.text", command.CommandText);
        // Not the failure's message: it may hold a value.
        if (failure is not null) statement.SetStatus(ActivityStatusCode.Error).SetTag("error.type", (failure as DbException)?.SqlState ?? failure.GetType().Name);
        statement.SetEndTime(began.UtcDateTime + took);
    }
}
