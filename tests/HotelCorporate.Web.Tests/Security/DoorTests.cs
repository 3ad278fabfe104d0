using System.Globalization;
using System.Net;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.Security;

public sealed class DoorOnSqlite(SqliteDoor site) : DoorTests(site), IClassFixture<SqliteDoor>;

public sealed class DoorOnPostgres(PostgresDoor site) : DoorTests(site), IClassFixture<PostgresDoor>;

public sealed class SqliteDoor() : GuardedSite(new SqliteDatabase(), "Development", DoorTests.Settings);

public sealed class PostgresDoor() : GuardedSite(new PostgresDatabase(), "Development", DoorTests.Settings);

/// <summary>The door and what lies behind it: how often one may knock, what a stranger learns, and when a session ends.</summary>
public abstract class DoorTests(GuardedSite site)
{
    private const string Password = "Demo-hotel-2026";
    private const int Door = 8;
    private const int Links = 3;

    private static int _visitors;
    private static int _people;

    public static (string Name, string Value)[] Settings { get; } = [("Site:Address", "https://events.hotel.example"), ("RateLimits:Door", $"{Door}"), ("RateLimits:Links", $"{Links}")];

    [Theory]
    [InlineData("/sign-in", Door)]
    [InlineData("/sign-in/code", Door)]
    [InlineData("/password", Door)]
    [InlineData("/password/CfDJ8x", Door)]
    [InlineData("/first-administrator/CfDJ8x", Door)]
    [InlineData("/offers/CfDJ8x/accept", Links)]
    [InlineData("/me/password", Door)]
    [InlineData("/second-factor/on", Door)]
    [InlineData("/second-factor/codes", Door)]
    [InlineData("/second-factor/off", Door)]
    public async Task Who_knocks_too_often_waits_a_minute(string address, int often)
    {
        var browser = await EnteredAsync("events@demo.example");
        GuardedSite.MoveTo(browser.Http, Next());
        for (var i = 0; i < often; i++) Assert.NotEqual(HttpStatusCode.TooManyRequests, await KnockAsync(browser));
        using var refused = await browser.Http.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("60", refused.Headers.GetValues("Retry-After").Single());
        GuardedSite.MoveTo(browser.Http, Next());
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await KnockAsync(browser));

        async Task<HttpStatusCode> KnockAsync(HotelBrowser knocking)
        {
            using var answer = await knocking.Http.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([]));
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_link_that_is_opened_too_often_waits_a_minute()
    {
        var browser = site.BrowserFrom(Next());
        for (var i = 0; i < Links; i++) Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync("/offers/CfDJ8x")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.GetAsync("/offers/CfDJ8x")).StatusCode);
    }

    [Fact]
    public async Task A_locked_a_known_and_an_unknown_address_read_the_same()
    {
        var email = await PersonAsync(Role.Sales);
        var known = await RefusedAsync(email, "wrong-Password-1");
        for (var i = 1; i < 5; i++) await RefusedAsync(email, "wrong-Password-1");
        var locked = await RefusedAsync(email, Password);
        var unknown = await RefusedAsync("nobody@demo.example", Password);
        Assert.Equal(unknown, known);
        Assert.Equal(unknown, locked);
        Assert.Contains("wait 15 minutes", unknown, StringComparison.Ordinal);

        async Task<string> RefusedAsync(string email, string password)
        {
            using var answer = await site.BrowserFrom(Next()).PostAsync("/sign-in", new() { ["Email"] = email, ["Password"] = password });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            return (await HotelBrowser.ParseAsync(answer)).QuerySelector("form")!.TextContent;
        }
    }

    [Fact]
    public async Task Three_letters_an_hour_reach_a_person_whoever_asks_and_they_lead_to_the_sites_own_address()
    {
        var email = await PersonAsync(Role.Sales);
        for (var i = 0; i < 5; i++)
        {
            var asker = site.BrowserFrom(Next(), "https://elsewhere.example");
            Assert.Equal(HttpStatusCode.OK, (await asker.PostAsync("/password", new() { ["Email"] = email })).StatusCode);
        }

        Assert.Equal(3, await LettersAsync());
        site.Clock.Advance(Duration.FromMinutes(61));
        await site.BrowserFrom(Next()).PostAsync("/password", new() { ["Email"] = email });
        Assert.Equal(4, await LettersAsync());
        var facts = await site.InDatabaseAsync(db => db.Outbox.Where(mail => mail.RecipientAddress == email).Select(mail => mail.Facts).ToListAsync());
        Assert.All(facts, letter => Assert.StartsWith("https://events.hotel.example/password/", MailFactsJson.Read(letter).Link, StringComparison.Ordinal));

        Task<int> LettersAsync() => site.InDatabaseAsync(db => db.Outbox.CountAsync(mail => mail.RecipientAddress == email));
    }

    [Fact]
    public async Task A_link_opens_what_it_was_made_for_and_nothing_else()
    {
        var browser = site.BrowserFrom(Next());
        var email = await PersonAsync(Role.Sales);
        await browser.PostAsync("/password", new() { ["Email"] = email });
        var password = (await site.PasswordLinkAsync(email)).Split('/')[^1];
        var quote = await site.InDatabaseAsync(db => db.Quotes.Select(quote => quote.Id).FirstAsync());
        var offer = site.Services.GetRequiredService<SignedLinks>().Token(SignedLinks.Offer, quote, site.Clock.GetCurrentInstant() + Duration.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/password/{password}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/offers/{offer}")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync($"/offers/{password}")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync($"/password/{offer}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/first-administrator/{password}")).StatusCode);
    }

    [Fact]
    public async Task Wrong_passwords_within_a_session_lock_the_door_as_well()
    {
        var email = await PersonAsync(Role.Finance);
        var person = await EnteredAsync(email);
        for (var i = 0; i < 5; i++)
        {
            GuardedSite.MoveTo(person.Http, Next());
            using var refused = await person.PostAsync("/me/password", new() { ["Current"] = "wrong-Password-1", ["New"] = "Quite-another-1" }, "/me");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        using var late = await person.PostAsync("/me/password", new() { ["Current"] = Password, ["New"] = "Quite-another-1" }, "/me");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        using var door = await site.BrowserFrom(Next()).PostAsync("/sign-in", new() { ["Email"] = email, ["Password"] = Password });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, door.StatusCode);
    }

    [Fact]
    public async Task The_old_sessions_of_who_is_locked_gets_another_role_or_another_password_are_over()
    {
        var admin = await EnteredAsync("admin@demo.example");
        var forgetful = await PersonAsync(Role.Department);
        foreach (var (email, end) in new (string, Func<int, Task>)[]
        {
            (await PersonAsync(Role.Finance), id => admin.PostAsync($"/users/{id}/lock", [], $"/users/{id}")),
            (await PersonAsync(Role.Coordinator), id => admin.PostAsync($"/users/{id}/role", new() { ["role"] = "Sales", ["propertyId"] = "0" }, $"/users/{id}")),
            (forgetful, _ => ResetAsync(forgetful)),
        })
        {
            var person = await EnteredAsync(email);
            Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/me")).StatusCode);
            await end(await site.InDatabaseAsync(db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync()));
            using var after = await person.GetAsync("/me");
            Assert.True(after.StatusCode == HttpStatusCode.Redirect, $"{email} went on.");
            Assert.StartsWith("/sign-in?", after.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        async Task ResetAsync(string email)
        {
            var visitor = site.BrowserFrom(Next());
            await visitor.PostAsync("/password", new() { ["Email"] = email });
            using var chosen = await visitor.PostAsync(await site.PasswordLinkAsync(email), new() { ["Password"] = "Quite-another-1", ["Again"] = "Quite-another-1" });
            Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_with_more_fields_than_any_has_is_refused_with_a_page()
    {
        var browser = await site.SignedInAsync("admin@demo.example");
        using var content = new FormUrlEncodedContent(Enumerable.Range(0, 2_000).Select(i => KeyValuePair.Create($"field{i}", "1")));
        using var answer = await browser.Http.PostAsync(new Uri("/inbox/changes/read", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("The form was not accepted", (await HotelBrowser.ParseAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task No_code_leads_out_of_the_site()
    {
        var email = await PersonAsync(Role.Sales);
        var person = await EnteredAsync(email);
        var key = (await person.PageAsync("/second-factor")).QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await person.PostAsync("/second-factor/on", new() { ["code"] = Code(key) }, "/second-factor");
        foreach (var back in new[] { "https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example/", "/\t/elsewhere.example/", "/bookings" })
        {
            site.Clock.Advance(Duration.FromSeconds(30));
            var browser = site.BrowserFrom(Next());
            using var first = await browser.PostAsync("/sign-in", new() { ["Email"] = email, ["Password"] = Password, ["ReturnUrl"] = back });
            Assert.StartsWith("/sign-in/code", first.Headers.Location!.OriginalString, StringComparison.Ordinal);
            using var second = await browser.PostAsync("/sign-in/code", new() { ["Code"] = Code(key), ["ReturnUrl"] = back }, first.Headers.Location.OriginalString);
            Assert.Equal(back == "/bookings" ? back : "/", second.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task The_way_to_the_door_names_no_host_that_a_request_brought()
    {
        using var led = await site.BrowserFrom(Next(), "https://elsewhere.example").GetAsync("/bookings?search=x");
        Assert.Equal("/sign-in?ReturnUrl=%2Fbookings%3Fsearch%3Dx", led.Headers.Location!.OriginalString);
        using var page = await site.BrowserFrom(Next(), "https://elsewhere.example").GetAsync("/sign-in");
        Assert.DoesNotContain("elsewhere.example", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private string Code(string key) => new OtpNet.Totp(OtpNet.Base32Encoding.ToBytes(key)).ComputeTotp(site.Clock.GetCurrentInstant().ToDateTimeUtc());

    /// <summary>Another address of the net each time.</summary>
    private static string Next() => Interlocked.Increment(ref _visitors) is var n ? string.Create(CultureInfo.InvariantCulture, $"198.51.{n / 250}.{n % 250}") : "";

    /// <summary>Somebody of whom no other test knows.</summary>
    private async Task<string> PersonAsync(string role)
    {
        var email = string.Create(CultureInfo.InvariantCulture, $"person{Interlocked.Increment(ref _people)}@demo.example");
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<HotelUser>>();
        var user = new HotelUser { UserName = email, Email = email, EmailConfirmed = true, Name = "A Person" };
        Assert.True((await users.CreateAsync(user, Password)).Succeeded);
        Assert.True((await users.AddToRoleAsync(user, role)).Succeeded);
        return email;
    }

    private async Task<HotelBrowser> EnteredAsync(string email)
    {
        var browser = site.BrowserFrom(Next());
        using var answer = await browser.PostAsync("/sign-in", new() { ["Email"] = email, ["Password"] = Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }
}
