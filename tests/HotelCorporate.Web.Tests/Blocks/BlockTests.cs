using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.Blocks;

public sealed class BlocksOnSqlite(SqliteSite site) : BlockTests(site), IClassFixture<SqliteSite>;

public sealed class BlocksOnPostgres(PostgresSite site) : BlockTests(site), IClassFixture<PostgresSite>;

/// <summary>Bedrooms of a booking from the first number typed to the day after the cut-off: there are eight suites.</summary>
public abstract class BlockTests(HotelSiteFixture site)
{
    [Fact]
    public async Task An_accepted_offer_is_the_block_an_amended_one_counts_once_and_a_cancelled_booking_gives_all_back()
    {
        var (booking, suite, night) = (await site.BookingAsync(new(2027, 10, 11)), await site.SuiteAsync(), new LocalDate(2027, 10, 11));
        await site.AcceptAsync(booking, 1, suite, (night, 5));
        var block = await site.BlockAsync(booking);
        Assert.Equal((5, 5, true, night.PlusDays(-30)), (block.Agreed, block.Held, block.IsContracted, block.CutOffOn!.Value));
        Assert.Equal(3, await site.FreeAsync(suite, night));
        await site.AcceptAsync(booking, 2, suite, (night, 6), (night.PlusDays(1), 2));
        Assert.Equal((2, 6), (await site.FreeAsync(suite, night), await site.FreeAsync(suite, night.PlusDays(1))));

        var sales = await site.SignedInAsync("sales@demo.example");

        await sales.SendShownAsync($"/bookings/{booking}/cancellation", $"/bookings/{booking}/cancel", new() { ["reason"] = "The company moved" });
        Assert.Equal(BookingStatus.Cancelled, await site.InDatabaseAsync(db => db.Bookings.Where(found => found.Id == booking).Select(found => found.Status).SingleAsync()));
        Assert.Equal(8, await site.FreeAsync(suite, night));
        Assert.Null((await sales.PageAsync($"/bookings/{booking}/block")).QuerySelector($"form[action='/bookings/{booking}/block/add']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{booking}/block/reduce", new() { ["Rooms"] = "1", ["Reason"] = "Late" }, "/me")).StatusCode);
    }

    [Fact]
    public async Task An_amendment_whose_bedrooms_are_gone_is_recorded_and_confirmed_once_the_house_has_them()
    {
        var (amended, other, suite, night) = (await site.BookingAsync(new(2027, 10, 18)), await site.BookingAsync(new(2027, 10, 25)), await site.SuiteAsync(), new LocalDate(2027, 10, 18));
        await site.AcceptAsync(amended, 1, suite, (night, 2));
        await site.AcceptAsync(other, 1, suite, (night, 5));
        await site.AcceptAsync(amended, 2, suite, (night, 4));
        Assert.Equal((4, 2, AttritionBasis.Cumulative, 0.75m), (await site.BlockAsync(amended) is var short1 ? short1.Agreed : 0, short1.Held, short1.Basis, short1.Damage));
        Assert.Equal([MailKind.Confirmation, MailKind.AcceptedWaiting], await LettersAsync());
        var sales = await site.SignedInAsync("sales@demo.example");
        Assert.Contains("bedrooms: 4 Suite", (await sales.PageAsync($"/bookings/{amended}")).Words(), StringComparison.Ordinal);
        Assert.Single(await site.InDatabaseAsync(db => db.Tasks.Where(task => task.BookingId == amended).Select(task => task.Text).ToListAsync()), text => text.ToString().Contains("the house lacks bedrooms: 4 Suite", StringComparison.Ordinal));

        await SettleAsync();
        Assert.Equal(2, (await LettersAsync()).Count); // still gone: nobody is told anything new
        await sales.SendShownAsync($"/bookings/{other}/cancellation", $"/bookings/{other}/cancel", new() { ["reason"] = "The company moved" });
        await SettleAsync();
        Assert.Equal([MailKind.Confirmation, MailKind.AcceptedWaiting, MailKind.Confirmation], await LettersAsync());
        Assert.Equal(4, (await site.BlockAsync(amended)).Held);
        Assert.DoesNotContain("waiting for", (await sales.PageAsync($"/bookings/{amended}")).Words(), StringComparison.Ordinal);

        Task<List<MailKind>> LettersAsync() => site.InDatabaseAsync(db => db.Outbox.Where(mail => mail.BookingId == amended && (mail.Kind == MailKind.Confirmation || mail.Kind == MailKind.AcceptedWaiting)).OrderBy(mail => mail.Id).Select(mail => mail.Kind).ToListAsync());

        async Task SettleAsync()
        {
            await using var scope = site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DueBookings>().MoveAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task What_unused_bedrooms_cost_is_part_of_the_offer_and_of_what_the_client_sees()
    {
        var (sales, booking, suite, night) = (await site.SignedInAsync("sales@demo.example"), await site.BookingAsync(new(2027, 9, 13)), await site.SuiteAsync(), new LocalDate(2027, 9, 13));
        await sales.AddAsync(booking, suite, night, 1, 4);
        var address = $"/bookings/{booking}/quotes/new";
        using var refused = await sales.SendShownAsync(address, address, new() { ["Allowance"] = "101" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("101", (await HotelBrowser.ParseAsync(refused)).QuerySelector("[name='Allowance'].is-invalid")!.GetAttribute("value"));
        using var saved = await sales.SendShownAsync(address, address, new() { ["Allowance"] = "25", ["Damage"] = "80", ["Basis"] = "Cumulative", ["OneFreePer"] = "40" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var words = (await sales.PageAsync(saved.Headers.Location!.OriginalString)).Words();
        Assert.Contains("25 % of the bedrooms may stay unused free of charge.", words, StringComparison.Ordinal);
        Assert.Contains("Each further one costs 80 % of the average rate, counted over all nights together.", words, StringComparison.Ordinal);
        Assert.Contains("Of 4 room nights 3 are committed", words, StringComparison.Ordinal);
        Assert.Contains("One room night in 40 is free of charge.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_six_that_want_the_last_suites_at_once_as_many_get_them_as_there_are()
    {
        var (sales, suite, deluxe, night) = (await site.SignedInAsync("sales@demo.example"), await site.SuiteAsync(), await site.TypeAsync("DLX"), new LocalDate(2027, 1, 18));
        var bookings = new List<int>();
        for (var i = 0; i < 6; i++)
        {
            bookings.Add(await site.BookingAsync(new LocalDate(2027, 1, 10).PlusDays(2 * i)));
            await site.AcceptAsync(bookings[i], 1, deluxe, (new LocalDate(2027, 1, 10).PlusDays(2 * i), 1));
        }

        var fields = await Forms.FieldsAsync(sales, $"/bookings/{bookings[0]}/block", "/add");
        var answers = await Task.WhenAll(bookings.Select(async booking =>
        {
            using var answer = await Forms.SendAsync(sales, $"/bookings/{booking}/block/add", new(fields, StringComparer.Ordinal) { ["First"] = "2027-01-15", ["Nights"] = "1", ["Rooms"] = "3", ["RoomTypeId"] = BlockSteps.Text(suite) });
            return answer.StatusCode;
        }));
        Assert.Equal((2, 4), (answers.Count(answer => answer == HttpStatusCode.Redirect), answers.Count(answer => answer == HttpStatusCode.UnprocessableEntity)));
        Assert.Equal(2, await site.FreeAsync(suite, new(2027, 1, 15)));
        Assert.Equal(8, await site.FreeAsync(suite, night));
    }

    [Fact]
    public async Task Nights_are_kept_before_any_offer_and_the_offer_proposes_them()
    {
        var (sales, booking, suite, night) = (await site.SignedInAsync("sales@demo.example"), await site.BookingAsync(new(2027, 3, 8)), await site.SuiteAsync(), new LocalDate(2027, 3, 8));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.AddAsync(booking, suite, night.PlusDays(-1), 2, 4)).StatusCode); // a shoulder night first
        Assert.Equal(8, await site.FreeAsync(suite, night)); // an inquiry holds nothing
        var page = await sales.PageAsync($"/bookings/{booking}/block");
        Assert.Contains("shoulder night", page.Words(), StringComparison.Ordinal);
        Assert.Contains("BAR of the night", page.Words(), StringComparison.Ordinal);

        using var over = await sales.SendAsync(page, $"/bookings/{booking}/block/nights", ("Rows[0].Rate", "199"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, over.StatusCode);
        Assert.Equal("199", (await HotelBrowser.ParseAsync(over)).QuerySelector("[name='Rows[0].Rate']")!.GetAttribute("value"));
        using var typed = await sales.SendAsync(page, $"/bookings/{booking}/block/nights", ("Rows[0].Rate", "199"), ("RateReason", "Opening price"));
        Assert.Equal(HttpStatusCode.Redirect, typed.StatusCode);
        var block = await site.BlockAsync(booking);
        Assert.Equal(("Opening price", 199m), (block.Nights.MinBy(line => line.Night)!.RateReason, block.Nights.MinBy(line => line.Night)!.Rate.Amount));

        var offer = await sales.PageAsync($"/bookings/{booking}/quotes/new");
        Assert.Equal(("2027-03-07", "2", "4"), (offer.QuerySelector("[name='Bedrooms[0].Arrival']")!.GetAttribute("value"), offer.QuerySelector("[name='Bedrooms[0].Nights']")!.GetAttribute("value"), offer.QuerySelector("[name='Bedrooms[0].Rooms']")!.GetAttribute("value")));
        var saved = await sales.SendShownAsync($"/bookings/{booking}/quotes/new", $"/bookings/{booking}/quotes/new", []);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Opening price", (await sales.PageAsync(saved.Headers.Location!.OriginalString)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_the_house_has_is_refused_asked_for_or_forced()
    {
        var (sales, manager) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var (first, second, suite, night) = (await site.BookingAsync(new(2027, 4, 5)), await site.BookingAsync(new(2027, 4, 20)), await site.SuiteAsync(), new LocalDate(2027, 4, 5));
        await site.AcceptAsync(first, 1, suite, (night, 6), (night.PlusDays(15), 6));
        using var refused = await sales.AddAsync(second, suite, night.PlusDays(15), 1, 3);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await HotelBrowser.ParseAsync(refused);
        Assert.Contains("3 rooms are asked for, 2 are free", page.QuerySelector("#add-rooms-wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("3", page.QuerySelector("#add-rooms")!.GetAttribute("value"));

        Assert.Equal(HttpStatusCode.Redirect, (await sales.AddAsync(second, suite, night.PlusDays(15), 1, 3, ("Reason", "We walk one guest"))).StatusCode);
        Assert.Equal((0, 3), ((await site.BlockAsync(second)).Held, (await site.BlockAsync(second)).Nights[0].Asked));
        var asked = await site.InDatabaseAsync(db => db.Approvals.SingleAsync(asked => asked.BookingId == second && asked.Kind == ApprovalKind.Bedrooms && asked.Status == ApprovalStatus.Open));
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/inbox/approvals/{asked.Id}/approve", [], "/inbox")).StatusCode);
        Assert.Equal(3, (await site.BlockAsync(second)).Held);

        Assert.Equal(HttpStatusCode.Redirect, (await manager.AddAsync(second, suite, night.PlusDays(15), 1, 4, ("Reason", "Sister hotel"))).StatusCode);
        Assert.Equal(4, (await site.BlockAsync(second)).Held);
        Assert.Equal(["We walk one guest", "Sister hotel"], await site.InDatabaseAsync(db => db.Journal.Where(entry => entry.BookingId == second && entry.Action == "force bedrooms").OrderBy(entry => entry.Id).Select(entry => entry.Why).ToListAsync()));

        // On option it keeps them, and the house is below zero; a third booking that nobody forced may not go on option.
        Assert.Equal(HttpStatusCode.Redirect, (await sales.SendShownAsync($"/bookings/{second}", $"/bookings/{second}/option", new() { ["optionOn"] = "2026-12-20" })).StatusCode);
        Assert.Equal(-2, await site.FreeAsync(suite, night.PlusDays(15)));
    }

    [Fact]
    public async Task A_block_that_no_longer_fits_is_not_held_on_option()
    {
        var (sales, early, late, suite, night) = (await site.SignedInAsync("sales@demo.example"), await site.BookingAsync(new(2027, 5, 3)), await site.BookingAsync(new(2027, 5, 12)), await site.SuiteAsync(), new LocalDate(2027, 5, 5));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.AddAsync(late, suite, night, 1, 5)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.AddAsync(early, suite, night, 1, 5)).StatusCode); // neither holds yet
        Assert.Equal(HttpStatusCode.Redirect, (await sales.SendShownAsync($"/bookings/{early}", $"/bookings/{early}/option", new() { ["optionOn"] = "2026-12-20" })).StatusCode);
        using var refused = await sales.SendShownAsync($"/bookings/{late}", $"/bookings/{late}/option", new() { ["optionOn"] = "2026-12-20" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("5 Suite", (await HotelBrowser.ParseAsync(refused)).Words(), StringComparison.Ordinal);
        await sales.SendShownAsync($"/bookings/{early}", $"/bookings/{early}/lose", new() { ["reason"] = "Price" });
        Assert.Equal(HttpStatusCode.Redirect, (await sales.SendShownAsync($"/bookings/{late}", $"/bookings/{late}/option", new() { ["optionOn"] = "2026-12-20" })).StatusCode);
    }

    [Fact]
    public async Task The_day_after_the_cut_off_the_unsold_go_back_once_whichever_node_it_is_and_come_again_with_a_reason()
    {
        var (sales, booking, suite, night) = (await site.SignedInAsync("sales@demo.example"), await site.BookingAsync(new(2027, 6, 7)), await site.SuiteAsync(), new LocalDate(2027, 6, 7));
        await site.AcceptAsync(booking, 1, suite, (night, 6));
        await sales.SendShownAsync($"/bookings/{booking}/block/pick-up", $"/bookings/{booking}/block/pick-up", new() { ["Rows[0].Rooms"] = "2" });
        await sales.SendShownAsync($"/bookings/{booking}/block", $"/bookings/{booking}/block/dates", new() { ["CutOffOn"] = "2026-11-24", ["Reason"] = "The client decides soon" });
        await TickAsync(1);
        Assert.Equal(BlockStatus.Open, (await site.BlockAsync(booking)).Status); // the day itself still counts
        site.Clock.Advance(Duration.FromHours(16));
        try
        {
            await TickAsync(4);
            var block = await site.BlockAsync(booking);
            Assert.Equal((BlockStatus.Released, 2, 6), (block.Status, block.Held, block.Agreed));
            Assert.Equal(6, await site.FreeAsync(suite, night));
            Assert.Equal(1, await site.InDatabaseAsync(db => db.Journal.CountAsync(entry => entry.BookingId == booking && entry.Action.Contains("give back") && entry.UserId == null)));
            Assert.NotEqual(0m, block.Attrition(AttritionBasis.PerNight, Domain.Amounts.Currency.Eur).Amount);

            var page = $"/bookings/{booking}/block";
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.SendShownAsync(page, page + "/take-back", new() { ["CutOffOn"] = "2027-01-10", ["Reason"] = "" })).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await sales.SendShownAsync(page, page + "/take-back", new() { ["CutOffOn"] = "2027-01-10", ["Reason"] = "They come after all" })).StatusCode);
            Assert.Equal((BlockStatus.Open, 6), ((await site.BlockAsync(booking)).Status, (await site.BlockAsync(booking)).Held));
        }
        finally
        {
            site.Clock.Advance(Duration.FromHours(-16));
        }
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_beside_its_field()
    {
        var (sales, booking, suite, night) = (await site.SignedInAsync("sales@demo.example"), await site.BookingAsync(new(2027, 7, 5)), await site.SuiteAsync(), new LocalDate(2027, 7, 5));
        await site.AcceptAsync(booking, 1, suite, (night, 4));
        var page = $"/bookings/{booking}/block";
        await RefusedAsync("/add", "First-wrong", "", ("First", "2027-09-01"), ("Nights", "0"), ("Rooms", "1"));
        await RefusedAsync("/add", "add-rooms-wrong", "outside of the stay", ("First", "2027-09-01"), ("Nights", "1"), ("Rooms", "1"));
        await RefusedAsync("/add", "add-rooms-wrong", "1 to 2,000", ("First", "2027-07-05"), ("Nights", "1"), ("Rooms", "-3"));
        await RefusedAsync("/nights", "Rows_0__Rooms-wrong", "between 0", ("Rows[0].Rooms", "-1"));
        await RefusedAsync("/dates", "CutOffOn-wrong", "after the arrival", ("CutOffOn", "2027-07-06"), ("Reason", "Late"));
        await RefusedAsync("/dates", "dates-reason-wrong", "Say why", ("CutOffOn", "2027-07-01"));
        await RefusedAsync("/dates", "ReviewOn-wrong", "no date", ("ReviewOn", "soon"));
        await RefusedAsync("/terms", "Allowance-wrong", "between 0 and 100", ("Allowance", "101"));
        await RefusedAsync("/terms", "Damage-wrong", "between 0 and 100", ("Damage", "-5"));
        await RefusedAsync("/terms", "PlanText-wrong", "not understood", ("PlanText", "slowly"));
        await RefusedAsync("/reduce", "less-rooms-wrong", "between 1 and 4", ("Rooms", "5"), ("Reason", "Fewer"));
        await RefusedAsync("/reduce", "less-reason-wrong", "Say why", ("Rooms", "1"));
        await RefusedAsync("/release", "release-reason-wrong", "Say why");
        Assert.Equal(HttpStatusCode.Redirect, (await sales.SendShownAsync(page, page + "/reduce", new() { ["Rooms"] = "1", ["Reason"] = "The board stays at home" })).StatusCode);
        Assert.Equal((3, 3), ((await site.BlockAsync(booking)).Agreed, (await site.BlockAsync(booking)).Held));
        Assert.Contains("The board stays at home", (await sales.PageAsync(page)).Words(), StringComparison.Ordinal);

        async Task RefusedAsync(string form, string field, string says, params (string Field, string Value)[] typed)
        {
            using var answer = await sales.SendShownAsync(page, page + form, typed.ToDictionary(pair => pair.Field, pair => pair.Value, StringComparer.Ordinal));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var shown = await HotelBrowser.ParseAsync(answer);
            if (says.Length > 0) Assert.Contains(says, shown.GetElementById(field)?.TextContent ?? shown.Words(), StringComparison.Ordinal);
            if (typed.Length > 0) Assert.Contains(shown.FormTo(page + form).Elements, element => element.GetAttribute("name") == typed[^1].Field);
        }
    }

    [Fact]
    public async Task The_example_of_the_law_stands_on_the_page()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var booking = await site.InDatabaseAsync(db => db.Bookings.Where(found => found.Name == "Annual meeting").OrderBy(found => found.Id).Select(found => found.Id).FirstAsync());
        var page = await sales.PageAsync($"/bookings/{booking}/block");
        Assert.Equal("900.00", page.QuerySelector("[data-attrition=PerNight]")!.TextContent);
        Assert.Equal("337.50", page.QuerySelector("[data-attrition=Cumulative]")!.TextContent);
        Assert.NotNull((await sales.PageAsync($"/bookings/{booking}/block/pick-up")).QuerySelector("svg.curve polyline"));
    }

    /// <summary>The clock of so many nodes in the same minute.</summary>
    private async Task TickAsync(int nodes) => await Task.WhenAll(Enumerable.Range(0, nodes).Select(async _ =>
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DueBlocks>().ReleaseAsync(CancellationToken.None);
    }));
}
