using System.Globalization;
using System.Net;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Tests.Agreements;

public sealed class RatesPageOnSqlite(SqliteSite site) : RatesPageTests(site), IClassFixture<SqliteSite>;

public sealed class RatesPageOnPostgres(PostgresSite site) : RatesPageTests(site), IClassFixture<PostgresSite>;

/// <summary>What a company would pay, asked on the telephone; what it is not given is kept.</summary>
public abstract class RatesPageTests(HotelSiteFixture site)
{
    private static readonly LocalDate First = new(2027, 3, 1); // a Monday

    [Fact]
    public async Task A_stay_over_a_season_change_a_blackout_and_a_tier_is_priced_with_its_steps()
    {
        var (sales, account, type) = await ReadyAsync("Dajti Telekom", lastRoom: true);
        using var asked = await AskAsync(sales, "Dajti", type, First, 4);
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var page = (await sales.PageAsync(asked.Headers.Location!.OriginalString)).QuerySelector("main")!;
        var amounts = page.QuerySelectorAll("tbody tr td:nth-child(2)").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal(["90.00", "100.00", "177.00", "100.00"], amounts); // the tier's own column: 96 - 6 and 106 - 6; the fair
        Assert.Contains("467.00", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("agreed rate from 200 nights on (300 promised)", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("blackout Fair, the agreed rates do not hold", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.RateRefusals.CountAsync(refusal => refusal.AccountId == account)));
    }

    [Fact]
    public async Task Without_last_room_availability_a_closed_night_is_refused_and_noted_once()
    {
        var (sales, account, type) = await ReadyAsync("Valbona Outdoor", lastRoom: false);
        var night = First.PlusDays(40);
        await CloseAsync(type, night);
        for (var i = 0; i < 2; i++)
        {
            using var asked = await AskAsync(sales, "Valbona Outdoor", type, night, 1);
            Assert.Contains("Unavailable", (await sales.PageAsync(asked.Headers.Location!.OriginalString)).Body!.TextContent, StringComparison.Ordinal);
        }

        var refusal = await site.InDatabaseAsync(db => db.RateRefusals.AsNoTracking().SingleAsync(refusal => refusal.AccountId == account));
        Assert.Equal((night, false, false), (refusal.Night, refusal.IsLastRoom, refusal.IsHousesBreach));
        Assert.Contains("closed on this night", refusal.Reason.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_last_room_availability_a_closed_night_is_honoured_and_to_refuse_it_is_the_hotels_breach()
    {
        var (sales, account, type) = await ReadyAsync("Northwind Energy", lastRoom: true);
        var night = First.PlusDays(43);
        await CloseAsync(type, night);
        using var asked = await AskAsync(sales, "Northwind Energy", type, night, 1);
        var address = asked.Headers.Location!.OriginalString;
        Assert.Contains("honoured, the agreement has last room availability", (await sales.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        using (var silent = await sales.SendShownAsync(address, "/rates/refuse")) Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        using (var refused = await sales.SendShownAsync(address, "/rates/refuse", new() { ["reason"] = "The desk said full" })) Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        var kept = await site.InDatabaseAsync(db => db.RateRefusals.AsNoTracking().SingleAsync(refusal => refusal.AccountId == account));
        Assert.True(kept.IsHousesBreach);
        Assert.Equal("The desk said full", kept.Reason.ToString());
        Assert.Contains("The hotel's breach", (await sales.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_name_finds_the_company_and_what_is_missing_is_said_at_its_field()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        using var refused = await sales.PostAsync("/rates", new() { ["AccountId"] = "Nobody at all", ["Nights"] = "90", ["RoomTypeId"] = "0", ["Occupancy"] = "Single" }, "/rates");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await HotelBrowser.ParseAsync(refused);
        foreach (var said in new[] { "No company here is called Nobody at all", "Choose a room type", "Type the day of arrival", "1 to 60 nights" }) Assert.Contains(said, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nobody at all", page.QuerySelector("[name=AccountId]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Nights_are_closed_and_opened_on_their_page_by_a_manager()
    {
        var (manager, type) = (await site.SignedInAsync("manager@demo.example"), (await TypeAsync()).Id);
        var fields = new Dictionary<string, string> { ["RoomTypeId"] = Text(type), ["From"] = "2027-05-03", ["To"] = "2027-05-06", ["Reason"] = "Congress" };
        using (var closed = await manager.PostAsync("/bedrooms/closed", fields, "/bedrooms/closed")) Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal(4, await site.InDatabaseAsync(db => db.ClosedNights.CountAsync(night => night.Reason == "Congress")));
        Assert.Contains("Congress", (await manager.PageAsync("/bedrooms/closed")).Body!.TextContent, StringComparison.Ordinal);
        using (var opened = await manager.PostAsync("/bedrooms/closed/open", new() { ["RoomTypeId"] = Text(type), ["From"] = "2027-05-04", ["To"] = "2027-05-05" }, "/bedrooms/closed")) Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.Equal([new LocalDate(2027, 5, 3), new(2027, 5, 6)], await site.InDatabaseAsync(db => db.ClosedNights.Where(night => night.Reason == "Congress").OrderBy(night => night.Night).Select(night => night.Night).ToListAsync()));
        fields["To"] = "2027-05-01";
        using var turned = await manager.PostAsync("/bedrooms/closed", fields, "/bedrooms/closed");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, turned.StatusCode);
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static Task<HttpResponseMessage> AskAsync(HotelBrowser sales, string company, int type, LocalDate arrival, int nights) =>
        sales.PostAsync("/rates", new() { ["AccountId"] = company, ["RoomTypeId"] = Text(type), ["Occupancy"] = "Single", ["Arrival"] = LocalDatePattern.Iso.Format(arrival), ["Nights"] = Text(nights) }, "/rates");

    private Task<RoomType> TypeAsync() => site.InDatabaseAsync(db => db.RoomTypes.AsNoTracking().SingleAsync(type => db.Properties.Any(property => property.Id == type.PropertyId && property.Code == "TIA") && type.Code == "STD"));

    private Task<int> CloseAsync(int type, LocalDate night) => site.InDatabaseAsync(db =>
    {
        db.ClosedNights.AddRange(ClosedNight.Close(type, night, night, null));
        return db.SaveChangesAsync();
    });

    /// <summary>An agreement that changes its season on 2 March 2027, with a fair on the 3rd and a tier that the promise reaches.</summary>
    private async Task<(HotelBrowser Sales, int Account, int Type)> ReadyAsync(string company, bool lastRoom)
    {
        var type = await TypeAsync();
        var account = await site.InDatabaseAsync(async db =>
        {
            var id = await db.Accounts.Where(account => account.TradeName == company).Select(account => account.Id).SingleAsync();
            var (from, to) = (First.PlusDays(-20), First.PlusDays(60));
            var agreement = Agreement.Draft(id, $"{company} spring", new AgreementTerms
            {
                PropertyIds = [type.PropertyId], ValidFrom = from, ValidTo = to, CurrencyCode = "EUR", LastRoomAvailability = lastRoom, CommittedNights = 300, Tiers = [new Tier(200)],
                Seasons = [new("Low", from, First), new("High", First.PlusDays(1), to)], Blackouts = [new("Fair", First.PlusDays(2), First.PlusDays(2), 177m)],
                Rates = [new("Low", type.Id, Occupancy.Single, 96m, TierAmounts: [90m]), new("High", type.Id, Occupancy.Single, 106m, TierAmounts: [100m])],
            });
            agreement.Offer();
            agreement.Accept("A. Client", site.Clock.GetCurrentInstant());
            db.Agreements.Add(agreement);
            await db.SaveChangesAsync();
            return id;
        });
        return (await site.SignedInAsync("sales@demo.example"), account, type.Id);
    }
}
