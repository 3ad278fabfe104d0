using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HotelCorporate.Web.Tests.Bookings;

public sealed class HeldRoomOnSqlite(SqliteSite site) : HeldRoomTests(site), IClassFixture<SqliteSite>
{
    [Fact]
    public async Task The_triggers_are_there_after_every_start()
    {
        var triggers = await Site.InDatabaseAsync(db => db.Database
            .SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'Holds'").ToListAsync());
        Assert.Equal(["holds_never_overlap_on_insert", "holds_never_overlap_on_update"], triggers.Order(StringComparer.Ordinal));
    }
}

public sealed class HeldRoomOnPostgres(PostgresSite site) : HeldRoomTests(site), IClassFixture<PostgresSite>
{
    [Fact]
    public async Task The_constraint_is_there_after_every_start() =>
        Assert.Equal(["holds_never_overlap"], await Site.InDatabaseAsync(db => db.Database
            .SqlQuery<string>($"""SELECT conname AS "Value" FROM pg_constraint WHERE contype = 'x'""").ToListAsync()));
}

public abstract class HeldRoomTests(HotelSiteFixture site)
{
    private static readonly LocalDate FirstDay = new(2028, 3, 1);

    protected HotelSiteFixture Site => site;

    [Fact]
    public async Task When_an_option_is_over_it_is_lost_and_the_next_in_line_gets_the_room_and_time_to_sign()
    {
        var ids = await InquiriesAsync(3, FirstDay.PlusDays(210), accepted: false);
        var today = new LocalDate(2026, 11, 24);
        foreach (var (id, days) in ids.Zip([0, 0, 30]))
            await MovedAsync(moves => moves.OptionAsync(id, today.PlusDays(days), Actor.Clock, CancellationToken.None));

        var tomorrow = site.Clock.GetCurrentInstant() + Duration.FromDays(1);
        await using var scope = site.Services.CreateAsyncScope();
        var clock = new NodaTime.Testing.FakeClock(tomorrow);
        var due = ActivatorUtilities.CreateInstance<DueBookings>(scope.ServiceProvider, clock, ActivatorUtilities.CreateInstance<BookingMoves>(scope.ServiceProvider, clock));
        await due.MoveAsync(CancellationToken.None);

        var after = await site.InDatabaseAsync(db => db.Bookings.AsNoTracking().Include(booking => booking.Functions)
            .Where(booking => ids.Contains(booking.Id)).OrderBy(booking => booking.Id).ToListAsync());
        Assert.Equal([BookingStatus.Lost, BookingStatus.Tentative, BookingStatus.Tentative], after.Select(booking => booking.Status));
        Assert.True(after[1].Functions[0].IsFirm);
        Assert.True(after[1].OptionEndsAt > tomorrow);
        Assert.True(after[2].Functions[0].IsWaiting);
        Assert.True(await site.InDatabaseAsync(db => db.Journal.AnyAsync(entry => entry.SubjectId == ids[1] && entry.Action == "promote")));
    }

    [Fact]
    public async Task A_booking_that_breaks_does_not_stop_the_clock_for_the_others()
    {
        int[] ids = [.. await InquiriesAsync(1, FirstDay.PlusDays(230), accepted: false), .. await InquiriesAsync(1, FirstDay.PlusDays(231), accepted: false)];
        foreach (var id in ids) await MovedAsync(moves => moves.OptionAsync(id, new LocalDate(2026, 11, 24), Actor.Clock, CancellationToken.None));
        var style = await site.InDatabaseAsync(db => db.Functions.Where(function => function.BookingId == ids[0]).Select(function => function.Style).SingleAsync());
        await StyleAsync(ids[0], "NobodyKnowsIt");
        try
        {
            var said = new Said();
            await using var scope = site.Services.CreateAsyncScope();
            var clock = new NodaTime.Testing.FakeClock(site.Clock.GetCurrentInstant() + Duration.FromDays(1));
            await ActivatorUtilities.CreateInstance<DueBookings>(scope.ServiceProvider, clock, said, ActivatorUtilities.CreateInstance<BookingMoves>(scope.ServiceProvider, clock)).MoveAsync(CancellationToken.None);

            var states = await site.InDatabaseAsync(db => db.Bookings.Where(booking => ids.Contains(booking.Id)).OrderBy(booking => booking.Id).Select(booking => booking.Status).ToListAsync());
            Assert.Equal([BookingStatus.Tentative, BookingStatus.Lost], states);
            var line = Assert.Single(said.Errors);
            Assert.Contains($"Booking {ids[0]} could not be moved", line, StringComparison.Ordinal);
            Assert.DoesNotContain("NobodyKnowsIt", line, StringComparison.Ordinal);
        }
        finally
        {
            await StyleAsync(ids[0], style.ToString());
        }

        Task<int> StyleAsync(int booking, string style) => site.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Functions" SET "Style" = {style} WHERE "BookingId" = {booking}"""));
    }

    [Fact]
    public async Task A_combination_and_its_part_are_not_both_held()
    {
        var spaces = await site.InDatabaseAsync(db => db.Spaces.AsNoTracking().Include(space => space.Atoms).ToListAsync());
        var whole = spaces.First(space => space.IsCombination);
        var part = spaces.First(space => !space.IsCombination && whole.Atoms.Any(atom => atom.AtomId == space.Atoms[0].AtomId));
        var ids = new[]
        {
            Assert.Single(await InquiriesAsync(1, FirstDay.PlusDays(220), accepted: true, whole.Id)),
            Assert.Single(await InquiriesAsync(1, FirstDay.PlusDays(220), accepted: true, part.Id)),
        };
        await MovedAsync(moves => moves.ConfirmAsync(ids[0], Actor.Clock, CancellationToken.None));
        await Assert.ThrowsAsync<RoomTakenException>(() => MovedAsync(moves => moves.ConfirmAsync(ids[1], Actor.Clock, CancellationToken.None)));
    }

    private async Task MovedAsync(Func<BookingMoves, Task> move)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await move(scope.ServiceProvider.GetRequiredService<BookingMoves>());
    }

    /// <summary>As many clients as asked want the same room from 9 to 17.</summary>
    private Task<List<int>> InquiriesAsync(int clients, LocalDate day, bool accepted, int? spaceId = null) => site.InDatabaseAsync(async db =>
    {
        var wanted = spaceId ?? (await db.Spaces.OrderBy(space => space.Id).FirstAsync()).Id;
        var room = await db.Spaces.SingleAsync(space => space.Id == wanted);
        var property = await db.Properties.SingleAsync(property => property.Id == room.PropertyId);
        var account = await db.Accounts.FirstAsync();
        var bookings = Enumerable.Range(1, clients).Select(_ =>
        {
            var booking = Booking.Inquire(property.Id, account.Id, "T" + Guid.NewGuid().ToString("N")[..16], "Race", null, site.Clock.GetCurrentInstant());
            booking.Add(Function.Plan("Meeting", room.Id, SetupStyle.Theatre, day + new LocalTime(9, 0), day + new LocalTime(17, 0), 10, property.Zone));
            if (accepted) booking.Accept("Mira Client", day, null);
            return booking;
        }).ToList();
        db.Bookings.AddRange(bookings);
        await db.SaveChangesAsync();
        return bookings.ConvertAll(booking => booking.Id);
    });

    private sealed class Said : ILogger<DueBookings>
    {
        public List<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error) Errors.Add(formatter(state, exception) + exception);
        }
    }
}
