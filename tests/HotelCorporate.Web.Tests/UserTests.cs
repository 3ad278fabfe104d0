using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests;

public sealed class UsersOnSqlite(SqliteSite site) : UserTests(site), IClassFixture<SqliteSite>;

public sealed class UsersOnPostgres(PostgresSite site) : UserTests(site), IClassFixture<PostgresSite>;

public abstract class UserTests(HotelSiteFixture site)
{
    [Fact]
    public async Task A_person_is_added_works_and_is_locked_out()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var id = await AddAsync(admin, "new@demo.example", "Finance");
        var person = await site.SignedInAsync("new@demo.example");
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/bookings")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync("/users")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/users/{id}/lock", [], $"/users/{id}")).StatusCode);
        var answer = await site.Browser().PostAsync("/sign-in", new() { ["Email"] = "new@demo.example", ["Password"] = "Demo-hotel-2026" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);

        await admin.PostAsync($"/users/{id}/unlock", [], $"/users/{id}");
        await site.SignedInAsync("new@demo.example");
        Assert.Equal(["invite", "choose a password", "sign in", "lock", "unlock", "sign in"], await site.InDatabaseAsync(db =>
            db.Journal.Where(entry => entry.Subject == "User" && entry.SubjectId == id).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()));
    }

    [Fact]
    public async Task Another_role_opens_other_pages()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var id = await AddAsync(admin, "other@demo.example", "Department");
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedInAsync("other@demo.example")).GetAsync("/bookings")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/users/{id}/role", new() { ["role"] = "Sales", ["propertyId"] = "0" }, $"/users/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await site.SignedInAsync("other@demo.example")).GetAsync("/bookings")).StatusCode);
    }

    [Fact]
    public async Task Who_works_for_one_hotel_is_led_to_no_other()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var hotel = await site.InDatabaseAsync(db => db.Properties.SingleAsync(property => property.Code == "NYC"));
        await AddAsync(admin, "newyork@demo.example", "Sales", hotel.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var person = await site.SignedInAsync("newyork@demo.example");
        await person.PostAsync("/property", new() { ["code"] = "TIA" }, "/");
        var page = await person.PageAsync("/");
        Assert.Contains(hotel.Name, page.QuerySelector(".top summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Skanderbeg", page.QuerySelector(".top")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_cannot_shut_himself_out()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var id = await site.InDatabaseAsync(db => db.Users.Where(user => user.Email == "admin@demo.example").Select(user => user.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync($"/users/{id}/lock", [], $"/users/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync($"/users/{id}/role", new() { ["role"] = "Sales" }, $"/users/{id}")).StatusCode);
    }

    [Fact]
    public async Task Everybody_chooses_language_and_password()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        await AddAsync(admin, "words@demo.example", "Sales");
        var person = await site.SignedInAsync("words@demo.example");
        Assert.Equal(HttpStatusCode.Redirect, (await person.PostAsync("/me", new() { ["Name"] = "Words", ["Culture"] = "sq-AL" })).StatusCode);
        var page = await person.PageAsync("/me");
        Assert.Equal("sq", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Cilësimet e mia", page.QuerySelector("h1")!.TextContent);

        var wrong = await person.PostAsync("/me/password", new() { ["Current"] = "not-it", ["New"] = "Another-long-2026" }, "/me");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var changed = await person.PostAsync("/me/password", new() { ["Current"] = "Demo-hotel-2026", ["New"] = "Another-long-2026" }, "/me");
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        var answer = await site.Browser().PostAsync("/sign-in", new() { ["Email"] = "words@demo.example", ["Password"] = "Another-long-2026" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task An_invitation_opens_once_and_for_a_week()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        await admin.PostAsync("/users/new", new() { ["Name"] = "Once", ["Email"] = "once@demo.example", ["Role"] = "Sales", ["PropertyId"] = "0" }, "/users");
        var link = await site.PasswordLinkAsync("once@demo.example");

        var weak = await site.Browser().PostAsync(link, new() { ["Password"] = "short", ["Again"] = "short" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        var differs = await site.Browser().PostAsync(link, new() { ["Password"] = "Demo-hotel-2026", ["Again"] = "Demo-hotel-2027" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, differs.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Browser().PostAsync(link, new() { ["Password"] = "Demo-hotel-2026", ["Again"] = "Demo-hotel-2026" })).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await site.Browser().GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await site.Browser().GetAsync(link[..^3] + "AAA")).StatusCode);

        await admin.PostAsync("/users/new", new() { ["Name"] = "Late", ["Email"] = "late@demo.example", ["Role"] = "Sales", ["PropertyId"] = "0" }, "/users");
        var late = await site.PasswordLinkAsync("late@demo.example");
        var now = site.Clock.GetCurrentInstant();
        site.Clock.Advance(Duration.FromDays(8));
        Assert.Equal(HttpStatusCode.Gone, (await site.Browser().GetAsync(late)).StatusCode);
        site.Clock.Reset(now);
    }

    [Fact]
    public async Task A_forgotten_password_is_chosen_anew_and_an_unknown_address_learns_nothing()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        await AddAsync(admin, "forgets@demo.example", "Sales");
        var session = await site.SignedInAsync("forgets@demo.example");
        var unknown = await (await site.Browser().PostAsync("/password", new() { ["Email"] = "nobody@demo.example" })).Content.ReadAsStringAsync();
        var known = await (await site.Browser().PostAsync("/password", new() { ["Email"] = "forgets@demo.example" })).Content.ReadAsStringAsync();
        Assert.Equal(unknown, known);

        var link = await site.PasswordLinkAsync("forgets@demo.example");
        Assert.Equal(HttpStatusCode.Redirect, (await site.Browser().PostAsync(link, new() { ["Password"] = "Quite-another-1", ["Again"] = "Quite-another-1" })).StatusCode);
        var old = await site.Browser().PostAsync("/sign-in", new() { ["Email"] = "forgets@demo.example", ["Password"] = "Demo-hotel-2026" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, old.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Browser().PostAsync("/sign-in", new() { ["Email"] = "forgets@demo.example", ["Password"] = "Quite-another-1" })).StatusCode);

        // Nobody of the house reads such a letter on the page of mails.
        var mail = await site.InDatabaseAsync(db => db.Outbox.Where(mail => mail.RecipientAddress == "forgets@demo.example").Select(mail => mail.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/mails/{mail}/eml")).StatusCode);
        Assert.DoesNotContain("/password/", await (await admin.GetAsync($"/mails/{mail}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        session.Http.Dispose();
    }

    [Fact]
    public async Task A_second_factor_asks_for_a_code_and_a_recovery_code_opens_once()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var id = await AddAsync(admin, "factor@demo.example", "Finance");
        var person = await site.SignedInAsync("factor@demo.example");
        var key = (await person.PageAsync("/second-factor")).QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.PostAsync("/second-factor/on", new() { ["code"] = "000000" }, "/second-factor")).StatusCode);
        using var on = await person.PostAsync("/second-factor/on", new() { ["code"] = Code(key) }, "/second-factor");
        var codes = (await HotelBrowser.ParseAsync(on)).QuerySelectorAll(".recovery code").Select(code => code.TextContent).ToList();
        Assert.Equal(10, codes.Count);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await EnterAsync(Code(key))); // it turned the factor on, and opens nothing more
        site.Clock.Advance(Duration.FromSeconds(30));
        var used = Code(key);
        Assert.Equal(HttpStatusCode.Redirect, await EnterAsync(used));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await EnterAsync(used));
        site.Clock.Advance(Duration.FromSeconds(30));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await EnterAsync(used)); // within the drift, and used
        Assert.Equal(HttpStatusCode.Redirect, await EnterAsync(Code(key)));
        Assert.Equal(HttpStatusCode.Redirect, await EnterAsync(codes[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await EnterAsync(codes[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await EnterAsync("123456"));

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/users/{id}/reset-second-factor", [], $"/users/{id}")).StatusCode);
        await site.SignedInAsync("factor@demo.example");

        async Task<HttpStatusCode> EnterAsync(string code)
        {
            var browser = site.Browser();
            var first = await browser.PostAsync("/sign-in", new() { ["Email"] = "factor@demo.example", ["Password"] = "Demo-hotel-2026" });
            Assert.Equal("/sign-in/code", first.Headers.Location!.OriginalString);
            Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/bookings")).StatusCode);
            return (await browser.PostAsync("/sign-in/code", new() { ["Code"] = code })).StatusCode;
        }
    }

    [Fact]
    public async Task Signing_out_ends_the_session_though_its_cookie_was_kept()
    {
        var browser = site.Browser();
        using var entered = await browser.PostAsync("/sign-in", new() { ["Email"] = "sales@demo.example", ["Password"] = "Demo-hotel-2026" });
        var kept = entered.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("hotel=", StringComparison.Ordinal)).Split(';')[0];
        using var thief = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") });
        thief.DefaultRequestHeaders.Add("Cookie", kept);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync(new Uri("/bookings", UriKind.Relative))).StatusCode);
        await browser.PostAsync("/sign-out", [], "/");
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync(new Uri("/bookings", UriKind.Relative))).StatusCode);
    }

    /// <summary>The code of an authenticator app (RFC 6238).</summary>
    private string Code(string key) => new OtpNet.Totp(OtpNet.Base32Encoding.ToBytes(key)).ComputeTotp(site.Clock.GetCurrentInstant().ToDateTimeUtc());

    private async Task<int> AddAsync(HotelBrowser admin, string email, string role, string hotel = "0")
    {
        var answer = await admin.PostAsync("/users/new", new() { ["Name"] = "A Person", ["Email"] = email, ["Role"] = role, ["PropertyId"] = hotel }, "/users");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var link = await site.PasswordLinkAsync(email);
        var chosen = await site.Browser().PostAsync(link, new() { ["Password"] = "Demo-hotel-2026", ["Again"] = "Demo-hotel-2026" });
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        return await site.InDatabaseAsync(db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());
    }
}
