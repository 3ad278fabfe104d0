using System.Globalization;
using AngleSharp.Html.Dom;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.Blocks;

/// <summary>Bookings with bedrooms, each in a month of its own so that no test meets another's rooms.</summary>
internal static class BlockSteps
{
    public static readonly LocalDate Today = new(2026, 11, 24);

    /// <summary>An inquiry of two days in Tirana, from that day on.</summary>
    public static Task<int> BookingAsync(this HotelSiteFixture site, LocalDate day) => site.InDatabaseAsync(async db =>
    {
        var hotel = await db.Properties.SingleAsync(property => property.Code == "TIA");
        var (account, hall) = (await db.Accounts.Where(account => account.TradeName == "Valbona Outdoor").Select(account => account.Id).SingleAsync(), await db.Spaces.Where(space => space.Name == "Balmoral").Select(space => space.Id).SingleAsync());
        var booking = Booking.Inquire(hotel.Id, account, await db.NextBookingReferenceAsync(day.Year, CancellationToken.None), $"Block {day}", ownerId: null, site.Clock.GetCurrentInstant());
        for (var i = 0; i < 2; i++) booking.Add(Function.Plan($"Day {i + 1}", hall, SetupStyle.Theatre, day.PlusDays(i).At(new LocalTime(9, 0)), day.PlusDays(i).At(new LocalTime(17, 0)), 30, hotel.Zone));
        db.Bookings.Add(booking);
        await db.SaveChangesAsync();
        return booking.Id;
    });

    public static Task<int> SuiteAsync(this HotelSiteFixture site) => TypeAsync(site, "STE");

    public static Task<int> TypeAsync(this HotelSiteFixture site, string code) => site.InDatabaseAsync(db => db.RoomTypes.Where(type => type.Code == code && db.Properties.Any(hotel => hotel.Code == "TIA" && hotel.Id == type.PropertyId)).Select(type => type.Id).SingleAsync());

    public static Task<HttpResponseMessage> AddAsync(this HotelBrowser browser, int booking, int type, LocalDate first, int nights, int rooms, params (string Field, string Value)[] more) =>
        browser.SendShownAsync($"/bookings/{booking}/block", $"/bookings/{booking}/block/add", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["First"] = NodaTime.Text.LocalDatePattern.Iso.Format(first), ["Nights"] = Text(nights), ["Rooms"] = Text(rooms), ["RoomTypeId"] = Text(type),
        }.Concat(more.Select(pair => KeyValuePair.Create(pair.Field, pair.Value))).GroupBy(pair => pair.Key).ToDictionary(pairs => pairs.Key, pairs => pairs.Last().Value, StringComparer.Ordinal));

    /// <summary>A sent version with so many suites in a night, accepted on paper.</summary>
    public static async Task AcceptAsync(this HotelSiteFixture site, int bookingId, int revision, int type, params (LocalDate Night, int Rooms)[] nights)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
        var booking = await db.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == bookingId);
        var hotel = await db.Properties.SingleAsync(property => property.Id == booking.PropertyId);
        var now = site.Clock.GetCurrentInstant();
        List<QuoteLine> lines = [new QuoteLine("Meeting", "Room hire", nights[0].Night, RevenueClass.RoomHire, 1, new UnitPrice(500, hotel.Currency), "S", 0.2m, []), .. nights.Select(night =>
            new QuoteLine($"Bedrooms, {night.Night}", "Suite", night.Night, RevenueClass.Rooms, night.Rooms, new UnitPrice(300, hotel.Currency), "S", 0.06m, [new("Agreed", 300)]) { RoomTypeId = type, Occupancy = Occupancy.Single })];
        var quote = new Quote(bookingId, $"Q-{booking.Reference}", revision, hotel.TaxMode, hotel.Currency, 30, Today.PlusDays(20), lines) { CreatedAt = now, BedroomTerms = "0.2 0.75 Cumulative 40" };
        quote.Send(Today, now, new QuoteDates(Today.PlusDays(5), Today.PlusDays(6).At(LocalTime.Noon)));
        db.Quotes.Add(quote);
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<BookingMoves>().AcceptOfferAsync(quote.Id, new Acceptance("A. Client", Today, null, quote.SeenHash!, now, "on paper"), Actor.Clock, CancellationToken.None);
    }

    public static Task<RoomBlock> BlockAsync(this HotelSiteFixture site, int booking) => site.InDatabaseAsync(db =>
        db.Blocks.AsNoTracking().AsSplitQuery().Include(block => block.Nights).Include(block => block.Guests).Include(block => block.Pace).Include(block => block.Reductions).SingleAsync(block => block.BookingId == booking));

    /// <summary>Rooms of a type that the house has in a night for everybody else.</summary>
    public static async Task<int> FreeAsync(this HotelSiteFixture site, int typeId, LocalDate night)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var type = await scope.ServiceProvider.GetRequiredService<HotelDb>().RoomTypes.SingleAsync(type => type.Id == typeId);
        return (await scope.ServiceProvider.GetRequiredService<HouseRooms>().StandAsync([typeId], night, night, CancellationToken.None))(type, night).Free;
    }

    public static async Task<HttpResponseMessage> UploadAsync(this HotelBrowser browser, string page, string address, byte[] file)
    {
        var shown = await browser.PageAsync(page);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(shown.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", "list.csv" },
        };
        return await browser.Http.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    /// <summary>Sends a form of a page that was shown already.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HotelBrowser browser, IHtmlDocument page, string address, params (string Field, string Value)[] typed)
    {
        var form = page.FormTo(address);
        var fields = Forms.AsShown(form).Where(field => !typed.Any(pair => pair.Field == field.Key)).Concat(typed.Select(pair => KeyValuePair.Create(pair.Field, pair.Value)))
            .Append(new("__RequestVerificationToken", form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!));
        using var content = new FormUrlEncodedContent(fields);
        return await browser.Http.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    public static List<string> Verdicts(this IHtmlDocument page) => [.. page.QuerySelectorAll("tbody tr").Select(row => $"{row.Children[0].TextContent} {row.Children[2].TextContent[2..]}")];

    public static string Words(this IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
