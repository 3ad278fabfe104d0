using System.Globalization;
using System.Text.Encodings.Web;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Features.Diary;
using NodaTime;

namespace HotelCorporate.Web.Tests.Diary;

/// <summary>Where things stand in the diary, without a database.</summary>
public sealed class DiaryDrawingTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Tirane"];
    private static readonly LocalDate Monday = new(2026, 11, 23);
    private static readonly DiaryRoom A = new(1, "A", "1", 50, [new(1, 1)]), B = new(2, "B", "1", 50, [new(2, 1)]), Both = new(3, "A & B", "1", 100, [new(1, 1), new(2, 1)]);

    [Theory]
    [InlineData(DiaryView.Day)]
    [InlineData(DiaryView.Week)]
    [InlineData(DiaryView.Month)]
    [InlineData(DiaryView.SixWeeks)]
    public void Every_place_that_a_view_can_ask_for_has_its_class(DiaryView view)
    {
        var css = File.ReadAllText(Path.Combine(Top(), "wwwroot", "css", "diary-places.css"));
        foreach (var month in Enumerable.Range(1, 12))
        {
            var classes = Draw(view, new LocalDate(2027, month, 1), [], []).Units.Split(' ')[^2..];
            Assert.All(classes, name => Assert.Contains($".{name}{{", css, StringComparison.Ordinal));
            var units = int.Parse(classes[0][1..], CultureInfo.InvariantCulture);
            Assert.Contains($".x{units}{{", css, StringComparison.Ordinal);
            Assert.Contains($".w{units}{{", css, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Six_weeks_give_twelve_hours_six_units()
    {
        var page = Draw(DiaryView.SixWeeks, Monday.PlusDays(3), [Firm(1, A, Monday.PlusDays(41).At(new LocalTime(8, 0)), 12)], []);
        Assert.Contains(" x370 w6", Html(Row(page, "A")), StringComparison.Ordinal); // the 42nd day begins at 369; 2 hours a unit from 6 on
        Assert.Equal(Monday.PlusDays(3).PlusDays(42), page.Later);
    }

    [Fact]
    public void A_closure_and_a_function_of_two_halves_stand_below_one_another_in_the_whole()
    {
        var nine = Monday.At(new LocalTime(9, 0));
        var closure = new DiaryClosure(7, B.Id, "Paint", nine, nine.PlusHours(3), At(nine), At(nine.PlusHours(3)));
        var page = Draw(DiaryView.Day, Monday, [Firm(1, A, nine, 3)], [closure]);
        Assert.Contains("lines2", Row(page, "A & B").Class, StringComparison.Ordinal);
        Assert.Contains("lines1", Row(page, "A").Class, StringComparison.Ordinal);
        Assert.Contains("Paint", Html(Row(page, "B").Closures), StringComparison.Ordinal);
        Assert.Equal("", Html(Row(page, "A").Closures));
    }

    [Fact]
    public void A_hidden_function_still_counts_in_the_rank_of_those_who_wait()
    {
        var nine = Monday.At(new LocalTime(9, 0));
        DiaryFunction Waiting(int id, BookingStatus status) => Firm(id, A, nine, 3) with { IsFirm = false, QueuedAs = id, Status = status };
        var page = Draw(DiaryView.Day, Monday, [Firm(1, A, nine, 3), Waiting(2, BookingStatus.Definite), Waiting(3, BookingStatus.Tentative)], [], new DiaryFilter { Status = [BookingStatus.Tentative] });
        Assert.Contains("<em>3</em>", Html(Row(page, "A")), StringComparison.Ordinal);
        Assert.Equal(1, page.Count);
    }

    [Fact]
    public void A_retired_room_is_gone_and_one_that_is_filtered_out_is_gone_with_what_is_in_it()
    {
        var nine = Monday.At(new LocalTime(9, 0));
        var page = Draw(DiaryView.Day, Monday, [Firm(1, A, nine, 3)], [], new DiaryFilter { Feature = [SpaceFeature.Combination] });
        Assert.Equal(["A & B"], page.Floors.SelectMany(floor => floor.Rows).Select(row => row.Name));
        Assert.Contains("echo", Html(Row(page, "A & B")), StringComparison.Ordinal);
        Assert.Equal(0, page.Count);
        Assert.Empty(page.Agenda);
    }

    private static DiaryPage Draw(DiaryView view, LocalDate date, DiaryFunction[] functions, DiaryClosure[] closures, DiaryFilter? filter = null)
    {
        var content = new DiaryContent([A, B, Both, new DiaryRoom(4, "Old", "1", null, []) { IsRetired = true }], functions, closures, new Dictionary<LocalDate, string>(), new Dictionary<int, DiaryFacts>());
        var span = DiarySpan.Of(view, date);
        return new DiaryDrawing(span, Zone, At(Monday.AtMidnight()), CultureInfo.InvariantCulture, text => text, content, filter ?? new()).Draw(new DiaryFilterBar(view, date, filter ?? new(), [], [], [], []));
    }

    private static DiaryFunction Firm(int id, DiaryRoom room, LocalDateTime start, int hours) => new(
        id, room.Id, "Meeting", SetupStyle.Theatre, start, start.PlusHours(hours), At(start), At(start.PlusHours(hours)), 20, true, 1, id, $"HC-{id}", $"Event {id}", "Company", BookingStatus.Definite, null, 1);

    private static Instant At(LocalDateTime local) => local.InZoneLeniently(Zone).ToInstant();

    private static DiaryPage.Row Row(DiaryPage page, string name) => page.Floors.SelectMany(floor => floor.Rows).Single(row => row.Name == name);

    private static string Html(DiaryPage.Row row) => Html(row.Bars);

    private static string Html(Microsoft.AspNetCore.Html.IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static string Top()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "HotelCorporate.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
