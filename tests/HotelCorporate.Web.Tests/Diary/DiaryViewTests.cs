using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using NodaTime;

namespace HotelCorporate.Web.Tests.Diary;

public sealed class DiaryViewsOnSqlite(SqliteSite site) : DiaryViewTests(site), IClassFixture<SqliteSite>;

public sealed class DiaryViewsOnPostgres(PostgresSite site) : DiaryViewTests(site), IClassFixture<PostgresSite>;

/// <summary>What the views of the diary show.</summary>
public abstract class DiaryViewTests(HotelSiteFixture site)
{
    [Fact]
    public async Task Six_weeks_begin_on_the_monday_of_the_week_that_is_asked_for()
    {
        await site.BookAsync("Last day", "Theatre", new LocalDate(2030, 4, 14));
        var page = await (await site.SignedInAsync("sales@demo.example")).PageAsync("/diary?view=sixweeks&date=2030-03-06");
        var days = page.QuerySelectorAll(".hour a").Select(day => day.GetAttribute("href")).ToList();
        Assert.Equal(42, days.Count);
        Assert.Equal(("/diary?view=day&date=2030-03-04", "/diary?view=day&date=2030-04-14"), (days[0], days[^1]));
        Assert.Contains("d42", page.QuerySelector(".diary")!.ClassList);
        Assert.Contains(Row(page, "Theatre").QuerySelectorAll("a.bar"), bar => bar.GetAttribute("aria-label") == "Last day");
        Assert.EndsWith("date=2030-04-17", page.QuerySelector("a[rel=next]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("day")]
    [InlineData("week")]
    [InlineData("month")]
    [InlineData("sixweeks")]
    public async Task A_closure_stands_in_every_view_in_the_rows_of_all_rooms_that_it_takes(string view)
    {
        var day = new LocalDate(2027, 9, 1).PlusMonths(view.Length);
        await site.CloseAsync("Escorial", "New <carpet>", day.At(new LocalTime(8, 0)), day.At(new LocalTime(18, 0)));
        var page = await (await site.SignedInAsync("events@demo.example")).PageAsync($"/diary?view={view}&date={day:uuuu-MM-dd}");
        foreach (var room in new[] { "Escorial", "Escorial & Alhambra" })
        {
            var block = Assert.Single(Row(page, room).QuerySelectorAll(".shut"));
            Assert.Equal("New <carpet>", block.TextContent);
            Assert.Contains("Closed: New <carpet>, Escorial", block.GetAttribute("title"), StringComparison.Ordinal);
        }

        Assert.Empty(Row(page, "Alhambra").QuerySelectorAll(".shut"));
        Assert.Contains(page.QuerySelectorAll(".agenda-note"), note => note.TextContent.Contains("New <carpet>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_public_holiday_is_marked_at_its_day()
    {
        await site.CelebrateAsync(new LocalDate(2031, 3, 22), "Nevruz");
        var browser = await site.SignedInAsync("sales@demo.example");
        foreach (var view in new[] { "week", "month", "sixweeks" })
        {
            var marked = Assert.Single((await browser.PageAsync($"/diary?view={view}&date=2031-03-20")).QuerySelectorAll(".hour.holiday"));
            Assert.Equal("Nevruz", marked.QuerySelector("a")!.GetAttribute("title"));
            Assert.Contains("Nevruz", marked.QuerySelector(".visually-hidden")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("Nevruz", (await browser.PageAsync("/diary?view=day&date=2031-03-22")).QuerySelector(".diary-head .holiday-note")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await browser.PageAsync("/diary?view=day&date=2031-03-23")).QuerySelector(".holiday-note"));
    }

    [Fact]
    public async Task A_function_with_a_back_up_stands_in_the_row_of_that_room_too()
    {
        var backUp = await site.SpaceAsync("Trinity");
        await site.ChangeSpaceAsync("Foyer", space => space.BackUpSpaceId = backUp);
        await site.BookAsync("Garden party", "Foyer", new LocalDate(2031, 5, 6), use: new FunctionUse(false, true, false, false, false));
        var page = await (await site.SignedInAsync("sales@demo.example")).PageAsync("/diary?view=week&date=2031-05-06");
        var echo = Assert.Single(Row(page, "Trinity").QuerySelectorAll("a.bar"));
        Assert.Contains("echo", echo.ClassList);
        Assert.Equal("back-up for Garden party", echo.QuerySelector(".label")!.TextContent);
        Assert.DoesNotContain("echo", Assert.Single(Row(page, "Foyer").QuerySelectorAll("a.bar")).ClassList);
    }

    [Fact]
    public async Task A_retired_space_is_listed_only_while_something_is_booked_in_it()
    {
        await site.BookAsync("Farewell", "Balmoral", new LocalDate(2031, 7, 2));
        await site.ChangeSpaceAsync("Balmoral", space => space.IsRetired = true);
        var browser = await site.SignedInAsync("sales@demo.example");
        Assert.Contains("Farewell", Row(await browser.PageAsync("/diary?view=week&date=2031-07-02"), "Balmoral").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain((await browser.PageAsync("/diary?view=week&date=2031-07-10")).QuerySelectorAll(".diary-name a"), name => name.TextContent == "Balmoral");
        await site.ChangeSpaceAsync("Balmoral", space => space.IsRetired = false);
    }

    [Fact]
    public async Task The_card_of_a_function_says_whom_to_call_and_by_when()
    {
        await site.ContactAsync(3, "Office Olsi", "+355 4 111 1111", ContactPart.Booker);
        await site.ContactAsync(3, "Onsite Ona", "+355 4 222 2222", ContactPart.OnSite);
        await site.BookAsync("Board night", "Windsor", new LocalDate(2031, 9, 10), use: new FunctionUse(true, false, false, true, true), company: 3, reason: "They asked for it");
        var browser = await site.SignedInAsync("sales@demo.example");
        var card = Row(await browser.PageAsync("/diary?view=day&date=2031-09-10"), "Windsor").QuerySelector(".tip")!.TextContent;
        // Three business days before Wednesday the 10th, at the hour of the house.
        foreach (var said in new[] { "Onsite Ona, +355 4 222 2222", "Option until Sun 20 Dec", "Final number due Fri 5 Sept 10:00", "Loud", "Needs quiet", "24-hour hold", "Reason for the numbers: They asked for it", "Theatre, 20 people" })
            Assert.Contains(said, card.Replace("Fri 5 Sep 10", "Fri 5 Sept 10", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    internal static IElement Row(IHtmlDocument page, string space) =>
        page.QuerySelectorAll(".diary-row").Single(row => row.QuerySelector(".diary-name a")?.TextContent == space);
}
