using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Database;

/// <summary>The last number that a series gave out. Its row stays locked until the transaction ends, so that a number is never lost or given twice.</summary>
public sealed class Counter
{
    public required string Name { get; init; }

    public long Last { get; init; }
}

/// <summary>Takes numbers.</summary>
public static class Counting
{
    /// <summary>The next number of the series, from 1. Call it inside the transaction that uses the number.</summary>
    public static async Task<long> NextAsync(this HotelDb db, string series, CancellationToken cancel)
    {
        var next = await db.Database.SqlQuery<long>(
            $"""INSERT INTO "Counters" ("Name", "Last") VALUES ({series}, 1) ON CONFLICT ("Name") DO UPDATE SET "Last" = "Counters"."Last" + 1 RETURNING "Last" """).ToListAsync(cancel);
        return next[0];
    }

    /// <summary>Lets a series go on after that number.</summary>
    public static Task SetLastAsync(this HotelDb db, string series, long last, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""INSERT INTO "Counters" ("Name", "Last") VALUES ({series}, {last}) ON CONFLICT ("Name") DO UPDATE SET "Last" = {last}""", cancel);

    /// <summary>HC-2026-0142.</summary>
    public static async Task<string> NextBookingReferenceAsync(this HotelDb db, int year, CancellationToken cancel) =>
        $"HC-{year:0000}-{await db.NextAsync($"HC-{year:0000}", cancel):0000}";
}
