using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Tests.Blocks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Quotes;

public sealed class BroughtFunctionsOnSqlite(SqliteSite site) : BroughtFunctionTests(site), IClassFixture<SqliteSite>;

public sealed class BroughtFunctionsOnPostgres(PostgresSite site) : BroughtFunctionTests(site), IClassFixture<PostgresSite>;

/// <summary>Breaks and lunches of a package become functions with rooms of their own (domain section 6).</summary>
public abstract class BroughtFunctionTests(HotelSiteFixture site)
{
    [Fact]
    public async Task Break_and_lunch_of_the_package_are_in_the_programme_and_at_acceptance_in_the_booking_with_their_rooms()
    {
        var (sales, package) = await WithPackageAsync();
        var day = new LocalDate(2027, 5, 11);
        var booking = await site.InquiryAsync(sales, "Brought meeting", day);
        var draft = await sales.PricedAsync(booking, new() { ["Functions[0].PackageId"] = $"{package}" });
        Assert.Equal([("Plenary", "9:00"), ("Fruit break", "10:30"), ("Buffet lunch", "12:30")], (await site.QuoteAsync(draft)).Programme.Select(planned => (planned.Name, $"{planned.Start.Hour}:{planned.Start.Minute:00}")));
        var link = await sales.SentAsync(draft);
        var page = (await site.Browser().PageAsync(link)).Words();
        foreach (var says in new[] { "Fruit break", "Buffet lunch", "Windsor", "Oxford" }) Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Tea at the desk", Programme(await site.Browser().PageAsync(link)), StringComparison.Ordinal); // served where the meeting goes on

        using var accepted = await site.AcceptedAsync(link);
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        var now = await site.ReadAsync(booking);
        Assert.Equal(BookingStatus.Definite, now.Status);
        Assert.Equal(
            [("Plenary", "Balmoral", SetupStyle.Theatre, "17:0"), ("Fruit break", "Windsor", SetupStyle.Reception, "11:0"), ("Buffet lunch", "Oxford", SetupStyle.Banquet, "13:30")],
            await PlacesAsync(now));
        Assert.All(now.Functions, function => Assert.True(function.IsFirm));
        Assert.Equal(3, await site.InDatabaseAsync(db => db.Holds.CountAsync(hold => hold.BookingId == now.Id)));
        Assert.All(now.Functions, function => Assert.Equal((day, 30), (function.Start.Date, function.Expected)));
    }

    [Fact]
    public async Task What_was_put_into_the_programme_before_is_not_there_twice()
    {
        var (sales, package) = await WithPackageAsync();
        var booking = await site.InquiryAsync(sales, "Prepared meeting", new LocalDate(2027, 5, 18));
        var draft = await sales.PricedAsync(booking, new() { ["Functions[0].PackageId"] = $"{package}" });
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(draft + "/programme", [], draft)).StatusCode);
        Assert.DoesNotContain("is not in this offer", (await sales.PageAsync(draft)).Words(), StringComparison.Ordinal);
        using var accepted = await site.AcceptedAsync(await sales.SentAsync(draft));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        var now = await site.ReadAsync(booking);
        Assert.Equal((BookingStatus.Definite, 3, true), (now.Status, now.Functions.Count, now.Functions.All(function => function.IsFirm)));
    }

    [Fact]
    public async Task A_room_that_is_taken_is_told_while_it_is_typed_and_awaited_after_the_acceptance()
    {
        var (sales, package) = await WithPackageAsync();
        var day = new LocalDate(2027, 5, 25);
        var other = await site.InquiryAsync(sales, "Earlier in Oxford", day, space: "Oxford");
        using (var taken = await site.AcceptedAsync(await sales.SentAsync(await sales.PricedAsync(other, new() { ["Functions[0].PackageId"] = "", ["Functions[0].Hire"] = "500" })))) Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);

        var booking = await site.InquiryAsync(sales, "Crowded lunch", day);
        var draft = await sales.PricedAsync(booking, new() { ["Functions[0].PackageId"] = $"{package}" });
        using var priced = await sales.SendShownAsync(draft + "/edit", draft + "/edit", new() { ["Functions[0].Discount"] = "101" });
        Assert.Contains((await site.ReadAsync(other)).Reference, (await HotelBrowser.ParseAsync(priced)).QuerySelector("#worth")!.TextContent, StringComparison.Ordinal);

        using var accepted = await site.AcceptedAsync(await sales.SentAsync(draft));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        var now = await site.ReadAsync(booking);
        Assert.Equal((BookingStatus.Tentative, "Ann Client"), (now.Status, now.AcceptedBy));
        Assert.Contains("the space Oxford for Buffet lunch", now.WaitsFor!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_meets_the_booking_itself_is_told_and_does_not_keep_the_client_from_accepting()
    {
        var (sales, package) = await WithPackageAsync("MEETS", "Balmoral", "17:30"); // while the meeting is cleared
        var booking = await site.InquiryAsync(sales, "Dinner too early", new LocalDate(2027, 6, 1));
        var draft = await sales.PricedAsync(booking, new() { ["Functions[0].PackageId"] = $"{package}" });
        using var typed = await sales.SendShownAsync(draft + "/edit", draft + "/edit", new() { ["Functions[0].Discount"] = "101" });
        Assert.Contains("Buffet lunch of the package meets Plenary", (await HotelBrowser.ParseAsync(typed)).QuerySelector("#worth")!.TextContent, StringComparison.Ordinal);
        using var accepted = await site.AcceptedAsync(await sales.SentAsync(draft));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        var now = await site.ReadAsync(booking);
        Assert.Equal((BookingStatus.Definite, 2), (now.Status, now.Functions.Count));
        Assert.Contains(await site.InDatabaseAsync(db => db.Tasks.AsNoTracking().Where(task => task.BookingId == now.Id).ToListAsync()), task => task.Text.ToString().StartsWith("Buffet lunch on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_alternative_brings_its_own()
    {
        var (sales, package) = await WithPackageAsync();
        var booking = await site.InquiryAsync(sales, "Two weeks to choose from", new LocalDate(2027, 6, 8));
        var draft = await sales.PricedAsync(booking, new() { ["Functions[0].PackageId"] = "", ["Functions[0].Hire"] = "600" });
        using var added = await sales.SendShownAsync(draft + "/alternative", draft + "/alternative", new() { ["Functions[0].Date"] = "2027-06-15", ["Functions[0].PackageId"] = $"{package}", ["Functions[0].Hire"] = "" });
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        using var accepted = await site.AcceptedAsync(await sales.SentAsync(draft), 1);
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        var now = await site.ReadAsync(booking);
        Assert.Equal(BookingStatus.Definite, now.Status);
        Assert.Equal(["Plenary", "Fruit break", "Buffet lunch"], now.Functions.Where(function => !function.IsCancelled).OrderBy(function => function.Start).Select(function => function.Name));
        Assert.All(now.Functions.Where(function => !function.IsCancelled), function => Assert.Equal((new LocalDate(2027, 6, 15), true), (function.Start.Date, function.IsFirm)));
    }

    /// <summary>A day package whose break is served in Windsor and whose lunch in Oxford; the tea in the room where the meeting is.</summary>
    private async Task<(HotelBrowser Sales, int Package)> WithPackageAsync(string code = "BRINGS", string lunchIn = "Oxford", string at = "12:30")
    {
        await site.WithoutDepositsAsync();
        var sales = await site.SignedInAsync("sales@demo.example");
        if (await site.InDatabaseAsync(db => db.Packages.AnyAsync(package => package.Code == code))) return (sales, await site.PackageAsync(code));
        var (manager, tax) = (await site.SignedInAsync("manager@demo.example"), await site.TaxAsync());
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { ["Code"] = code, ["Name"] = "Day with breaks", ["Kind"] = "FullDay", ["ValidFrom"] = "2026-11-01", ["MinimumDelegates"] = "10", ["MaximumDelegates"] = "60" };
        Part(0, "Meeting room", "20", "RoomHire");
        Part(1, "Fruit break", "8", "Food", ("ServedAt", "10:30"), ("SpawnsFunction", "true"), ("FunctionStyle", "Reception"), ("FunctionMinutes", "30"), ("FunctionSpaceId", $"{await site.SpaceAsync("Windsor")}"));
        Part(2, "Buffet lunch", "22", "Food", ("ServedAt", at), ("SpawnsFunction", "true"), ("FunctionStyle", "Banquet"), ("FunctionMinutes", "60"), ("FunctionSpaceId", $"{await site.SpaceAsync(lunchIn)}"));
        if (code == "BRINGS") Part(3, "Tea at the desk", "4", "Beverage", ("ServedAt", "15:30"), ("SpawnsFunction", "true"), ("FunctionStyle", "Reception"), ("FunctionMinutes", "30"));
        using var made = await manager.SendShownAsync("/packages/new", "/packages/new", typed);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return (sales, await site.PackageAsync(code));

        void Part(int i, string name, string amount, string revenue, params (string Field, string Value)[] more)
        {
            foreach (var (field, value) in more.Concat([("Name", name), ("Amount", amount), ("RevenueClass", revenue), ("TaxCodeId", $"{tax}")])) typed[$"Parts[{i}].{field}"] = value;
        }
    }

    private Task<List<(string Name, string Space, SetupStyle Style, string Until)>> PlacesAsync(Booking booking) => site.InDatabaseAsync(async db =>
    {
        var names = await db.Spaces.ToDictionaryAsync(space => space.Id, space => space.Name);
        return booking.Functions.Where(function => !function.IsCancelled).OrderBy(function => function.Start).Select(function => (function.Name, names[function.SpaceId!.Value], function.Style, $"{function.End.Hour}:{function.End.Minute}")).ToList();
    });

    private static string Programme(AngleSharp.Html.Dom.IHtmlDocument page) => string.Join(' ', page.QuerySelectorAll(".list-group-item strong").Select(name => name.TextContent));
}
