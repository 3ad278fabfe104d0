using System.Net;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests;

public sealed class UserRightsOnSqlite(SqliteSite site) : UserRightsTests(site), IClassFixture<SqliteSite>;

public sealed class UserRightsOnPostgres(PostgresSite site) : UserRightsTests(site), IClassFixture<PostgresSite>;

/// <summary>Who gives which hotel to whom, who a person is, and that what could not be saved is not called done.</summary>
public abstract class UserRightsTests(HotelSiteFixture site)
{
    [Fact]
    public async Task A_new_persons_hotel_is_chosen_never_taken_for_granted()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        Assert.Equal("", ((AngleSharp.Html.Dom.IHtmlSelectElement)(await admin.PageAsync("/users")).QuerySelector("#PropertyId")!).Value);
        using var refused = await admin.PostAsync("/users/new", new() { ["Name"] = "No hotel", ["Email"] = "nohotel@demo.example", ["Role"] = "Sales", ["PropertyId"] = "" }, "/users");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("is-invalid", (await HotelBrowser.ParseAsync(refused)).QuerySelector("#PropertyId")!.ClassName, StringComparison.Ordinal);
        await site.JoinedAsync("everywhere@demo.example", Role.Sales);
        Assert.Null(await site.InDatabaseAsync(db => db.Users.Where(user => user.Email == "everywhere@demo.example").Select(user => user.PropertyId).SingleAsync()));
    }

    [Fact]
    public async Task A_changed_hotel_stands_in_the_journal_from_where_to_where()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        await site.JoinedAsync("moves@demo.example", Role.Sales);
        var id = await IdAsync("moves@demo.example");
        var hotel = await site.InDatabaseAsync(db => db.Properties.Where(property => property.Code == "NYC").Select(property => property.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync($"/users/{id}/role", new() { ["role"] = "Sales" }, $"/users/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/users/{id}/role", new() { ["role"] = "Sales", ["propertyId"] = $"{hotel}" }, $"/users/{id}")).StatusCode);
        Assert.Contains(await JournalAsync(id), entry => entry is { Action: "change hotel", From: "every hotel", To: "NYC" });
    }

    [Fact]
    public async Task The_last_administrator_of_every_hotel_stays_one()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var id = await IdAsync("admin@demo.example");
        var hotel = await site.InDatabaseAsync(db => db.Properties.Where(property => property.Code == "TIA").Select(property => property.Id).SingleAsync());
        using var refused = await admin.PostAsync($"/users/{id}/role", new() { ["role"] = "Administrator", ["propertyId"] = $"{hotel}" }, $"/users/{id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Nobody would be left", (await HotelBrowser.ParseAsync(refused)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await site.InDatabaseAsync(db => db.Users.Where(user => user.Id == id).Select(user => user.PropertyId).SingleAsync()));

        await site.JoinedAsync("second@demo.example", Role.Administrator);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/users/{id}/role", new() { ["role"] = "Administrator", ["propertyId"] = $"{hotel}" }, $"/users/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/settings/new-hotel")).StatusCode);
        var second = await site.SignedInAsync("second@demo.example");
        Assert.Equal(HttpStatusCode.Redirect, (await second.PostAsync($"/users/{id}/role", new() { ["role"] = "Administrator", ["propertyId"] = "0" }, $"/users/{id}")).StatusCode);
        var other = await IdAsync("second@demo.example");
        Assert.Equal(HttpStatusCode.Redirect, (await (await site.SignedInAsync("admin@demo.example")).PostAsync($"/users/{other}/lock", [], $"/users/{other}")).StatusCode);
    }

    [Fact]
    public async Task A_persons_name_and_address_are_corrected_and_an_address_is_given_once()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        await site.JoinedAsync("typo@demo.example", Role.Sales);
        var id = await IdAsync("typo@demo.example");
        var stamp = await site.InDatabaseAsync(db => db.Users.Where(user => user.Id == id).Select(user => user.SecurityStamp).SingleAsync());
        using var taken = await admin.PostAsync($"/users/{id}/person", new() { ["Name"] = "Typed", ["Email"] = "sales@demo.example" }, $"/users/{id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        var page = await HotelBrowser.ParseAsync(taken);
        Assert.Equal(("Typed", "sales@demo.example"), (page.QuerySelector("#Name")!.GetAttribute("value"), page.QuerySelector("#Email")!.GetAttribute("value")));
        Assert.Contains("is-invalid", page.QuerySelector("#Email")!.ClassName, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/users/{id}/person", new() { ["Name"] = "Right Name", ["Email"] = "right@demo.example" }, $"/users/{id}")).StatusCode);
        await site.SignedInAsync("right@demo.example");
        Assert.NotEqual(stamp, await site.InDatabaseAsync(db => db.Users.Where(user => user.Id == id).Select(user => user.SecurityStamp).SingleAsync()));
        var entries = await JournalAsync(id);
        Assert.Contains(entries, entry => entry.Action == "change e-mail");
        Assert.DoesNotContain(entries, entry => $"{entry.From}{entry.To}{entry.Why}".Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_not_be_saved_is_said_and_not_called_done()
    {
        var person = await site.JoinedAsync("twice@demo.example", Role.Sales);
        var id = await IdAsync("twice@demo.example");
        var key = (await person.PageAsync("/second-factor")).QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        // A name with a letter that no name has came in past the door: from now on no change of this person is accepted.
        await site.InDatabaseAsync(db => db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.UserName, "twice;")));
        var before = (await JournalAsync(id)).Count;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.PostAsync("/me", new() { ["Name"] = "Other", ["Culture"] = "sq-AL" })).StatusCode);
        using var factor = await person.PostAsync("/second-factor/on", new() { ["code"] = new OtpNet.Totp(OtpNet.Base32Encoding.ToBytes(key)).ComputeTotp(site.Clock.GetCurrentInstant().ToDateTimeUtc()) }, "/second-factor");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, factor.StatusCode);
        Assert.Empty((await HotelBrowser.ParseAsync(factor)).QuerySelectorAll(".recovery code"));
        var admin = await site.SignedInAsync("admin@demo.example");
        foreach (var (verb, fields) in new (string, Dictionary<string, string>)[] { ("role", new() { ["role"] = "Finance", ["propertyId"] = "0" }), ("lock", []), ("reset-second-factor", []) })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync($"/users/{id}/{verb}", fields, $"/users/{id}")).StatusCode);

        var stands = await site.InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.Id == id));
        Assert.Equal(("twice", "en-GB", false, null), (stands.Name, stands.Language, stands.TwoFactorEnabled, stands.LockoutEnd));
        Assert.Equal(before, (await JournalAsync(id)).Count);
    }

    private Task<int> IdAsync(string email) => site.InDatabaseAsync(db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());

    private Task<List<Domain.Journal.JournalEntry>> JournalAsync(int id) => site.InDatabaseAsync(db => db.Journal.Where(entry => entry.Subject == "User" && entry.SubjectId == id).ToListAsync());
}
