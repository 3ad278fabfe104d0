using System.Net;
using HotelCorporate.Web.Database;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests;

public sealed class FirstStartOnSqlite() : FirstStartTests(builder =>
    builder.UseSetting("Database:Provider", "Sqlite").UseSetting("Database:File", Path.Combine(Directory.CreateTempSubdirectory("hotel-first-").FullName, "hotel.db")));

public sealed class FirstStartOnPostgres() : FirstStartTests(builder =>
    builder.UseSetting("Database:Provider", "Postgres").UseSetting("ConnectionStrings:Postgres", PostgresServer.NewDatabase()));

/// <summary>A site outside Development, on an empty database.</summary>
public abstract class FirstStartTests : IDisposable
{
    private readonly NewHouse _site;

    protected FirstStartTests(Action<IWebHostBuilder> database) => _site = new NewHouse(database);

    [Fact]
    public async Task It_begins_with_no_hotel_no_people_and_no_demo_password()
    {
        Assert.Equal(0, await _site.InDatabaseAsync(db => db.Users.CountAsync()));
        Assert.Equal(0, await _site.InDatabaseAsync(db => db.Properties.CountAsync()));
        var answer = await _site.Browser().PostAsync("/sign-in", new() { ["Email"] = "admin@demo.example", ["Password"] = "Demo-hotel-2026" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Its_link_makes_one_administrator_and_no_second_one()
    {
        var first = (await LinkAsync())!;
        var second = (await LinkAsync())!;

        var made = await _site.Browser().PostAsync(first, Form("one@house.example"));

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Browser().GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Browser().GetAsync(second)).StatusCode);
        Assert.Null(await LinkAsync());
        var browser = _site.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync("/sign-in", new() { ["Email"] = "one@house.example", ["Password"] = "Long-enough-2026" })).StatusCode);
        Assert.Contains("one@house.example", (await browser.PageAsync("/users")).Body!.TextContent, StringComparison.Ordinal);
        await browser.PageAsync("/");
    }

    [Fact]
    public async Task Two_at_the_same_moment_make_one_administrator()
    {
        var links = new[] { (await LinkAsync())!, (await LinkAsync())! };
        var answers = await Task.WhenAll(links.Select((link, i) => _site.Browser().PostAsync(link, Form($"person{i}@house.example"))));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(1, await _site.InDatabaseAsync(db => db.Users.CountAsync()));
        Assert.Equal(1, await _site.InDatabaseAsync(db => db.Properties.CountAsync()));
    }

    [Fact]
    public async Task Its_link_is_dead_after_a_day_or_when_changed()
    {
        var link = (await LinkAsync())!;
        Assert.Equal(HttpStatusCode.OK, (await _site.Browser().GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Browser().GetAsync(link[..^4] + "AAAA")).StatusCode);
        _site.Clock.Advance(Duration.FromHours(24));
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Browser().GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_short_password_is_refused_and_leaves_the_link_alive()
    {
        var link = (await LinkAsync())!;
        var form = Form("one@house.example");
        form["Password"] = "short";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _site.Browser().PostAsync(link, form)).StatusCode);
        Assert.Equal(0, await _site.InDatabaseAsync(db => db.Properties.CountAsync()));
        Assert.Equal(HttpStatusCode.OK, (await _site.Browser().GetAsync(link)).StatusCode);
    }

    public void Dispose()
    {
        _site.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<string?> LinkAsync()
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FirstStart>().PathAsync(default);
    }

    private static Dictionary<string, string> Form(string email) => new(StringComparer.Ordinal)
    {
        ["Name"] = "Ada One", ["Email"] = email, ["Password"] = "Long-enough-2026", ["HotelName"] = "Hotel One", ["Code"] = "ONE",
        ["Street"] = "Rruga 1", ["City"] = "Tirana", ["Country"] = "AL", ["TimeZone"] = "Europe/Tirane", ["Currency"] = "EUR",
    };

    private sealed class NewHouse(Action<IWebHostBuilder> database) : HotelSiteFixture
    {
        protected override void Choose(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            database(builder);
        }
    }
}
