using System.Data.Common;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Seeing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Mail;

/// <summary>Sends one letter that a sender has leased, and writes down what became of it. Once begun it is finished, even when the site ends.</summary>
internal sealed partial class LetterSending(HotelDb db, IClock clock, MailPatience patience, string from, ILogger log)
{
    /// <param name="version">The letter's as it was leased.</param>
    /// <param name="closed">Why no letter can go now; null when the carrier is open.</param>
    /// <exception cref="DbUpdateConcurrencyException">Another sender has the letter.</exception>
    public async Task<MailAnswer> SendAsync(int id, int version, IMailCarrier carrier, MailAnswer? closed)
    {
        using var work = Telemetry.Begin("mail", Telemetry.Mails);
        work.About("mail", id);
        var mail = await db.Outbox.SingleAsync(mail => mail.Id == id);
        if (mail.Version != version) throw new DbUpdateConcurrencyException("Another sender has the letter.");
        var answer = await ComposeAsync(mail) ?? closed;
        if (answer is null)
        {
            mail.HandOver(clock.GetCurrentInstant() + Duration.FromTimeSpan(patience.Letter));
            await db.SaveChangesAsync();
            answer = await carrier.HandOverAsync(from, mail.RecipientAddress, mail.MessageId, mail.Content!);
        }

        work.Outcome = answer.Outcome.ToString();
        await MarkAsync(mail, answer, clock.GetCurrentInstant());
        await db.SaveChangesAsync();
        return answer;
    }

    /// <summary>Writes the letter before its first try. One that cannot be written must not stand in the way of the others.</summary>
    private async Task<MailAnswer?> ComposeAsync(OutboxMail mail)
    {
        if (mail.Content is not null) return null;
        try
        {
            var facts = MailFactsJson.Read(mail.Facts);
            var (subject, content) = MailComposer.Compose(mail, facts with { Hotel = await db.WithLogoAsync(facts.Hotel, CancellationToken.None) }, from);
            mail.Compose(subject, content);
            return null;
        }
        catch (Exception failure) when (failure is not DbException)
        {
            return new(Handover.Refused, failure.GetType().Name, "This letter could not be written. Tell an administrator its number.");
        }
    }

    private async Task MarkAsync(OutboxMail mail, MailAnswer answer, Instant now)
    {
        switch (answer.Outcome)
        {
            case Handover.Taken: mail.WasSent(now, answer.Words); break;
            case Handover.PutOff or Handover.Unanswered: mail.WasPutOff(now, answer.Words); break;
            case Handover.Refused: mail.WasRefused(now, answer.Words); break;
            case Handover.Unknown: mail.WasCutOff(now, answer.Words); break;
            default: mail.CouldNotBeTried(now + Duration.FromMinutes(1), answer.Words); break;
        }

        if (mail.Status == MailStatus.Sent) await SentAsync(mail, now);
        if (mail.Status == MailStatus.Failed) await FailedAsync(mail, answer.Code, now);
    }

    private async Task SentAsync(OutboxMail mail, Instant now)
    {
        Note(mail, "mail sent", $"mail {mail.Id}", now);
        foreach (var task in await db.Tasks.Where(task => task.MailId == mail.Id && task.DoneAt == null).ToListAsync())
        {
            task.Finish(null, now);
            db.Note(Actor.Clock, now, "Task", task.Id, "done", why: $"mail {mail.Id} was sent");
        }
    }

    private async Task FailedAsync(OutboxMail mail, string code, Instant now)
    {
        GaveUp(log, mail.Id, code);
        Note(mail, "mail failed", $"mail {mail.Id}: {code}", now);
        if (await db.Tasks.AnyAsync(task => task.MailId == mail.Id && task.DoneAt == null)) return;
        var hotel = await db.Properties.AsNoTracking().SingleAsync(property => property.Id == mail.PropertyId);
        db.Tasks.Add(new DeskTask(mail.PropertyId, mail.BookingId, $"Mail {mail.Id} failed: correct the address or call the client, then send it again", hotel.Today(now), null, now) { MailId = mail.Id });
    }

    /// <summary>On the booking's timeline; a letter without one has its own. Ids and codes only: the journal cannot be corrected.</summary>
    private void Note(OutboxMail mail, Sentence action, Sentence why, Instant now) =>
        db.Note(Actor.Clock, now, mail.BookingId is null ? "Mail" : "Booking", mail.BookingId ?? mail.Id, action, null, mail.Kind.ToString(), why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Id} failed for good ({Code}); read why at /mails.")]
    private static partial void GaveUp(ILogger log, int id, string code);
}
