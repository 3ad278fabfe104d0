using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests;

public sealed class RacesOnSqlite(SqliteSite site) : RaceTests(site), IClassFixture<SqliteSite>;

public sealed class RacesOnPostgres(PostgresSite site) : RaceTests(site), IClassFixture<PostgresSite>;

/// <summary>Many people want one room at once, over HTTP. Each round is a day of its own.</summary>
public abstract class RaceTests(HotelSiteFixture site)
{
    private const int Rounds = 20;
    private const int AtOnce = 200;

    [Fact]
    public async Task Of_two_hundred_who_go_definite_on_one_stretch_exactly_one_wins()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        for (var round = 0; round < Rounds; round++)
        {
            var bookings = await MakeAsync(new LocalDate(2028, 3, 1).PlusDays(round), accepted: true);
            var answers = await AllAtOnceAsync(browser, bookings, id => ($"/bookings/{id}/confirm", new Dictionary<string, string>()));

            Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.Redirect));
            Assert.Equal(AtOnce - 1, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
            var winner = await site.InDatabaseAsync(db => db.Bookings.AsNoTracking().SingleAsync(booking => bookings.Contains(booking.Id) && booking.Status == BookingStatus.Definite));
            Assert.All(answers.Where(answer => answer.Status == HttpStatusCode.Conflict), answer => Assert.Contains($"is held by {winner.Reference}", answer.Body, StringComparison.Ordinal));
            Assert.Equal(1, await HoldsAsync(bookings));
        }
    }

    [Fact]
    public async Task Of_two_hundred_options_one_is_firm_and_the_others_wait_in_order()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        for (var round = 0; round < Rounds; round++)
        {
            var bookings = await MakeAsync(new LocalDate(2028, 6, 1).PlusDays(round), accepted: false);
            var answers = await AllAtOnceAsync(browser, bookings, id => ($"/bookings/{id}/option", new() { ["optionOn"] = "2026-12-24" }));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
            var functions = await site.InDatabaseAsync(db => db.Functions.AsNoTracking().Where(function => bookings.Contains(function.BookingId)).ToListAsync());
            var firm = Assert.Single(functions, function => function.IsFirm);
            Assert.Equal(AtOnce, functions.Select(function => function.QueuedAs).Distinct().Count());
            Assert.All(functions, function => Assert.True(function.IsFirm || function.QueuedAs > firm.QueuedAs));
            Assert.Equal(1, await HoldsAsync(bookings));
        }
    }

    [Fact]
    public async Task When_the_first_one_is_lost_the_next_in_line_moves_up_by_itself()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var bookings = await MakeAsync(new LocalDate(2028, 9, 1), accepted: false, count: 3);
        foreach (var id in bookings)
            Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync($"/bookings/{id}/option", new() { ["optionOn"] = "2026-12-24" }, $"/bookings/{id}")).StatusCode);
        Assert.Contains("Rank 3", (await browser.PageAsync($"/bookings/{bookings[2]}")).Body!.TextContent, StringComparison.Ordinal);

        await browser.PostAsync($"/bookings/{bookings[0]}/lose", new() { ["reason"] = "Price" }, $"/bookings/{bookings[0]}");

        Assert.Contains("Firm", (await browser.PageAsync($"/bookings/{bookings[1]}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Rank 2", (await browser.PageAsync($"/bookings/{bookings[2]}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_code_writes_the_database_refuses_an_overlap()
    {
        var bookings = await MakeAsync(new LocalDate(2028, 10, 1), accepted: false, count: 1);
        await site.InDatabaseAsync(async db =>
        {
            var function = await db.Functions.SingleAsync(function => function.BookingId == bookings[0]);
            var atom = await db.Atoms.FirstAsync();
            var from = Instant.FromUtc(2029, 1, 1, 8, 0);
            db.Holds.Add(new Hold(bookings[0], function.Id, atom.Id, 0, from, from + Duration.FromHours(4)));
            await db.SaveChangesAsync();
            // One that starts as the first ends is welcome; one that overlaps it by a second is not, inserted or moved there.
            var touching = new Hold(bookings[0], function.Id, atom.Id, 0, from + Duration.FromHours(4), from + Duration.FromHours(5));
            db.Holds.Add(touching);
            await db.SaveChangesAsync();
            db.Holds.Add(new Hold(bookings[0], function.Id, atom.Id, 0, from + Duration.FromHours(4) - Duration.FromSeconds(1), from + Duration.FromHours(4)));
            var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            Assert.True(db.IsGuardRefusal(refusal));
            db.ChangeTracker.Clear();
            var id = touching.Id;
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Holds.Where(hold => hold.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(hold => hold.From, from + Duration.FromHours(3))));
            return 0;
        });
    }

    private Task<int> HoldsAsync(List<int> bookings) =>
        site.InDatabaseAsync(db => db.Holds.CountAsync(hold => hold.BookingId != null && bookings.Contains(hold.BookingId.Value)));

    private async Task<List<int>> MakeAsync(LocalDate day, bool accepted, int count = AtOnce) => await site.InDatabaseAsync(async db =>
    {
        var property = await db.Properties.OrderBy(property => property.Id).FirstAsync();
        var account = await db.Accounts.OrderBy(account => account.Id).FirstAsync();
        var space = await db.Spaces.SingleAsync(space => space.PropertyId == property.Id && space.Name == "Balmoral");
        var bookings = new List<Booking>();
        for (var i = 0; i < count; i++)
        {
            var booking = Booking.Inquire(property.Id, account.Id, await db.NextBookingReferenceAsync(2028, CancellationToken.None), $"Race {i}", ownerId: null, site.Clock.GetCurrentInstant());
            booking.Add(Function.Plan("Meeting", space.Id, SetupStyle.Theatre, day.At(new LocalTime(9, 0)), day.At(new LocalTime(17, 0)), 30, property.Zone));
            if (accepted) booking.Accept("A. Client", new LocalDate(2026, 11, 20), "PO 1");
            bookings.Add(booking);
        }

        db.Bookings.AddRange(bookings);
        await db.SaveChangesAsync();
        return bookings.ConvertAll(booking => booking.Id);
    });

    private static async Task<(HttpStatusCode Status, string Body)[]> AllAtOnceAsync(
        HotelBrowser browser, List<int> bookings, Func<int, (string Address, Dictionary<string, string> Fields)> form)
    {
        // One page gives the person's antiforgery token; it is good for each form of theirs.
        var page = await browser.PageAsync($"/bookings/{bookings[0]}");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await Task.WhenAll(bookings.Select(async id =>
        {
            var (address, fields) = form(id);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]) };
            request.Headers.Accept.ParseAdd("application/json"); // the same refusal without drawing thousands of pages around it
            using var answer = await browser.Http.SendAsync(request);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }));
    }
}
