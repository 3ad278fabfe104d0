using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Mail;

/// <summary>Takes letters from the outbox and sends them, one after another; several nodes may do so at once.</summary>
public sealed partial class MailSender(IServiceScopeFactory scopes, IClock clock, IConfiguration settings, IHostEnvironment environment, ILogger<MailSender> log) : BackgroundService
{
    private const int AtOnce = 20;
    private static readonly Duration Lease = Duration.FromMinutes(10);

    public string From => settings["Mail:From"] is { Length: > 0 } from ? from : "events@hotel.example";

    /// <summary>Sends all that is due; gives how many were taken by the server.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var sent = 0;
        while (await LeaseAsync(cancel) is { Count: > 0 } leased)
        {
            using var carrier = Carrier();
            var closed = await carrier.OpenAsync(cancel);
            if (closed is not null) ServerDown(log, closed);
            foreach (var id in leased)
            {
                var (outcome, answer) = await SendAsync(id, carrier, closed, cancel);
                if (outcome == Handover.Taken) sent++;
                if (outcome == Handover.NotTried) closed ??= answer;
            }
        }

        return sent;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(Math.Max(0.2, settings.GetValue("Mail:EverySeconds", 2.0))));
        do
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
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Marks the due letters as taken, so that no other sender takes them; on PostgreSQL another one skips what is being marked.</summary>
    private async Task<List<int>> LeaseAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
        var now = clock.GetCurrentInstant();
        var due = db.Outbox.Where(mail => mail.Status == MailStatus.Waiting && mail.NextTryAt <= now && (mail.LeasedUntil == null || mail.LeasedUntil <= now));
        if (!await due.AnyAsync(cancel)) return [];

        await using var turn = await db.Database.BeginTransactionAsync(cancel);
        var mails = await db.DueMails(now, AtOnce).ToListAsync(cancel);
        mails.ForEach(mail => mail.Lease(now + Lease));
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return [.. mails.Select(mail => mail.Id)];
    }

    private async Task<(Handover Outcome, string Answer)> SendAsync(int id, IMailCarrier carrier, string? closed, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
        var mail = await db.Outbox.SingleAsync(mail => mail.Id == id, cancel);
        if (mail.Content is null)
        {
            try
            {
                var (subject, content) = MailComposer.Compose(mail, From);
                mail.Compose(subject, content);
                await db.SaveChangesAsync(cancel);
            }
            catch (Exception failure) when (failure is not OperationCanceledException and not DbUpdateException)
            {
                // One letter that cannot be written must not stand in the way of the others.
                mail.WasRefused(clock.GetCurrentInstant(), "This letter could not be written: " + failure.Message);
                Alarm(db, mail);
                CouldNotCompose(log, id, failure);
                await db.SaveChangesAsync(cancel);
                return (Handover.Refused, failure.Message);
            }
        }

        var (outcome, answer) = (Handover.NotTried, closed ?? "");
        if (closed is null)
        {
            mail.HandOver();
            await db.SaveChangesAsync(cancel);
            (outcome, answer) = await carrier.HandOverAsync(From, mail.RecipientAddress, mail.MessageId, mail.Content!, cancel);
        }

        var now = clock.GetCurrentInstant();
        switch (outcome)
        {
            case Handover.Taken: mail.WasSent(now, answer); break;
            case Handover.PutOff: mail.WasPutOff(now, answer); break;
            case Handover.Refused: mail.WasRefused(now, answer); break;
            default: mail.CouldNotBeTried(now + Duration.FromMinutes(1), answer); break;
        }

        if (mail.Status == MailStatus.Sent && mail.BookingId is { } booking) db.Note(Actor.Clock, now, "Booking", booking, "mail sent", null, mail.Kind.ToString(), mail.Subject);
        if (mail.Status == MailStatus.Failed) Alarm(db, mail);
        await db.SaveChangesAsync(CancellationToken.None); // sent is sent: it is marked even when the site is stopping
        return (outcome, answer);
    }

    private void Alarm(HotelDb db, OutboxMail mail)
    {
        GaveUp(log, mail.Id, mail.LastAnswer);
        db.Note(Actor.Clock, clock.GetCurrentInstant(), mail.BookingId is null ? "Mail" : "Booking", mail.BookingId ?? mail.Id, "mail failed", null, mail.Kind.ToString(), mail.LastAnswer);
    }

    private IMailCarrier Carrier()
    {
        var smtp = settings.GetSection("Mail:Smtp");
        return smtp["Host"] is { Length: > 0 } ? new SmtpCarrier(smtp) : new PickupFolder(Pickup(settings, environment));
    }

    public static string Pickup(IConfiguration settings, IHostEnvironment environment) =>
        Path.Combine(environment.ContentRootPath, settings["Mail:Pickup"] is { Length: > 0 } folder ? folder : "data/mails");

    [LoggerMessage(Level = LogLevel.Error, Message = "No mail can be sent: {Reason}. The letters wait and are tried again each minute.")]
    private static partial void ServerDown(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of sending mail failed.")]
    private static partial void RoundFailed(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Id} could not be written.")]
    private static partial void CouldNotCompose(ILogger log, int id, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Id} failed for good: {Answer}")]
    private static partial void GaveUp(ILogger log, int id, string? answer);
}
