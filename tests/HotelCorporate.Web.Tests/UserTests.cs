using System.Net;
using Microsoft.EntityFrameworkCore;

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

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/users/{id}/lock", [], "/users")).StatusCode);
        var answer = await site.Browser().PostAsync("/sign-in", new() { ["Email"] = "new@demo.example", ["Password"] = "Demo-hotel-2026" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);

        await admin.PostAsync($"/users/{id}/unlock", [], "/users");
        await site.SignedInAsync("new@demo.example");
        Assert.Equal(["add", "lock", "unlock"], await site.InDatabaseAsync(db =>
            db.Journal.Where(entry => entry.Subject == "User" && entry.SubjectId == id).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()));
    }

    [Fact]
    public async Task Another_role_opens_other_pages()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var id = await AddAsync(admin, "other@demo.example", "Department");
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedInAsync("other@demo.example")).GetAsync("/bookings")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/users/{id}/role", new() { ["role"] = "Sales" }, "/users")).StatusCode);
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
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync($"/users/{id}/lock", [], "/users")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync($"/users/{id}/role", new() { ["role"] = "Sales" }, "/users")).StatusCode);
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

    private async Task<int> AddAsync(HotelBrowser admin, string email, string role, string hotel = "")
    {
        var answer = await admin.PostAsync("/users/new", new() { ["Name"] = "A Person", ["Email"] = email, ["Role"] = role, ["PropertyId"] = hotel, ["Password"] = "Demo-hotel-2026" }, "/users");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await site.InDatabaseAsync(db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());
    }
}
