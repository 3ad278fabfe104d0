using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Bookings;

public sealed class OptionOnSqlite(SqliteSite site) : OptionTests(site), IClassFixture<SqliteSite>;

public sealed class OptionOnPostgres(PostgresSite site) : OptionTests(site), IClassFixture<PostgresSite>;

/// <summary>Options that run by themselves: reminders, lapse, promotion, challenge, and what the client does through its link.</summary>
public abstract class OptionTests : IDisposable
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 8, 0);
    private readonly HotelSiteFixture _site;
    private readonly Ballroom _house;

    protected OptionTests(HotelSiteFixture site)
    {
        (_site, _house) = (site, new Ballroom(site));
        site.Clock.Reset(Start);
    }

    public void Dispose()
    {
        _site.Clock.Reset(Start);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_option_reminds_lapses_in_the_night_and_the_next_in_line_is_told_with_time_to_sign()
    {
        var day = new LocalDate(2028, 5, 2);
        var (first, second) = (await _house.InquiryAsync(day), await _house.InquiryAsync(day));
        await _house.OptionAsync(first, _house.Today.PlusDays(7));
        await _house.OptionAsync(second, _house.Today.PlusDays(20));

        _site.Clock.Reset(Start + Duration.FromDays(4) + Duration.FromHours(2)); // Saturday noon: three days before
        await _house.RoundAsync();
        await _house.RoundAsync();
        Assert.Equal([MailKind.OptionHeld, MailKind.Reminder], await _house.LettersAsync(first));

        _site.Clock.Reset(Instant.FromUtc(2026, 12, 1, 22, 59)); // one minute to midnight in Tirana
        await _house.RoundAsync();
        Assert.Equal(BookingStatus.Tentative, (await _house.ReadAsync(first)).Status);
        _site.Clock.Reset(Instant.FromUtc(2026, 12, 1, 23, 0));
        await _house.RoundAsync();
        await _house.RoundAsync();
        var (lost, promoted) = (await _house.ReadAsync(first), await _house.ReadAsync(second));
        Assert.Equal((BookingStatus.Lost, LostReason.OptionExpired, new LocalDate(2026, 12, 2)), (lost.Status, lost.LostFor, lost.EndedOn));
        Assert.True(promoted.Functions[0].IsFirm);
        Assert.Equal(Instant.FromUtc(2026, 12, 3, 16, 0), promoted.OptionEndsAt); // 16 working hours: all of Wednesday and Thursday
        Assert.Equal([MailKind.OptionHeld, MailKind.Reminder, MailKind.OptionLapsed], await _house.LettersAsync(first));
        Assert.Equal([MailKind.OptionHeld, MailKind.Promoted], await _house.LettersAsync(second));
        Assert.All(await _house.DatesAsync(first), row => Assert.False(row.IsOpen));
        var alternatives = await _site.InDatabaseAsync(db => db.Outbox.Where(mail => mail.BookingId == first && mail.Kind == MailKind.OptionLapsed).Select(mail => mail.Facts).SingleAsync());
        Assert.NotEmpty(MailFactsJson.Read(alternatives).Alternatives);
    }

    [Fact]
    public async Task A_challenged_holder_that_does_not_sign_loses_its_option_and_one_that_signs_keeps_it()
    {
        foreach (var (signs, day) in new[] { (false, new LocalDate(2028, 5, 9)), (true, new LocalDate(2028, 5, 10)) })
        {
            _site.Clock.Reset(Start);
            var (holder, waiting) = (await _house.InquiryAsync(day), await _house.InquiryAsync(day));
            await _house.OptionAsync(holder, _house.Today.PlusDays(30));
            await _house.OptionAsync(waiting, _house.Today.PlusDays(30));
            var sales = await _site.SignedInAsync("sales@demo.example");
            var answer = await sales.PostAsync($"/bookings/{waiting}/challenge", new() { ["hours"] = "16" }, $"/bookings/{waiting}");
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(Instant.FromUtc(2026, 11, 25, 16, 0), (await _house.ReadAsync(holder)).ChallengeEndsAt ?? default); // all of Tuesday and Wednesday
            Assert.Contains(MailKind.Challenge, await _house.LettersAsync(holder));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{waiting}/challenge", new() { ["hours"] = "16" }, $"/bookings/{waiting}")).StatusCode);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{holder}/prolong", new() { ["optionOn"] = "2027-01-20", ["reason"] = "wants time" }, $"/bookings/{holder}")).StatusCode);

            if (signs) await _house.AcceptAsync(await _house.OfferAsync(holder, "25% at signing"));
            _site.Clock.Reset(Instant.FromUtc(2026, 11, 26, 9, 0));
            await _house.RoundAsync();
            var after = await _house.ReadAsync(holder);
            Assert.Equal(signs ? BookingStatus.Tentative : BookingStatus.Lost, after.Status);
            Assert.Equal(!signs, (await _house.ReadAsync(waiting)).Functions[0].IsFirm);
            var challenge = await _site.InDatabaseAsync(db => db.Challenges.AsNoTracking().SingleAsync(challenge => challenge.BookingId == holder));
            Assert.Equal(signs ? ChallengeOutcome.Signed : ChallengeOutcome.Lapsed, challenge.Outcome);
            if (signs) Assert.Contains(await _site.InDatabaseAsync(db => db.Tasks.Where(task => task.BookingId == waiting && task.DoneAt == null).ToListAsync()), task => task.Text.ToString().Contains("signed in time", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_definite_booking_is_not_challenged()
    {
        var day = new LocalDate(2028, 5, 16);
        await _house.DefiniteAsync(day);
        var waiting = await _house.InquiryAsync(day);
        await _house.OptionAsync(waiting, _house.Today.PlusDays(30));
        var refusal = await Assert.ThrowsAsync<Domain.HouseRuleException>(() => _house.MovedAsync(moves => moves.ChallengeAsync(waiting, null, Actor.Clock, CancellationToken.None)));
        Assert.Contains("Only an option can be challenged", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_prolongs_once_gives_back_once_and_hears_why_not_again()
    {
        var booking = await _house.InquiryAsync(new LocalDate(2028, 5, 23));
        await _house.OptionAsync(booking, _house.Today.PlusDays(2));
        var (link, client) = (await _house.LinkAsync(booking), _site.Browser());
        var page = await Forms.FieldsAsync(client, link, "/extend"); // it stays open in the client's window
        Assert.Equal(HttpStatusCode.Redirect, (await Forms.SendAsync(client, link + "/extend", page)).StatusCode);
        Assert.Equal(_house.Today.PlusDays(9), (await _house.ReadAsync(booking)).OptionOn);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Forms.SendAsync(client, link + "/extend", page)).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await Forms.SendAsync(client, link + "/release", new(page) { ["reason"] = "We stay at home" })).StatusCode);
        Assert.Equal(BookingStatus.Quoted, (await _house.ReadAsync(booking)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Forms.SendAsync(client, link + "/release", page)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Forms.SendAsync(client, link + "/extend", page)).StatusCode);
        Assert.Contains("Nothing is held", (await client.PageAsync(link)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([MailKind.OptionHeld, MailKind.OptionHeld, MailKind.OptionReleased], await _house.LettersAsync(booking));
        Assert.Equal(3, await _site.InDatabaseAsync(db => db.Journal.CountAsync(entry => entry.BookingId == booking && entry.Action.Contains("refused"))));
    }

    [Fact]
    public async Task A_client_does_not_prolong_while_another_waits()
    {
        var day = new LocalDate(2028, 5, 30);
        var (holder, waiting) = (await _house.InquiryAsync(day), await _house.InquiryAsync(day));
        await _house.OptionAsync(holder, _house.Today.PlusDays(2));
        await _house.OptionAsync(waiting, _house.Today.PlusDays(2));
        var link = await _house.LinkAsync(holder);
        var refused = await _site.Browser().PostAsync(link + "/extend", [], link); // the page has the form that gives the option back
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Another client waits", (await HotelBrowser.ParseAsync(refused)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public async Task A_link_that_was_changed_or_is_over_opens_nothing(string tail)
    {
        var booking = await _house.InquiryAsync(new LocalDate(2028, 6, 6));
        var link = await _house.LinkAsync(booking);
        if (tail.Length == 0) _site.Clock.Reset(Instant.FromUtc(2028, 8, 20, 0, 0));
        var answer = await _site.Browser().GetAsync(link + tail);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task Accepted_and_given_back_in_the_same_second_ends_in_one_of_both_and_nothing_between()
    {
        for (var i = 0; i < 8; i++)
        {
            var booking = await _house.InquiryAsync(new LocalDate(2028, 7, 1).PlusDays(i));
            var quote = await _house.OfferAsync(booking);
            await _house.OptionAsync(booking, _house.Today.PlusDays(5));
            var done = await Task.WhenAll(Try(() => _house.AcceptAsync(quote)), Try(() => _house.MovedAsync(moves => moves.ReleaseAsync(booking, "", CancellationToken.None))));
            var after = await _house.ReadAsync(booking);
            Assert.Contains(true, done);
            // Who signs last signs what was given back: it is definite either way, and holds its room; otherwise nothing is held.
            Assert.Equal(after.Status == BookingStatus.Definite, after.Functions[0].IsFirm);
            Assert.Equal(after.Status == BookingStatus.Definite, await _site.InDatabaseAsync(db => db.Holds.AnyAsync(hold => hold.BookingId == booking)));
            Assert.Equal(done[0], after.AcceptedBy is not null);
        }

        static async Task<bool> Try(Func<Task> act)
        {
            try
            {
                await act();
                return true;
            }
            catch (Domain.HouseRuleException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task Silence_makes_what_is_expected_the_guarantee_and_an_offer_expires_by_itself()
    {
        var day = new LocalDate(2027, 1, 20);
        var booking = await _house.DefiniteAsync(day);
        var offered = await _house.InquiryAsync(day.PlusDays(1));
        var quote = await _house.OfferAsync(offered);
        Assert.Contains(await _house.DatesAsync(booking), row => row is { Kind: DeadlineKind.Guarantee, IsOpen: true });
        _site.Clock.Reset(Instant.FromUtc(2027, 1, 17, 9, 0)); // 10:00 in Tirana, to the minute
        await _house.RoundAsync();
        Assert.Equal(20, (await _house.ReadAsync(booking)).Functions[0].Guaranteed);
        Assert.DoesNotContain(await _house.DatesAsync(booking), row => row is { Kind: DeadlineKind.Guarantee, IsOpen: true });
        Assert.Equal(QuoteStatus.Expired, await _site.InDatabaseAsync(db => db.Quotes.Where(sent => sent.Id == quote).Select(sent => sent.Status).SingleAsync()));
        Assert.Equal(BookingStatus.Quoted, (await _house.ReadAsync(offered)).Status);
    }

    [Fact]
    public async Task Dates_are_tasks_of_the_owner_and_are_moved_done_and_kept_on_the_page()
    {
        var booking = await _house.DefiniteAsync(new LocalDate(2028, 6, 20));
        var sales = await _site.SignedInAsync("sales@demo.example");
        var menu = (await _house.DatesAsync(booking)).Single(row => row.Kind == DeadlineKind.MenuChoice);
        Assert.Equal(new LocalDate(2028, 6, 6), menu.DueOn);
        Assert.NotNull(menu.OwnerId);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{booking}/dates/{menu.Id}/move", new() { ["on"] = "2020-01-01" }, $"/bookings/{booking}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/dates/{menu.Id}/move", new() { ["on"] = "2028-06-01" }, $"/bookings/{booking}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/dates/{menu.Id}/done", [], $"/bookings/{booking}")).StatusCode);
        Assert.Equal((new LocalDate(2028, 6, 1), true), (await _house.DatesAsync(booking)).Where(row => row.Id == menu.Id).Select(row => (row.DueOn, row.IsByHand)).Single());
        Assert.Contains("Signed function sheet", (await _site.Browser().PageAsync(await _house.LinkAsync(booking))).Body!.TextContent, StringComparison.Ordinal);

        var inquiry = await _house.InquiryAsync(new LocalDate(2028, 6, 27));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{inquiry}/dates/decision", new() { ["on"] = "2026-12-15" }, $"/bookings/{inquiry}")).StatusCode);
        await _house.OptionAsync(inquiry, _house.Today.PlusDays(9));
        Assert.Equal(2, (await _house.DatesAsync(inquiry)).Count(row => row.IsOpen));
    }
}
