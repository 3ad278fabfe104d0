using ClosedXML.Excel;
using HotelCorporate.Domain.Accounts;
using NodaTime;
using UglyToad.PdfPig;

namespace HotelCorporate.Web.Tests.Diary;

public sealed class DiaryExportsOnSqlite(SqliteSite site) : DiaryExportTests(site), IClassFixture<SqliteSite>;

public sealed class DiaryExportsOnPostgres(PostgresSite site) : DiaryExportTests(site), IClassFixture<PostgresSite>;

/// <summary>The diary to take along, and its year.</summary>
public abstract class DiaryExportTests(HotelSiteFixture site)
{
    [Fact]
    public async Task The_workbook_has_dates_times_and_numbers_and_text_that_is_no_formula()
    {
        await site.ContactAsync(4, "Phone Petrit", "+355 69 000 0001", ContactPart.OnSite);
        await site.BookAsync("=HYPERLINK(\"x\")", "Sandringham", new LocalDate(2030, 5, 8), company: 4);
        await site.BookAsync("Not asked for", "Windsor", new LocalDate(2030, 5, 8), holds: false);
        await site.CloseAsync("Theatre", "Paint", new LocalDateTime(2028, 11, 6, 8, 0), new LocalDateTime(2028, 11, 6, 18, 0));
        using var book = await BookAsync("/diary/export.xlsx?view=week&date=2030-05-08&status=Tentative");
        var sheet = book.Worksheet("Diary");
        Assert.Equal("Functions", Assert.Single(sheet.Tables).Name);
        Assert.True(sheet.Tables.First().ShowAutoFilter);
        Assert.Equal(1, sheet.SheetView.SplitRow);
        Assert.Equal(2, sheet.LastRowUsed().RowNumber());
        Assert.Equal(new DateTime(2030, 5, 8), sheet.Cell(2, 1).GetDateTime());
        Assert.Equal(("0.375", "0.5", "hh:mm"), (sheet.Cell(2, 2).GetFormattedString(), sheet.Cell(2, 3).GetFormattedString(), sheet.Cell(2, 2).Style.NumberFormat.Format)); // parts of a day, shown as hours
        Assert.NotEqual(XLDataType.Text, sheet.Cell(2, 2).DataType);
        Assert.Equal(new DateTime(2030, 5, 8, 8, 30, 0), sheet.Cell(2, 5).GetDateTime());
        Assert.Equal(new DateTime(2030, 5, 8, 12, 30, 0), sheet.Cell(2, 6).GetDateTime());
        Assert.Equal("=HYPERLINK(\"x\")", sheet.Cell(2, 9).GetString());
        Assert.False(sheet.Cell(2, 9).HasFormula);
        Assert.Equal(XLDataType.Number, sheet.Cell(2, 15).DataType);
        Assert.Equal(("Sandringham", "Tentative", 20, "Phone Petrit", "+355 69 000 0001"), (sheet.Cell(2, 8).GetString(), sheet.Cell(2, 13).GetString(), (int)sheet.Cell(2, 15).GetDouble(), sheet.Cell(2, 19).GetString(), sheet.Cell(2, 20).GetString()));
        Assert.Equal(new DateTime(2026, 12, 20), sheet.Cell(2, 17).GetDateTime());
        using var closed = await BookAsync("/diary/export.xlsx?view=month&date=2028-11-08");
        Assert.Equal("Paint", closed.Worksheet("Closures").Cell(2, 5).GetString());
    }

    [Fact]
    public async Task The_day_sheet_says_who_is_where_from_set_up_to_cleared()
    {
        await site.ContactAsync(5, "Caller Mira", "+355 69 555 0002", ContactPart.OnSite);
        await site.BookAsync("Annual gathering", "Sandringham", new LocalDate(2028, 8, 16), company: 5);
        await site.CloseAsync("Theatre", "Stage works", new LocalDateTime(2028, 8, 16, 8, 0), new LocalDateTime(2028, 8, 16, 18, 0));
        await site.CelebrateAsync(new LocalDate(2028, 8, 15), "Assumption");
        var day = await TextAsync("/diary/sheet.pdf?view=day&date=2028-08-16");
        foreach (var said in new[] { "Day sheet", "Wed 16 Aug 2028", "Sandringham", "09:00–12:00", "set-up from", "08:30", "cleared by", "12:30", "Annual gathering", "HC-2026-", "Tentative", "Theatre", "20 people", "Caller Mira", "+355 69 555", "Closed: Stage works", "Page 1 of 1" })
            Assert.Contains(said, day, StringComparison.Ordinal);
        var week = await TextAsync("/diary/sheet.pdf?view=week&date=2028-08-16");
        Assert.Contains("Public holiday: Assumption", week, StringComparison.Ordinal);
        Assert.Contains("Nothing is booked.", week, StringComparison.Ordinal);
        Assert.DoesNotContain("Annual gathering", await TextAsync("/diary/sheet.pdf?view=day&date=2028-08-16&status=Definite"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_says_how_much_of_the_house_and_of_each_space_is_held()
    {
        await site.CloseAsync("Theatre", "June", new LocalDateTime(2032, 6, 1, 0, 0), new LocalDateTime(2032, 7, 1, 0, 0));
        await site.BookAsync("Morning", "Theatre", new LocalDate(2032, 7, 3)); // 8:30 to 12:30 is 4 of 18 hours, of 31 days
        var browser = await site.SignedInAsync("sales@demo.example");
        var page = await browser.PageAsync("/diary/year?date=2032-04-05");
        var atoms = await site.InDatabaseAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Atoms, atom => atom.PropertyId == 1));
        var house = (int)Math.Round(100m / atoms, MidpointRounding.AwayFromZero);
        Assert.Equal(366, page.QuerySelectorAll(".year td a").Length);
        Assert.Equal($"Tue 1 Jun 2032: {house} %".Replace("Jun ", "June ", StringComparison.Ordinal), page.QuerySelector(".year td a[href$='date=2032-06-01']")!.GetAttribute("title")!.Replace("Jun ", "June ", StringComparison.Ordinal));
        Assert.Equal("/diary?view=month&date=2032-06-01", page.QuerySelectorAll(".year tbody th a")[5].GetAttribute("href"));
        var theatre = page.QuerySelectorAll(".year-spaces tr").Single(row => row.QuerySelector("th")!.TextContent == "Theatre").QuerySelectorAll("td").Select(cell => cell.TextContent).ToList();
        Assert.Equal(["0", "0", "0", "0", "0", "100", "1", "0", "0", "0", "0", "0", "8"], theatre);
        Assert.Contains("set-up and clearing included", page.QuerySelector(".year-words")!.TextContent, StringComparison.Ordinal);
        var filtered = await browser.PageAsync("/diary/year?date=2032-04-05&status=Tentative");
        Assert.Equal("0", filtered.QuerySelectorAll(".year-spaces tr").Single(row => row.QuerySelector("th")!.TextContent == "Theatre").QuerySelectorAll("td")[5].TextContent);

        using var book = await BookAsync("/diary/export.xlsx?view=year&date=2032-04-05");
        Assert.Equal(["DaysHeld", "SpacesHeld"], book.Worksheets.SelectMany(sheet => sheet.Tables).Select(table => table.Name).Order(StringComparer.Ordinal));
        Assert.Equal(1d / atoms, book.Worksheet("Day by day").Cell(7, 2).GetDouble(), 6);
        using var redirected = await browser.GetAsync("/diary?view=year&date=2032-04-05&floor=Mezzanine");
        Assert.Equal("/diary/year?date=2032-04-05&floor=Mezzanine", redirected.Headers.Location!.OriginalString);
    }

    private async Task<XLWorkbook> BookAsync(string address) => new(new MemoryStream(await BytesAsync(address)));

    private async Task<string> TextAsync(string address)
    {
        using var pdf = PdfDocument.Open(await BytesAsync(address));
        return string.Join('\n', pdf.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text))));
    }

    private async Task<byte[]> BytesAsync(string address)
    {
        using var answer = await (await site.SignedInAsync("sales@demo.example")).GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address} answered {(int)answer.StatusCode}.");
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
