using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using ClosedXML.Excel;
using HotelCorporate.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.Spaces;

public sealed class ChartOnSqlite(SqliteSite site) : ChartTests(site), IClassFixture<SqliteSite>;

public sealed class ChartOnPostgres(PostgresSite site) : ChartTests(site), IClassFixture<PostgresSite>;

/// <summary>A capacity chart is looked at, then brought in; a second time it changes nothing.</summary>
public abstract class ChartTests(HotelSiteFixture site)
{
    private const string Chart = """
        source,room,atoms,area_sqft,dim_ft,height_ft,theatre,u_shape
        A,North & South,North;South,2000,50x40,10,200,
        A,North,North,1000,25x40,10,100,30
        A,South,South,1000,25x40,10,90,28
        A,West,Wst;North,1000,,,90,
        A,East,East,1000,,,9o,
        A,Balmoral,Balmoral,840,35x24,16,80,21
        """;

    [Fact]
    public async Task A_chart_is_shown_then_brought_in_and_changes_nothing_the_second_time()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        using var looked = await UploadAsync(manager, Encoding.UTF8.GetBytes(Chart));
        var page = await HotelBrowser.ParseAsync(looked);
        Assert.Equal(["2 Made", "3 Made", "4 Made", "5 Left out", "6 Left out", "7 Changed"], Verdicts(page));
        var text = page.QuerySelector("main")!.TextContent;
        foreach (var says in new[] { "left aside: source", "There is no room Wst", "theatre 9o", "Theatre: 23 / 63 / 70 \u2192 26 / 72 / 80" }) Assert.Contains(says, Squeezed(text), StringComparison.Ordinal);
        Assert.False(await site.InDatabaseAsync(db => db.Spaces.AnyAsync(space => space.Name == "North")));

        Assert.Equal(HttpStatusCode.Redirect, (await ConfirmAsync(manager, page)).StatusCode);
        var whole = await site.InDatabaseAsync(db => db.Spaces.AsNoTracking().Include(space => space.Capacities).Include(space => space.Atoms).SingleAsync(space => space.Name == "North & South"));
        Assert.Equal((2, 185.8m, 15.24m, 3.05m, 200), (whole.Atoms.Count, whole.AreaM2, whole.LengthM, whole.HeightM, whole.In(SetupStyle.Theatre)!.Legal));
        Assert.Null(whole.In(SetupStyle.UShape));
        Assert.Contains("change Theatre (23 / 63 / 70 \u2192 26 / 72 / 80)", (await manager.PageAsync($"/spaces/{await site.InDatabaseAsync(db => db.Spaces.Where(space => space.Name == "Balmoral").Select(space => space.Id).SingleAsync())}")).Body!.TextContent, StringComparison.Ordinal);

        var again = await HotelBrowser.ParseAsync(await UploadAsync(manager, Encoding.UTF8.GetBytes(Chart)));
        Assert.Equal(["2 As it is", "3 As it is", "4 As it is", "5 Left out", "6 Left out", "7 As it is"], Verdicts(again));
        Assert.Null(again.QuerySelector("main form .btn-primary"));
        var (entries, spaces) = await CountAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await ConfirmAsync(manager, again)).StatusCode);
        Assert.Equal((entries, spaces), await CountAsync());
    }

    [Fact]
    public async Task A_workbook_says_the_same_as_a_text_file()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Chart");
        object[][] rows = [["Room", "Area m2", "Theatre", "Floor"], ["Of a workbook", 51.3, 40, "Third"]];
        for (var row = 0; row < rows.Length; row++)
            for (var column = 0; column < rows[row].Length; column++) sheet.Cell(row + 1, column + 1).Value = rows[row][column];
        using var bytes = new MemoryStream();
        book.SaveAs(bytes);
        var page = await HotelBrowser.ParseAsync(await UploadAsync(manager, bytes.ToArray()));
        Assert.Equal(["2 Made"], Verdicts(page));
        Assert.Equal(HttpStatusCode.Redirect, (await ConfirmAsync(manager, page)).StatusCode);
        var made = await site.InDatabaseAsync(db => db.Spaces.AsNoTracking().Include(space => space.Capacities).SingleAsync(space => space.Name == "Of a workbook"));
        Assert.Equal(("Third", 51.3m, 36), (made.Floor, made.AreaM2, made.In(SetupStyle.Theatre)!.Comfortable));
    }

    [Fact]
    public async Task What_would_be_done_otherwise_by_now_is_shown_again()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var page = await HotelBrowser.ParseAsync(await UploadAsync(manager, "room;theatre\nMeanwhile;40\n"u8.ToArray()));
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync("/spaces/new", "/spaces/new", new() { ["Name"] = "Meanwhile" })).StatusCode);
        using var refused = await ConfirmAsync(manager, page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(["2 Changed"], Verdicts(await HotelBrowser.ParseAsync(refused)));
    }

    [Theory]
    [InlineData("theatre,banquet\n40,30\n", "no column with the names")]
    [InlineData("room,theatre\n", "no line below its head")]
    [InlineData("PK not really a workbook", "cannot be read")]
    [InlineData("room\0theatre", "neither a CSV file")]
    public async Task A_file_that_is_no_chart_is_refused(string content, string says)
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        using var refused = await UploadAsync(manager, Encoding.UTF8.GetBytes(content));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(says, (await HotelBrowser.ParseAsync(refused)).QuerySelector("#file-wrong")!.TextContent, StringComparison.Ordinal);
    }

    private Task<(int, int)> CountAsync() => site.InDatabaseAsync(async db => (await db.Journal.CountAsync(entry => entry.Subject == "Space"), await db.Spaces.CountAsync()));

    private static List<string> Verdicts(IHtmlDocument page) => [.. page.QuerySelectorAll("tbody tr").Select(row => $"{row.Children[0].TextContent} {row.Children[2].TextContent[2..]}")];

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<HttpResponseMessage> ConfirmAsync(HotelBrowser browser, IHtmlDocument page)
    {
        var form = page.FormTo("/spaces/import");
        using var content = new FormUrlEncodedContent([.. Forms.AsShown(form), new("__RequestVerificationToken", form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        return await browser.Http.PostAsync(new Uri("/spaces/import", UriKind.Relative), content);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HotelBrowser browser, byte[] chart)
    {
        var page = await browser.PageAsync("/spaces/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(chart), "file", "chart.csv" },
        };
        return await browser.Http.PostAsync(new Uri("/spaces/import/preview", UriKind.Relative), form);
    }
}
