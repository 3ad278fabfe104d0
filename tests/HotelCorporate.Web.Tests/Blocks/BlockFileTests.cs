using System.Net;
using System.Text;
using ClosedXML.Excel;
using HotelCorporate.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Blocks;

public sealed class BlockFilesOnSqlite(SqliteSite site) : BlockFileTests(site), IClassFixture<SqliteSite>;

public sealed class BlockFilesOnPostgres(PostgresSite site) : BlockFileTests(site), IClassFixture<PostgresSite>;

/// <summary>Files of the client and of the hotel's own system are looked at, then brought in; a second time they change nothing.</summary>
public abstract class BlockFileTests(HotelSiteFixture site)
{
    [Fact]
    public async Task The_house_is_brought_in_with_chosen_columns_and_lowers_what_is_free()
    {
        const string house = """
            When,Kind,Stock,OOO,Booked
            2027-08-02,STE,8,1,3
            02/08/2027,DLX,24,0,x
            2027-08-03,Palace,8,1,3
            2027-08-04,Suite,8,9,0
            2027-08-05,STE,8,,-1
            """;
        var (manager, suite) = (await site.SignedInAsync("manager@demo.example"), await site.SuiteAsync());
        using var looked = await manager.UploadAsync("/bedrooms/import", "/bedrooms/import/preview", Encoding.UTF8.GetBytes(house));
        var guessed = await HotelBrowser.ParseAsync(looked);
        Assert.Contains("Say which column is: Night, Room type", guessed.Words(), StringComparison.Ordinal);
        using var again = await manager.SendAsync(guessed, "/bedrooms/import/preview", ("Columns[Night]", "0"), ("Columns[Type]", "1"), ("Columns[Physical]", "2"), ("Columns[Sold]", "4"));
        var page = await HotelBrowser.ParseAsync(again);
        Assert.Equal(["2 Made", "3 Left out", "4 Left out", "5 Left out", "6 Left out"], page.Verdicts());
        foreach (var says in new[] { "x is no whole number", "no room type Palace", "9 rooms are out of order and there are 8", "-1: rooms are between 0" }) Assert.Contains(says, page.Words(), StringComparison.Ordinal);
        Assert.Equal(8, await site.FreeAsync(suite, new(2027, 8, 2)));

        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendAsync(page, "/bedrooms/import")).StatusCode);
        Assert.Equal(4, await site.FreeAsync(suite, new(2027, 8, 2)));
        Assert.Contains("8 - 1 - 3 - 0", (await manager.PageAsync("/bedrooms?from=2027-08-02")).Words(), StringComparison.Ordinal);
        var noted = await CountAsync();
        using var second = await manager.SendAsync(guessed, "/bedrooms/import/preview", ("Columns[Night]", "0"), ("Columns[Type]", "1"), ("Columns[Physical]", "2"), ("Columns[Sold]", "4"));
        var same = await HotelBrowser.ParseAsync(second);
        Assert.Equal("2 As it is", same.Verdicts()[0]);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendAsync(same, "/bedrooms/import")).StatusCode);
        Assert.Equal(noted, await CountAsync());

        Task<(int, int)> CountAsync() => site.InDatabaseAsync(async db => (await db.Journal.CountAsync(entry => entry.Action == "bring in the house"), await db.HouseNights.CountAsync()));
    }

    [Fact]
    public async Task A_rooming_list_names_the_rooms_refuses_more_names_than_rooms_and_comes_back_as_a_workbook()
    {
        var (events, booking, suite, night) = (await site.SignedInAsync("events@demo.example"), await site.BookingAsync(new(2027, 9, 6)), await site.SuiteAsync(), new LocalDate(2027, 9, 6));
        await site.AcceptAsync(booking, 1, suite, (night, 2), (night.PlusDays(1), 2));
        var page = $"/bookings/{booking}/block/guests";
        const string list = """
            Guest name;Check-in;Check-out;Notes
            Ana Prifti;2027-09-06;2027-09-08;=1+1
            Ben Olsen;2027-09-06;2027-09-08;
            Cem Ak;2027-09-07;2027-09-08;
            Dea Leka;2027-09-05;2027-09-07;
            Eva Rossi;soon;2027-09-08;
            """;
        var looked = await HotelBrowser.ParseAsync(await events.UploadAsync(page, page + "/preview", Encoding.UTF8.GetBytes(list)));
        Assert.Equal(["2 Made", "3 Made", "4 Left out", "5 Left out", "6 Left out"], looked.Verdicts());
        foreach (var says in new[] { "Suite on Tue 7 Sep 2027: more names than rooms, all 2 have one", "Sun 5 Sep 2027 is outside of the stay", "soon is no date" }) Assert.Contains(says, looked.Words().Replace("7 Sept", "7 Sep", StringComparison.Ordinal).Replace("5 Sept", "5 Sep", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(0, (await site.BlockAsync(booking)).PickedUp);
        Assert.Equal(HttpStatusCode.Redirect, (await events.SendAsync(looked, page)).StatusCode);
        Assert.Equal(4, (await site.BlockAsync(booking)).PickedUp);

        var again = await HotelBrowser.ParseAsync(await events.UploadAsync(page, page + "/preview", Encoding.UTF8.GetBytes(list.Replace("Ben Olsen;2027-09-06", "BEN OLSEN;2027-09-07", StringComparison.Ordinal))));
        Assert.Equal(["2 As it is", "3 Changed"], again.Verdicts().Take(2));
        Assert.Equal(HttpStatusCode.Redirect, (await events.SendAsync(again, page)).StatusCode);
        var block = await site.BlockAsync(booking);
        Assert.Equal((2, 3), (block.Guests.Count, block.PickedUp));
        Assert.DoesNotContain("Prifti", string.Join(' ', await site.InDatabaseAsync(db => db.Journal.Where(entry => entry.BookingId == booking).Select(entry => entry.To + entry.Why).ToListAsync())), StringComparison.Ordinal);

        using var excel = await events.GetAsync(page + "/xlsx");
        using var book = new XLWorkbook(new MemoryStream(await excel.Content.ReadAsByteArrayAsync()));
        var sheet = book.Worksheets.First();
        Assert.Equal(("Ana Prifti", 2d, "=1+1", false), (sheet.Cell(2, 1).GetString(), sheet.Cell(2, 5).GetDouble(), sheet.Cell(2, 8).GetString(), sheet.Cell(2, 8).HasFormula));
        using var curve = await events.GetAsync($"/bookings/{booking}/block/pick-up/xlsx");
        using var drawn = new XLWorkbook(new MemoryStream(await curve.Content.ReadAsByteArrayAsync()));
        Assert.Equal(2, drawn.Worksheets.Count);

        using var taken = await events.PostAsync($"{page}/{block.Guests[0].Id}/remove", [], page);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Single((await site.BlockAsync(booking)).Guests);
    }

    [Fact]
    public async Task Picked_up_by_hand_is_no_more_than_is_kept()
    {
        var (events, booking, suite, night) = (await site.SignedInAsync("events@demo.example"), await site.BookingAsync(new(2027, 10, 4)), await site.SuiteAsync(), new LocalDate(2027, 10, 4));
        await site.AcceptAsync(booking, 1, suite, (night, 3));
        var page = $"/bookings/{booking}/block/pick-up";
        foreach (var wrong in new[] { "4", "-1", "many", "" })
        {
            using var refused = await events.SendShownAsync(page, page, new() { ["Rows[0].Rooms"] = wrong });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Equal(wrong, (await HotelBrowser.ParseAsync(refused)).QuerySelector("[name='Rows[0].Rooms']")!.GetAttribute("value") ?? "");
        }

        Assert.Equal(HttpStatusCode.Redirect, (await events.SendShownAsync(page, page, new() { ["Rows[0].Rooms"] = "3" })).StatusCode);
        var block = await site.BlockAsync(booking);
        Assert.Equal((3, 3), (block.PickedUp, block.Pace.Single().PickedUp));
    }
}
