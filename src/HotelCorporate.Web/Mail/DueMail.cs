using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Mail;

/// <summary>Finds the letters that may go now.</summary>
internal static class DueMail
{
    /// <summary>On PostgreSQL the rows are locked and those that another sender has locked are passed over; on SQLite the transaction is the only writer.</summary>
    public static IQueryable<OutboxMail> DueMails(this HotelDb db, Instant now, int atMost) => db is PostgresHotelDb
        ? db.Outbox.FromSql(
            $"""
            SELECT * FROM "Outbox" WHERE "Status" = 'Waiting' AND "NextTryAt" <= {now} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now})
            ORDER BY "NextTryAt", "Id" LIMIT {atMost} FOR UPDATE SKIP LOCKED
            """)
        : db.Outbox.Where(mail => mail.Status == MailStatus.Waiting && mail.NextTryAt <= now && (mail.LeasedUntil == null || mail.LeasedUntil <= now))
            .OrderBy(mail => mail.NextTryAt).ThenBy(mail => mail.Id).Take(atMost);
}
