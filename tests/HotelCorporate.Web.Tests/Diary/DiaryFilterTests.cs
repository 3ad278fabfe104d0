using System.Net;
using AngleSharp.Html.Dom;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Diary;

public sealed class DiaryFiltersOnSqlite(SqliteSite site) : DiaryFilterTests(site), IClassFixture<SqliteSite>;

public sealed class DiaryFiltersOnPostgres(PostgresSite site) : DiaryFilterTests(site), IClassFixture<PostgresSite>;

/// <summary>What the diary leaves out when asked, and the filters that somebody keeps.</summary>
public abstract class DiaryFilterTests(HotelSiteFixture site)
{
    [Fact]
    public async Task A_filter_of_functions_hides_functions_and_leaves_the_rooms()
    {
        var day = new LocalDate(2030, 2, 6);
        await site.BookAsync("Held one", "Oxford", day, company: 1);
        await site.BookAsync("Asked one", "Cambridge", day, holds: false, company: 2, owner: "manager@demo.example");
        var browser = await site.SignedInAsync("sales@demo.example");
        var (company, manager) = (await site.CompanyOfAsync(2), await site.InDatabaseAsync(db => db.Users.Where(user => user.Email == "manager@demo.example").Select(user => user.Id).SingleAsync()));
        var all = await browser.PageAsync("/diary?view=week&date=2030-02-06");
        foreach (var (filter, seen, hidden) in new[]
        {
            ("status=Tentative&status=Definite", "Held one", "Asked one"), ("status=Inquiry", "Asked one", "Held one"),
            ($"account={company.Id}", "Asked one", "Held one"), ($"owner={manager}", "Asked one", "Held one"),
        })
        {
            var page = await browser.PageAsync($"/diary?view=week&date=2030-02-06&{filter}");
            var shown = page.QuerySelector(".diary")!.TextContent;
            Assert.Contains(seen, shown, StringComparison.Ordinal);
            Assert.DoesNotContain(hidden, shown, StringComparison.Ordinal);
            Assert.DoesNotContain(hidden, page.QuerySelector(".diary-agenda")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(all.QuerySelectorAll(".diary-name a").Length, page.QuerySelectorAll(".diary-name a").Length);
            Assert.All(page.QuerySelectorAll(".diary-head nav a"), link => Assert.Contains("&" + filter, link.GetAttribute("href"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_filter_of_rooms_takes_their_rows_away()
    {
        await site.ChangeSpaceAsync("Trinity", space => space.HasDaylight = true);
        await site.ChangeSpaceAsync("Foyer", space => space.IsOutdoor = true);
        var browser = await site.SignedInAsync("sales@demo.example");
        var expected = await site.InDatabaseAsync(async db => (await db.Spaces.AsNoTracking().Include(space => space.Capacities).Include(space => space.Atoms).ThenInclude(atom => atom.Atom).Where(space => space.PropertyId == 1).OrderBy(space => space.Position).ToListAsync()));
        foreach (var (filter, fits) in new (string, Func<Space, bool>)[]
        {
            ("seats=100&style=Theatre", space => space.In(SetupStyle.Theatre)?.Comfortable >= 100), ("seats=60", space => space.Capacities.Any(capacity => capacity.Comfortable >= 60)),
            ("style=UShape", space => space.In(SetupStyle.UShape) is not null), ("feature=Daylight", space => space.HasDaylight), ("feature=Outdoor", space => space.IsOutdoor),
            ("feature=Combination", space => space.IsCombination), ("feature=Combination&floor=Ballroom%20floor", space => space.IsCombination && space.Floor == "Ballroom floor"),
            ("feature=Shareable", space => space.Atoms.Any(atom => atom.Atom.Lanes > 1)),
        })
        {
            var names = (await browser.PageAsync($"/diary?view=day&date=2030-02-20&{filter}")).QuerySelectorAll(".diary-name a").Select(name => name.TextContent);
            Assert.Equal(expected.Where(fits).Select(space => space.Name).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Each_part_of_a_filter_is_taken_off_by_its_chip()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var page = await browser.PageAsync("/diary?view=month&date=2030-02-06&status=Definite&status=Tentative&seats=40&floor=Mezzanine");
        Assert.Equal(
            ["/diary?view=month&date=2030-02-06&status=Tentative&seats=40&floor=Mezzanine", "/diary?view=month&date=2030-02-06&status=Definite&seats=40&floor=Mezzanine", "/diary?view=month&date=2030-02-06&status=Definite&status=Tentative&floor=Mezzanine", "/diary?view=month&date=2030-02-06&status=Definite&status=Tentative&seats=40"],
            page.QuerySelectorAll(".chip").Select(chip => chip.GetAttribute("href")!));
        Assert.Equal(["Definite", "Tentative"], page.QuerySelectorAll(".filter-form [name=status]").OfType<IHtmlInputElement>().Where(box => box.IsChecked).Select(box => box.Value).Order(StringComparer.Ordinal));
        Assert.Null((await browser.PageAsync("/diary?view=month&date=2030-02-06&owner=none&seats=many&floor=")).QuerySelector(".chip"));
    }

    [Fact]
    public async Task Filters_are_kept_under_a_name_by_whoever_keeps_them_alone()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        const string shown = "/diary?view=month&date=2030-02-06&status=Definite&floor=Mezzanine";
        var kept = await sales.SendShownAsync(shown, "/diary/saved", new() { ["name"] = "My <floor>" });
        Assert.Equal("/diary?view=month&status=Definite&floor=Mezzanine", kept.Headers.Location!.OriginalString);
        await sales.SendShownAsync("/diary?view=week&date=2030-02-06&status=Tentative", "/diary/saved", new() { ["name"] = "My <floor>" });
        var mine = Assert.Single((await sales.PageAsync("/diary")).QuerySelectorAll(".kept > a"));
        Assert.Equal(("My <floor>", "/diary?view=week&status=Tentative"), (mine.TextContent, mine.GetAttribute("href")));
        await sales.PageAsync(mine.GetAttribute("href")!);

        var id = await site.InDatabaseAsync(db => db.SavedViews.Select(saved => saved.Id).SingleAsync());
        var events = await site.SignedInAsync("events@demo.example");
        Assert.Empty((await events.PageAsync("/diary")).QuerySelectorAll(".kept"));
        var token = await Forms.FieldsAsync(events, "/diary", "/diary/saved");
        Assert.Equal(HttpStatusCode.NotFound, (await Forms.SendAsync(events, $"/diary/saved/{id}/delete", token)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Forms.SendAsync(sales, $"/diary/saved/{id}/delete", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.SendShownAsync("/diary", $"/diary/saved/{id}/delete")).StatusCode);
        Assert.Empty((await sales.PageAsync("/diary")).QuerySelectorAll(".kept"));
        Assert.Contains("Nothing was kept", (await sales.PageAsync((await sales.SendShownAsync("/diary", "/diary/saved", new() { ["name"] = " " })).Headers.Location!.OriginalString)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }
}
