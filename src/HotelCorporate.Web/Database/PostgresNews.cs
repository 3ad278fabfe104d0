using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HotelCorporate.Web.Database;

/// <summary>Hears on one connection of its own what any node changed (NOTIFY comes with the commit), and hands it to this node's open diaries. On SQLite there is nothing to hear: the one node tells itself.</summary>
internal sealed partial class PostgresNews(IServiceScopeFactory scopes, HotelNews news, ILogger<PostgresNews> log) : BackgroundService
{
    public const string Channel = "hotel_diary";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        string address;
        await using (var scope = scopes.CreateAsyncScope())
        {
            if (scope.ServiceProvider.GetRequiredService<HotelDb>() is not PostgresHotelDb db) return;
            address = new NpgsqlConnectionStringBuilder(db.Address) { Pooling = false, KeepAlive = 30, ApplicationName = "HotelCorporate news" }.ToString();
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(address, stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException or TimeoutException && !stoppingToken.IsCancellationRequested)
            {
                LogDeaf(failure.GetType().Name);
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(string address, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync(cancel);
        connection.Notification += (_, told) =>
        {
            if (int.TryParse(told.Payload, CultureInfo.InvariantCulture, out var property)) news.Publish(property);
        };
        await using (var command = new NpgsqlCommand("LISTEN " + Channel, connection)) await command.ExecuteNonQueryAsync(cancel);
        news.PublishAll();
        while (true) await connection.WaitAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database says nothing of changes ({Kind}): open diaries are told again once it answers.")]
    private partial void LogDeaf(string kind);
}
