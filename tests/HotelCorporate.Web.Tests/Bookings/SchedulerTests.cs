using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.Bookings;

public sealed class SchedulerOnSqlite(SqliteSite site) : SchedulerTests(site), IClassFixture<SqliteSite>;

public sealed class SchedulerOnPostgres(PostgresSite site) : SchedulerTests(site), IClassFixture<PostgresSite>;

/// <summary>The house's clock through weeks, across both clock changes, with rounds that are killed and two nodes at once: nothing twice, nothing skipped.</summary>
public abstract class SchedulerTests(HotelSiteFixture site)
{
    private static readonly LocalDate EventDay = new(2028, 11, 7);
    private readonly Ballroom _house = new(site);

    [Theory]
    [InlineData(2027, 3, 10, 11)]
    [InlineData(2027, 10, 15, 12)]
    public async Task Whatever_happens_in_these_weeks_nothing_is_done_twice_and_nothing_is_skipped(int year, int month, int day, int seed)
    {
        var random = new Random(seed);
        var start = Instant.FromUtc(year, month, day, 7, 0);
        site.Clock.Reset(start);
        var ids = new List<int>();
        for (var i = 0; i < 6; i++) ids.Add(await _house.InquiryAsync(EventDay.PlusDays(seed * 3), name: $"Walk {seed} {i}"));
        for (var step = 0; step < 45; step++)
        {
            var id = ids[random.Next(ids.Count)];
            await TryAsync(random.Next(6) switch
            {
                0 or 1 => moves => moves.OptionAsync(id, _house.Today.PlusDays(random.Next(0, 9)), Actor.Clock, CancellationToken.None),
                2 => moves => moves.ChallengeAsync(id, random.Next(1, 20), Actor.Clock, CancellationToken.None),
                3 => moves => moves.ExtendAsync(id, CancellationToken.None),
                4 => moves => moves.ReleaseAsync(id, "", CancellationToken.None),
                _ => moves => moves.ProlongAsync(id, _house.Today.PlusDays(random.Next(0, 6)), "asked", Actor.Clock, CancellationToken.None),
            });
            site.Clock.Advance(Duration.FromMinutes(random.Next(30, 2_400)));
            if (random.Next(3) == 0) await _house.KilledRoundAsync(random.Next(0, 12));
            if (random.Next(4) == 0) continue; // the process is down for a while
            await Task.WhenAll(_house.RoundAsync(), _house.RoundAsync()); // two nodes
            await _house.RoundAsync();
            await CheckAsync(ids, start);
        }

        await _house.RoundAsync();
        await CheckAsync(ids, start);
        Assert.True(await site.InDatabaseAsync(db => db.Outbox.CountAsync(mail => ids.Contains(mail.BookingId!.Value))) > 10); // something did happen
    }

    private async Task CheckAsync(List<int> ids, Instant start)
    {
        var now = site.Clock.GetCurrentInstant();
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
        var bookings = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).Where(booking => ids.Contains(booking.Id)).ToListAsync();
        var holds = await db.Holds.AsNoTracking().Where(hold => hold.BookingId != null && ids.Contains(hold.BookingId.Value)).ToListAsync();
        var property = await db.Properties.AsNoTracking().OrderBy(property => property.Id).FirstAsync();

        // Nothing is skipped.
        Assert.DoesNotContain(bookings, booking => booking.HasLapsed(property.Today(now), now));
        Assert.Empty(await db.Deadlines.Where(row => row.WakesAt <= now).ToListAsync());

        // Every waiting function has a firm one in its way; at most one holds the room; what does not hold has nothing.
        var firm = bookings.SelectMany(booking => booking.Functions).Where(function => function.IsFirm).ToList();
        Assert.True(firm.Count <= 1);
        Assert.Equal(firm.Select(function => (int?)function.Id), holds.Select(hold => hold.FunctionId).Distinct());
        foreach (var booking in bookings)
        {
            if (booking.Functions[0].IsWaiting) Assert.Single(firm);
            if (!booking.Holds) Assert.DoesNotContain(holds, hold => hold.BookingId == booking.Id);
            Assert.Equal(booking.ChallengeEndsAt is not null, await db.Challenges.AnyAsync(challenge => challenge.BookingId == booking.Id && challenge.Outcome == ChallengeOutcome.Open));
        }

        // Nothing is done twice: as many letters as the journal says that there were reasons for, each to the one reader.
        foreach (var (kind, action) in new[] { (MailKind.Reminder, "remind"), (MailKind.OptionLapsed, "lapse"), (MailKind.Challenge, "challenge"), (MailKind.Promoted, "promote") })
        {
            var letters = await db.Outbox.Where(mail => mail.Kind == kind && ids.Contains(mail.BookingId!.Value)).GroupBy(mail => mail.BookingId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count);
            var reasons = await db.Journal.Where(entry => entry.Action == action && entry.Subject == nameof(Booking) && ids.Contains(entry.SubjectId) && (action != "challenge" || entry.Why != null)).GroupBy(entry => entry.SubjectId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count);
            Assert.Equal(reasons.OrderBy(row => row.Key), letters.OrderBy(row => row.Key));
        }

        Assert.All(await db.Journal.Where(entry => entry.Action == "lapse" && ids.Contains(entry.SubjectId)).GroupBy(entry => entry.SubjectId).Select(group => group.Count()).ToListAsync(), count => Assert.Equal(1, count));
        Assert.True(start < now);
    }

    private async Task TryAsync(Func<BookingMoves, Task> move)
    {
        try
        {
            await _house.MovedAsync(move);
        }
        catch (HouseRuleException)
        {
            // The rules of the house say no to most of it.
        }
        catch (RoomTakenException)
        {
        }
    }
}
