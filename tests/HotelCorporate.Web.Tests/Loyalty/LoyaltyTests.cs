using System.Globalization;
using System.Net;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Loyalty;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.Loyalty;

public sealed class LoyaltyOnSqlite(SqliteSite site) : LoyaltyTests(site), IClassFixture<SqliteSite>;

public sealed class LoyaltyOnPostgres(PostgresSite site) : LoyaltyTests(site), IClassFixture<PostgresSite>;

/// <summary>Companies earn points with final invoices and spend them on offers; nobody spends the same points twice.</summary>
public abstract class LoyaltyTests(HotelSiteFixture site)
{
    private static readonly Dictionary<string, string> Programme = new()
    {
        ["Name"] = "Corporate Circle", ["IsOpen"] = "true", ["PointsPerUnit"] = "1", ["PointWorth"] = "0.02", ["LeastPoints"] = "1000", ["MaximumShare"] = "20", ["MonthsValid"] = "24",
        ["EarnsOn"] = "RoomHire", ["SpentOn"] = "RoomHire", ["Tiers[0].Name"] = "Silver", ["Tiers[0].From"] = "500", ["Tiers[0].Factor"] = "2", ["Tiers[0].HireOff"] = "5",
    };

    [Fact]
    public async Task The_rules_are_typed_checked_and_told_to_the_journal()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        await ProgrammeAsync();
        using var wrong = await manager.PostAsync("/loyalty/edit", new(Programme) { ["PointWorth"] = "2", ["Tiers[1].Name"] = "Gold", ["Tiers[1].From"] = "400" }, "/loyalty/edit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var form = await HotelBrowser.ParseAsync(wrong);
        Assert.Equal("400", form.QuerySelector("[name='Tiers[1].From']")!.GetAttribute("value"));
        Assert.Contains("more than half", form.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var stale = await manager.PostAsync("/loyalty/edit", new(Programme) { ["Opened"] = "-3" }, "/loyalty/edit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        var page = (await manager.PageAsync("/loyalty")).QuerySelector("main")!.TextContent;
        Assert.Contains("Corporate Circle", page, StringComparison.Ordinal);
        Assert.Contains("Silver", page, StringComparison.Ordinal);
        var sales = await site.SignedInAsync("sales@demo.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.GetAsync("/loyalty/edit")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await sales.GetAsync("/loyalty")).StatusCode);
    }

    [Fact]
    public async Task A_company_spends_points_on_an_offer_and_gets_them_back_when_the_booking_is_cancelled()
    {
        var (sales, company) = (await site.SignedInAsync("sales@demo.example"), await MemberAsync("Spending Shpk", 12_000));
        var space = await site.InDatabaseAsync(db => db.Spaces.Where(space => space.Name == "Balmoral").Select(space => space.Id).FirstAsync());
        using var inquiry = await sales.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = $"{company}", ["Name"] = "Board day", ["Functions[0].Name"] = "Board", ["Functions[0].Date"] = "2027-04-06", ["Functions[0].From"] = "9",
            ["Functions[0].Until"] = "17", ["Functions[0].SpaceId"] = $"{space}", ["Functions[0].Style"] = "Theatre", ["Functions[0].People"] = "30",
        });
        var booking = inquiry.Headers.Location!.OriginalString;
        var typed = new Dictionary<string, string> { ["Functions[0].PackageId"] = "", ["Functions[0].Hire"] = "1000", ["Points"] = "12000" };
        using var tooMany = await sales.SendShownAsync(booking + "/quotes/new", booking + "/quotes/new", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooMany.StatusCode);
        var refused = await HotelBrowser.ParseAsync(tooMany);
        Assert.Equal("12000", refused.QuerySelector("[name=Points]")!.GetAttribute("value"));
        Assert.Contains("200.00 EUR, which is 10,000 points", refused.QuerySelector("[name=Points]")!.ParentElement!.QuerySelector(".invalid-feedback")!.TextContent, StringComparison.Ordinal);

        typed["Points"] = "10000";
        using var saved = await sales.SendShownAsync(booking + "/quotes/new", booking + "/quotes/new", typed);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var draft = saved.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(draft + "/send", [], draft)).StatusCode);
        var link = (await sales.PageAsync(draft)).QuerySelector("a[href*='/offers/']")!.GetAttribute("href")!;
        link = link[link.IndexOf("/offers/", StringComparison.Ordinal)..];
        var client = site.Browser();
        var offer = await client.PageAsync(link);
        Assert.Contains("800.00", offer.QuerySelector("[data-total]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Corporate Circle", offer.QuerySelector(".priced")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([800m], WorkbookTests.QuoteTotals(await client.Http.GetByteArrayAsync(new Uri(link + "/offer.xlsx", UriKind.Relative))));
        Assert.Contains("800.00", PdfTests.TextOf(await client.Http.GetByteArrayAsync(new Uri(link + "/offer.pdf", UriKind.Relative)), "loyal"), StringComparison.Ordinal);
        Assert.Equal(12_000, await PointsAsync(company)); // an offer alone takes nothing

        var seen = offer.QuerySelector("[name=seen]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(link + "/accept", new() { ["name"] = "Besa", ["seen"] = seen }, link)).StatusCode);
        Assert.Equal(2_000, await PointsAsync(company));
        Assert.Contains("-10", (await sales.PageAsync($"/loyalty/{company}")).QuerySelector("table")!.TextContent.Replace("−", "-", StringComparison.Ordinal), StringComparison.Ordinal);

        // The contract once more: its own points count as there. Fewer of them, and the rest is back.
        Assert.Contains("12,000", (await sales.PageAsync(booking + "/quotes/new")).QuerySelector("[name=Points]")!.ParentElement!.TextContent, StringComparison.Ordinal);
        var id = int.Parse(booking.Split('/')[^1], CultureInfo.InvariantCulture);
        await InDeskAsync<BookingMoves>(async moves => await moves.CancelAsync(id, null, "No need any more", Actor.Client, CancellationToken.None));
        Assert.Equal(12_000, await PointsAsync(company));
        Assert.Equal(2, await site.InDatabaseAsync(db => db.LoyaltyEntries.CountAsync(entry => entry.BookingId == id)));
    }

    [Fact]
    public async Task The_final_invoice_earns_points_as_its_workbook_says_and_its_credit_takes_them_back()
    {
        var (finance, company) = (await site.SignedInAsync("finance@demo.example"), await MemberAsync("Earning Shpk", 10_000));
        var booking = await ContractAsync(company, new LocalDate(2026, 11, 24), 10_000);
        Assert.Equal(0, await PointsAsync(company));
        await InDeskAsync<BookingMoves>(async moves => await moves.BeginAsync(booking, Actor.Clock, CancellationToken.None));
        await site.InDatabaseAsync(async db =>
        {
            (await db.Functions.SingleAsync(function => function.BookingId == booking)).Serve(30);
            return await db.SaveChangesAsync();
        });
        await InDeskAsync<InvoiceIssuing>(async desk => await desk.FinalAsync(booking, Actor.Keeper, CancellationToken.None));

        var invoice = await site.InDatabaseAsync(db => db.Invoices.AsNoTracking().Include(invoice => invoice.Lines).Include(invoice => invoice.Taxes).SingleAsync(invoice => invoice.BookingId == booking && invoice.Kind == InvoiceKind.Final));
        Assert.Equal((Eur(200m), Eur(800m)), (invoice.Allowances, invoice.Gross));
        Assert.Equal(InvoiceLineRole.Allowance, invoice.Lines.OrderBy(line => line.Position).Last().Role);
        var recalculated = WorkbookTests.Recalculated(await finance.Http.GetByteArrayAsync(new Uri($"/invoices/{invoice.Id}/xlsx", UriKind.Relative)));
        Assert.Contains("800.00", recalculated);
        Assert.Contains(invoice.Net.Amount.ToString("0.00", CultureInfo.InvariantCulture), recalculated);
        var earned = (int)decimal.Floor(invoice.Net.Amount);
        Assert.Equal(earned, await PointsAsync(company));
        Assert.Contains("Silver", (await finance.PageAsync($"/loyalty/{company}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal); // from 500 on
        var workbook = await finance.GetAsync("/loyalty/members.xlsx");
        Assert.Equal(HttpStatusCode.OK, workbook.StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await finance.PostAsync($"/invoices/{invoice.Id}/credit", new() { ["reason"] = "Wrong people" }, $"/invoices/{invoice.Id}")).StatusCode);
        Assert.Equal(0, await PointsAsync(company));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.LoyaltyEntries.Where(entry => entry.AccountId == company).SumAsync(entry => entry.RevenueUnits)));
        await InDeskAsync<InvoiceIssuing>(async desk => await desk.FinalAsync(booking, Actor.Keeper, CancellationToken.None));
        Assert.Equal(earned, await PointsAsync(company));
    }

    [Fact]
    public async Task Of_two_bookings_that_spend_the_same_points_at_once_one_gets_them()
    {
        var company = await MemberAsync("Racing Shpk", 10_000);
        var offers = new List<Quote>();
        for (var i = 0; i < 4; i++) offers.Add(await OfferAsync(company, new LocalDate(2027, 5, 3).PlusDays(i), 10_000));
        var answers = await Task.WhenAll(offers.Select(offer => Task.Run(async () =>
        {
            try
            {
                await AcceptAsync(offer);
                return "taken";
            }
            catch (HouseRuleException refusal)
            {
                return refusal.Sentence.ToString();
            }
        })));

        Assert.Single(answers, "taken");
        Assert.All(answers.Where(answer => answer != "taken"), answer => Assert.Contains("has 0 points", answer, StringComparison.Ordinal));
        Assert.Equal(0, await PointsAsync(company));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Quotes.CountAsync(quote => offers.Select(offer => offer.Id).Contains(quote.Id) && quote.Status == QuoteStatus.Accepted)));
    }

    [Fact]
    public async Task By_hand_points_need_a_reason_and_must_be_there()
    {
        var (manager, company) = (await site.SignedInAsync("manager@demo.example"), await MemberAsync("Given Shpk", 500));
        var page = $"/loyalty/{company}";
        foreach (var (points, why) in new[] { ("-501", "A mistake"), ("100", ""), ("0", "Nothing"), ("many", "Typed"), ("1000000000", "Too many") })
        {
            using var refused = await manager.PostAsync(page + "/adjust", new() { ["points"] = points, ["why"] = why }, page);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var form = await HotelBrowser.ParseAsync(refused);
            Assert.Equal((points, why), (form.QuerySelector("[name=points]")!.GetAttribute("value"), form.QuerySelector("[name=why]")!.GetAttribute("value") ?? ""));
        }

        Assert.Equal(500, await PointsAsync(company));
        var sales = await site.SignedInAsync("sales@demo.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.PostAsync(page + "/adjust", new() { ["points"] = "5", ["why"] = "Mine" }, "/bookings/new")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(page + "/leave", [], page)).StatusCode);
        Assert.Null(await StandingAsync(company));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(page + "/join", [], page)).StatusCode);
        Assert.Equal(500, (await StandingAsync(company))!.Points);
    }

    [Fact]
    public async Task Old_points_lapse_once_and_two_records_of_one_company_have_their_points_together()
    {
        var (one, other) = (await MemberAsync("Lapsing Shpk", 700), await MemberAsync("Lapsing Tirana", 300));
        await site.InDatabaseAsync(async db => (await db.LoyaltyEntries.Where(entry => entry.AccountId == one).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.AgesFrom, new LocalDate(2024, 11, 23)))));
        for (var round = 0; round < 2; round++) await InDeskAsync<LoyaltyDesk>(desk => desk.LapseAsync(CancellationToken.None));
        Assert.Equal((0, 300), (await PointsAsync(one), await PointsAsync(other)));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.LoyaltyEntries.CountAsync(entry => entry.AccountId == one && entry.Kind == LoyaltyEntryKind.Lapsed)));

        var manager = await site.SignedInAsync("manager@demo.example");
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/accounts/{other}/merge", new() { ["into"] = $"{one}", ["why"] = "One company" })).StatusCode);
        Assert.Equal((300, 0), (await PointsAsync(one), await PointsAsync(other)));
        var merge = await site.InDatabaseAsync(db => db.AccountMerges.Where(merge => merge.FromId == other).Select(merge => merge.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/accounts/{one}/merges/{merge}/undo", [], $"/accounts/{one}")).StatusCode);
        Assert.Equal((0, 300), (await PointsAsync(one), await PointsAsync(other)));
    }

    private async Task ProgrammeAsync()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        using var made = await manager.PostAsync("/loyalty/edit", Programme, "/loyalty/edit");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
    }

    /// <summary>A company of its own, with points given by hand; the hotel asks it for no deposit.</summary>
    private async Task<int> MemberAsync(string name, int points)
    {
        await ProgrammeAsync();
        var id = await site.InDatabaseAsync(async db =>
        {
            await db.Properties.ExecuteUpdateAsync(set => set.SetProperty(property => property.Deposits, ""));
            var account = Account.Open(new AccountFacts(name, Country: "AL", Language: "en"));
            var contact = new Contact { Name = "Besa" };
            contact.Change(new ContactFacts("Besa", "besa@" + name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() + ".example"), "AL");
            account.Add(contact);
            db.Accounts.Add(account);
            await db.SaveChangesAsync();
            return account.Id;
        });
        var manager = await site.SignedInAsync("manager@demo.example");
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/loyalty/{id}/join", [], $"/loyalty/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/loyalty/{id}/adjust", new() { ["points"] = $"{points}", ["why"] = "From the old programme" }, $"/loyalty/{id}")).StatusCode);
        return id;
    }

    private async Task<int> ContractAsync(int company, LocalDate day, int points)
    {
        var offer = await OfferAsync(company, day, points);
        await AcceptAsync(offer);
        return offer.BookingId;
    }

    /// <summary>A sent offer of 1,000.00 hire that spends points.</summary>
    private async Task<Quote> OfferAsync(int company, LocalDate day, int points)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
        var property = await db.Properties.OrderBy(property => property.Id).FirstAsync();
        var space = await db.Spaces.FirstAsync(space => space.PropertyId == property.Id && space.Name == "Balmoral");
        var now = site.Clock.GetCurrentInstant();
        var booking = Booking.Inquire(property.Id, company, await db.NextBookingReferenceAsync(day.Year, CancellationToken.None), "Meeting", ownerId: null, now);
        booking.Add(Function.Plan("Meeting", space.Id, SetupStyle.Theatre, day.At(new LocalTime(6, 0)), day.At(new LocalTime(7, 0)), 30, property.Zone));
        db.Bookings.Add(booking);
        await db.SaveChangesAsync();
        var ground = (await scope.ServiceProvider.GetRequiredService<QuoteGrounds>().ReadAsync(booking.Id, sellerId: null, CancellationToken.None))!;
        var asked = new QuoteRequest { ValidUntil = ground.Today.PlusDays(7), Points = points, Functions = [new FunctionAsked(PlannedFunction.Of(booking.Functions[0], 1)) { Hire = 1_000m }] };
        var priced = await scope.ServiceProvider.GetRequiredService<QuoteGrounds>().PriceAsync(ground, asked, CancellationToken.None);
        Assert.Empty(priced.Refusals);
        var quote = scope.ServiceProvider.GetRequiredService<QuoteDrafting>().Make(new QuoteWish(ground, asked, priced, 1, 1));
        quote.Send(ground.Today, now, new QuoteDates(day, day.At(new LocalTime(0, 0))));
        db.Quotes.Add(quote);
        await db.SaveChangesAsync();
        return quote;
    }

    private Task AcceptAsync(Quote offer) => InDeskAsync<BookingMoves>(moves =>
        moves.AcceptOfferAsync(offer.Id, new Acceptance("Besa", new LocalDate(2026, 11, 24), null, offer.SeenHash!, site.Clock.GetCurrentInstant(), "test"), Actor.Client, CancellationToken.None));

    private async Task InDeskAsync<T>(Func<T, Task> act) where T : class
    {
        await using var scope = site.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    private Task<int> PointsAsync(int company) => site.InDatabaseAsync(db => db.LoyaltyMembers.Where(member => member.AccountId == company).Select(member => member.Points).SingleAsync());

    private async Task<LoyaltyStanding?> StandingAsync(int company)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LoyaltyDesk>().StandingAsync(company, Currency.Eur, new LocalDate(2026, 11, 24), bookingId: null, CancellationToken.None);
    }

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);
}
