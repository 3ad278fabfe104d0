using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Mail;

/// <summary>Takes letters from the outbox and sends them, one after another; several nodes may do so at once.</summary>
public sealed partial class MailSender(IServiceScopeFactory scopes, IClock clock, IConfiguration settings, IHostEnvironment environment, ILogger<MailSender> log) : BackgroundService
{
    private const int AtOnce = 20;

    private MailPatience Patience => MailPatience.Of(settings);

    public string From => settings["Mail:From"] is { Length: > 0 } from ? from : "events@hotel.example";

    /// <summary>Sends all that is due; gives how many were taken by the server.</summary>
    /// <param name="cancel">Ends it after the letter at hand; the others of its round are given back.</param>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var sent = 0;
        while (!cancel.IsCancellationRequested && await LeaseAsync(cancel) is { Count: > 0 } leased)
            sent += await SendAsync(leased, cancel);
        return sent;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(Math.Max(0.2, settings.GetValue("Mail:EverySeconds", 2.0))));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                RoundFailed(log, failure);
            }
        }
    }

    /// <summary>Marks the due letters as taken, so that no other sender takes them; on PostgreSQL another one skips what is being marked.</summary>
    private async Task<List<(int Id, int Version)>> LeaseAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
        var now = clock.GetCurrentInstant();
        var due = db.Outbox.Where(mail => mail.Status == MailStatus.Waiting && mail.NextTryAt <= now && (mail.LeasedUntil == null || mail.LeasedUntil <= now));
        if (!await due.AnyAsync(cancel)) return [];

        await using var turn = await db.BeginWriteAsync(cancel);
        var mails = await db.DueMails(now, AtOnce).ToListAsync(cancel);
        mails.ForEach(mail => mail.Lease(now + Patience.InLine));
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return [.. mails.Select(mail => (mail.Id, mail.Version))];
    }

    /// <summary>A letter that breaks the line does not stop the next one, which gets a line of its own. Only when no line can be had the rest waits.</summary>
    private async Task<int> SendAsync(List<(int Id, int Version)> leased, CancellationToken cancel)
    {
        using var carrier = Carrier();
        MailAnswer? closed = null;
        var (sent, next) = (0, 0);
        try
        {
            while (next < leased.Count && !cancel.IsCancellationRequested)
            {
                if (closed is null && (closed = await carrier.OpenAsync(cancel)) is not null) ServerDown(log, closed.Code);
                var answer = await SendAsync(leased[next++], carrier, closed);
                if (answer?.Outcome == Handover.Taken) sent++;
                if (closed is null && answer?.Outcome == Handover.NotTried) ServerDown(log, (closed = answer).Code);
            }
        }
        finally
        {
            if (next < leased.Count) await ReleaseAsync(leased[next..]);
        }

        return sent;
    }

    private async Task<MailAnswer?> SendAsync((int Id, int Version) letter, IMailCarrier carrier, MailAnswer? closed)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return await new LetterSending(scope.ServiceProvider.GetRequiredService<HotelDb>(), clock, Patience, From, log).SendAsync(letter.Id, letter.Version, carrier, closed);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null; // the lease ran out while another letter was slow, and another sender has this one now
        }
    }

    private async Task ReleaseAsync(List<(int Id, int Version)> leased)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
        var ids = leased.ConvertAll(letter => letter.Id);
        foreach (var mail in (await db.Outbox.Where(mail => ids.Contains(mail.Id)).ToListAsync()).Where(mail => leased.Contains((mail.Id, mail.Version)))) mail.Release();
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another sender has one of them by now; the leases of the others run out by themselves.
        }
    }

    private IMailCarrier Carrier()
    {
        var smtp = settings.GetSection("Mail:Smtp");
        return smtp["Host"] is { Length: > 0 } ? new SmtpCarrier(smtp, Patience) : new PickupFolder(Pickup(settings, environment));
    }

    public static string Pickup(IConfiguration settings, IHostEnvironment environment) =>
        Path.Combine(environment.ContentRootPath, settings["Mail:Pickup"] is { Length: > 0 } folder ? folder : "data/mails");

    [LoggerMessage(Level = LogLevel.Error, Message = "No mail can be sent ({Code}); read what the server said at /mails. The letters wait and are tried again each minute.")]
    private static partial void ServerDown(ILogger log, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of sending mail failed.")]
    private static partial void RoundFailed(ILogger log, Exception failure);
}
