using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.SafeKeeping;

public sealed class KillsOnSqlite() : KillTests(new SqliteDatabase());

public sealed class KillsOnPostgres() : KillTests(new PostgresDatabase());

/// <summary>The program is killed again and again while people confirm bookings and issue documents: what was acknowledged is there, and nothing is half there.</summary>
public abstract class KillTests(SiteDatabase database)
{
    private const int Kills = 20;
    private const int StepsBetween = 12;
    private const int Desks = 3;
    private const int Confirmations = 150;
    private const int OfEachDocument = 50;
    private static readonly string[] Documents = ["deposit", "final"];

    [Fact]
    public async Task What_was_acknowledged_is_there_and_nothing_is_half_there()
    {
        List<int> accepted, contracts, begun;
        int before;
        using (var prepared = new PreparedSite(database))
        {
            (accepted, contracts, begun) = (await prepared.AcceptedAsync(Confirmations), await prepared.ContractsAsync(OfEachDocument), await prepared.BegunAsync(OfEachDocument));
            before = await prepared.InDatabaseAsync(db => db.Invoices.CountAsync());
        }

        var random = new Random(20261124);
        string[] addresses = [.. accepted.Select(id => $"/bookings/{id}/confirm"), .. contracts.Select(id => $"/bookings/{id}/invoices/deposit"), .. begun.Select(id => $"/bookings/{id}/invoices/final")];
        random.Shuffle(addresses);
        var steps = new Queue<string>(addresses);
        var site = await SiteProcess.StartAsync(database, Quiet);
        try
        {
            var admin = await site.SignedInAsync("admin@demo.example");
            var fields = await Forms.FieldsAsync(admin, $"/bookings/{accepted[0]}", "/confirm");
            fields["position"] = "1";
            List<string> acknowledged = [];
            for (var round = 0; round < Kills; round++)
            {
                var left = StepsBetween;
                var atWork = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var desks = Task.WhenAll(Enumerable.Range(0, Desks).Select(_ => WorkAsync(() => Interlocked.Decrement(ref left) >= 0, atWork)));
                await atWork.Task;
                using (var moment = new PeriodicTimer(TimeSpan.FromMilliseconds(1 + random.Next(300)))) await moment.WaitForNextTickAsync();
                site.Kill();
                await desks;
                site.Dispose();
                site = await SiteProcess.StartAsync(database, Quiet, admin.Http.BaseAddress!.Port); // nothing but a start, at the same address
            }

            await WorkAsync(() => true, new TaskCompletionSource());
            Assert.Empty(steps);
            Assert.True(acknowledged.Count > addresses.Length / 2, $"Only {acknowledged.Count} were acknowledged: too few to prove anything.");
            await AssertThereAsync(acknowledged, before);
            await HouseRules.HoldAsync(database);

            async Task WorkAsync(Func<bool> goesOn, TaskCompletionSource atWork)
            {
                while (goesOn() && Next() is { } address)
                {
                    try
                    {
                        using var answer = await Forms.SendAsync(admin, address, fields);
                        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                        lock (acknowledged) acknowledged.Add(address);
                        atWork.TrySetResult();
                    }
                    catch (HttpRequestException)
                    {
                        return; // it died before it answered: done or not, but whole
                    }
                }

                atWork.TrySetResult();
            }

            string? Next()
            {
                lock (steps) return steps.TryDequeue(out var step) ? step : null;
            }
        }
        finally
        {
            site.Dispose();
        }
    }

    private static Dictionary<string, string> Quiet { get; } = new(StringComparer.Ordinal) { ["Mail:EverySeconds"] = "86400" };

    private async Task AssertThereAsync(List<string> acknowledged, int before)
    {
        await using var db = database.Open();
        var done = (await db.Bookings.Where(booking => booking.Status == BookingStatus.Definite).Select(booking => booking.Id).ToListAsync()).Select(id => $"/bookings/{id}/confirm").ToHashSet(StringComparer.Ordinal);
        var issued = await db.Invoices.Select(invoice => new { invoice.BookingId, invoice.Kind, invoice.Series }).ToListAsync();
        done.UnionWith(issued.Select(invoice => $"/bookings/{invoice.BookingId}/invoices/{Documents[invoice.Kind == InvoiceKind.Final ? 1 : 0]}"));
        Assert.Empty(acknowledged.Except(done, StringComparer.Ordinal));
        Assert.All((string[])["REQ-TIA", "INV-TIA"], series => Assert.True(issued.Count(invoice => invoice.Series.StartsWith(series, StringComparison.Ordinal)) > OfEachDocument / 2));
        Assert.Equal(issued.Count - before, await db.Outbox.CountAsync(mail => mail.InvoiceId != null)); // each document with its letter
    }
}
