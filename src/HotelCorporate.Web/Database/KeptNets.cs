using System.Globalization;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Domain.Quotes;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Database;

/// <summary>Keeps what each booking counts for (<see cref="BookingNet"/>) as it and its offers have it. Each save does this, so no move can forget it.</summary>
internal static class KeptNets
{
    private const string Columns = "\"BookingId\", \"PropertyId\", \"AccountId\", \"Status\", \"FirstOn\", \"CurrencyCode\", \"Month\", \"RevenueClass\", \"MinorUnits\", \"RoomNights\"";

    /// <summary>The statuses that count nothing; those that a version counts with, the best last.</summary>
    private const string Ended = "'Lost', 'TurnedDown', 'Cancelled'";
    private const string Live = "'Draft', 'Sent', 'Accepted'";

    /// <summary>The bookings whose worth the coming save may change: they themselves, or one of their offers.</summary>
    public static Func<IReadOnlyList<int>>? Touched(HotelDb db)
    {
        var offers = db.ChangeTracker.Entries<Quote>().Where(quote => quote.State is EntityState.Added or EntityState.Deleted || quote.Property(one => one.Status).IsModified).Select(quote => quote.Entity).ToList();
        var bookings = db.ChangeTracker.Entries<Booking>()
            .Where(booking => booking.State == EntityState.Modified && (booking.Property(one => one.Status).IsModified || booking.Property(one => one.FirstOn).IsModified || booking.Property(one => one.AccountId).IsModified))
            .Select(booking => booking.Entity).ToList();
        return offers.Count + bookings.Count == 0 ? null : () => [.. offers.Select(quote => quote.BookingId).Concat(bookings.Select(booking => booking.Id)).Distinct().Order()];
    }

    /// <summary>Makes the rows of these bookings anew, one writer of a booking after the other; of all of them where none is named.</summary>
    public static async Task KeepAsync(HotelDb db, IReadOnlyList<int>? bookings, CancellationToken cancel)
    {
        if (bookings is not null) await db.LockBookingsAsync(bookings, cancel);
        var those = bookings is null ? "\"BookingId\" > 0" : $"\"BookingId\" IN ({string.Join(", ", bookings.Select(id => id.ToString(CultureInfo.InvariantCulture)))})";
        var (delete, insert) = ($"DELETE FROM \"BookingNets\" WHERE {those}", $"""
            INSERT INTO "BookingNets" ({Columns})
            SELECT b."Id", b."PropertyId", b."AccountId", b."Status", b."FirstOn", q."CurrencyCode", n."Month", n."RevenueClass", n."MinorUnits", n."RoomNights"
            FROM "Quotes" q JOIN "Bookings" b ON b."Id" = q."BookingId" JOIN "QuoteNets" n ON n."QuoteId" = q."Id"
            WHERE q.{those} AND b."Status" NOT IN ({Ended}) AND q."Status" IN ({Live}) AND NOT EXISTS (
                SELECT 1 FROM "Quotes" o WHERE o."BookingId" = q."BookingId" AND o."CurrencyCode" = q."CurrencyCode" AND o."Status" IN ({Live})
                AND ({Rank("o")} > {Rank("q")} OR (o."Status" = q."Status" AND (o."Revision" > q."Revision" OR (o."Revision" = q."Revision" AND o."Alternative" < q."Alternative")))))
            """);
        await db.Database.ExecuteSqlRawAsync(delete, cancel);
        await db.Database.ExecuteSqlRawAsync(insert, cancel);
    }

    private static string Rank(string quote) => $"CASE {quote}.\"Status\" WHEN 'Accepted' THEN 2 WHEN 'Sent' THEN 1 ELSE 0 END";
}
