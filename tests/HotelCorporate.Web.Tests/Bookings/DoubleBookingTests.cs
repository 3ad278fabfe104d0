using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Features.Bookings;
using HotelCorporate.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Tests.Bookings;

public sealed class DoubleBookingOnSqlite(SqliteSite site) : DoubleBookingTests(site), IClassFixture<SqliteSite>
{
    [Fact]
    public async Task The_triggers_are_there_after_every_start()
    {
        var triggers = await Site.InDatabaseAsync(db => db.Database
            .SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'Holds'").ToListAsync());
        Assert.Equal(["holds_never_overlap_on_insert", "holds_never_overlap_on_update"], triggers.Order(StringComparer.Ordinal));
    }
}

public sealed class DoubleBookingOnPostgres(PostgresSite site) : DoubleBookingTests(site), IClassFixture<PostgresSite>
{
    [Fact]
    public async Task The_constraint_is_there_after_every_start() =>
        Assert.Equal(["holds_never_overlap"], await Site.InDatabaseAsync(db => db.Database
            .SqlQuery<string>($"""SELECT conname AS "Value" FROM pg_constraint WHERE contype = 'x'""").ToListAsync()));
}

public abstract class DoubleBookingTests(HotelSiteFixture site)
{
    private const int AtOnce = 200;
    private const int Rounds = 20;
    private static readonly LocalDate FirstDay = new(2028, 3, 1);

    protected HotelSiteFixture Site => site;

    [Fact]
    public async Task Of_200_that_go_definite_on_one_stretch_exactly_one_does()
    {
        var (browser, token) = await SellerAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var ids = await InquiriesAsync(AtOnce, FirstDay.PlusDays(round), accepted: true);
            var answers = await Task.WhenAll(ids.Select(id => SendAsync(browser, token, $"/bookings/{id}/confirm", [])));

            Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.Redirect));
            Assert.Equal(AtOnce - 1, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
            var winner = await site.InDatabaseAsync(db => db.Bookings.AsNoTracking()
                .SingleAsync(booking => ids.Contains(booking.Id) && booking.Status == BookingStatus.Definite));
            Assert.All(answers.Where(answer => answer.Status == HttpStatusCode.Conflict), answer => Assert.Contains(winner.Reference, answer.Body, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Of_200_options_on_one_stretch_one_is_firm_and_199_wait_in_order()
    {
        var (browser, token) = await SellerAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var ids = await InquiriesAsync(AtOnce, FirstDay.PlusDays(100 + round), accepted: false);
            var until = LocalDatePattern.Iso.Format(new LocalDate(2027, 12, 1));
            var answers = await Task.WhenAll(ids.Select(id => SendAsync(browser, token, $"/bookings/{id}/option", new() { ["optionOn"] = until })));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
            var functions = await site.InDatabaseAsync(db => db.Functions.AsNoTracking().Where(function => ids.Contains(function.BookingId)).ToListAsync());
            Assert.Single(functions, function => function.IsFirm);
            Assert.Equal(AtOnce, functions.Select(function => function.QueuedAs).Distinct().Count());
            Assert.True(functions.Single(function => function.IsFirm).QueuedAs == functions.Min(function => function.QueuedAs));
        }
    }

    [Fact]
    public async Task The_database_itself_refuses_an_overlap_whatever_code_writes()
    {
        var id = Assert.Single(await InquiriesAsync(1, FirstDay.PlusDays(200), accepted: true));
        await MovedAsync(moves => moves.ConfirmAsync(id, Actor.Clock, CancellationToken.None));
        await site.InDatabaseAsync(async db =>
        {
            var held = await db.Holds.AsNoTracking().FirstAsync(hold => hold.BookingId == id);
            var late = held.Until - Duration.FromMinutes(1);
            db.Holds.Add(new Hold(held.BookingId, held.FunctionId, held.AtomId, held.Lane, late, held.Until + Duration.FromHours(1)));
            Assert.True(db.IsGuardRefusal(await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync())));

            db.ChangeTracker.Clear();
            db.Holds.Add(new Hold(held.BookingId, held.FunctionId, held.AtomId, held.Lane, held.Until, held.Until + Duration.FromHours(1)));
            await db.SaveChangesAsync();
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
                db.Holds.Where(hold => hold.BookingId == id && hold.From == held.Until).ExecuteUpdateAsync(set => set.SetProperty(hold => hold.From, late)));
            return 0;
        });
    }

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
        var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
        var due = ActivatorUtilities.CreateInstance<DueBookings>(scope.ServiceProvider, clock, new BookingMoves(db, clock));
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

    private async Task<(HotelBrowser Browser, string Token)> SellerAsync()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var page = await browser.PageAsync("/bookings/new");
        return (browser, page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(HotelBrowser browser, string token, string address, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = token;
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await browser.Http.PostAsync(new Uri(address, UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
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
}
