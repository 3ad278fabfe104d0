using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests;

public sealed class OwnershipOnSqlite(SqliteSite site) : OwnershipTests(site), IClassFixture<SqliteSite>;

public sealed class OwnershipOnPostgres(PostgresSite site) : OwnershipTests(site), IClassFixture<PostgresSite>;

/// <summary>Role by endpoint by owner: who may open what, and that the records of another hotel are not there.</summary>
public abstract partial class OwnershipTests(HotelSiteFixture site)
{
    /// <summary>Open to every hotel of the chain: companies are the chain's, a logo is shown to clients.</summary>
    private static readonly string[] OfTheChain = ["/accounts/{id:int}", "/accounts/{accountId:int}", "/loyalty/{accountId:int}", "/production/{id:int}", "/logos/{id:int}", "/error/{code:int}"];

    [Fact]
    public async Task What_belongs_to_another_hotel_is_not_there()
    {
        var ids = await InTiranaAsync();
        var admin = await site.SignedInAsync("admin@demo.example");
        var hotel = await site.InDatabaseAsync(db => db.Properties.SingleAsync(property => property.Code == "NYC"));
        await admin.PostAsync("/users/new", new() { ["Name"] = "New York", ["Email"] = "ny-admin@demo.example", ["Role"] = "Administrator", ["PropertyId"] = hotel.Id.ToString(CultureInfo.InvariantCulture) }, "/users");
        await site.Browser().PostAsync(await site.PasswordLinkAsync("ny-admin@demo.example"), new() { ["Password"] = "Demo-hotel-2026", ["Again"] = "Demo-hotel-2026" });
        var person = await site.SignedInAsync("ny-admin@demo.example");
        var token = (await person.PageAsync("/me")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var walked = 0;
        foreach (var endpoint in Endpoints().Where(endpoint => endpoint.RoutePattern.Parameters.Any(parameter => parameter.Name != "token")))
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (OfTheChain.Any(open => path.StartsWith(open, StringComparison.Ordinal)) || path.Contains("{**", StringComparison.Ordinal) || path.Contains("{token}", StringComparison.Ordinal)) continue;
            var address = Gap().Replace(path, gap => IdFor(path, gap, ids));
            foreach (var verb in Verbs(endpoint))
            {
                using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(address, UriKind.Relative));
                if (verb == "POST") request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
                using var answer = await person.Http.SendAsync(request);
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{verb} {path} ({address}) answered {(int)answer.StatusCode} to another hotel.");
                walked++;
            }
        }

        Assert.True(walked > 50, $"Only {walked} addresses were walked.");
        foreach (var list in new[] { "/bookings", "/invoices", "/agreements", "/packages", "/catalogue", "/catalogue/hire", "/spaces", "/resources", "/resources/shortages", "/mails", "/inbox", "/users" })
            Assert.DoesNotContain("TIA", (await person.PageAsync(list)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("TIA", (await person.PageAsync("/journal")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var companies = await site.InDatabaseAsync(db => db.Bookings.Where(booking => booking.Id == ids["bookings"]).Select(booking => booking.AccountId).ToListAsync());
        Assert.DoesNotContain("TIA", (await person.PageAsync($"/accounts/{companies[0]}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal); // the company is the chain's, its bookings are not
    }

    [Fact]
    public async Task What_a_form_names_of_another_hotel_has_no_effect()
    {
        var ids = await InTiranaAsync();
        var admin = await site.SignedInAsync("admin@demo.example");
        var hotel = await site.InDatabaseAsync(db => db.Properties.SingleAsync(property => property.Code == "NYC"));
        await admin.PostAsync("/users/new", new() { ["Name"] = "New York", ["Email"] = "ny-two@demo.example", ["Role"] = "Administrator", ["PropertyId"] = Number(hotel.Id) }, "/users");
        await site.Browser().PostAsync(await site.PasswordLinkAsync("ny-two@demo.example"), new() { ["Password"] = "Demo-hotel-2026", ["Again"] = "Demo-hotel-2026" });
        var person = await site.SignedInAsync("ny-two@demo.example");
        var (own, company, space, roomType) = await site.InDatabaseAsync(async db => (
            await db.Users.Where(user => user.Email == "ny-two@demo.example").Select(user => user.Id).SingleAsync(), await db.Accounts.OrderBy(account => account.Id).Select(account => account.Id).FirstAsync(),
            await db.Spaces.Where(found => found.PropertyId == hotel.Id).OrderBy(found => found.Id).Select(found => found.Id).FirstAsync(), await db.RoomTypes.Where(type => type.PropertyId != hotel.Id).Select(type => type.Id).FirstAsync()));
        var inquiry = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountId"] = Number(company), ["Name"] = "Here", ["Functions[0].Name"] = "Plenary", ["Functions[0].Date"] = "2028-05-10", ["Functions[0].From"] = "9",
            ["Functions[0].Until"] = "17", ["Functions[0].SpaceId"] = Number(space), ["Functions[0].Style"] = "Theatre", ["Functions[0].People"] = "10",
        };
        using var made = await person.PostAsync("/bookings/new", inquiry); // with what is the hotel's own it goes
        var booking = made.Headers.Location!.OriginalString;
        var days = new Dictionary<string, string>(StringComparer.Ordinal) { ["From"] = "2026-12-01", ["Until"] = "2026-12-05" };
        var before = await CountAsync();

        await RefusedAsync("/bookings/new", "/bookings/new", new(inquiry, StringComparer.Ordinal) { ["Functions[0].SpaceId"] = Number(ids["spaces"]) });
        var offer = booking + "/quotes/new";
        var priced = new Dictionary<string, string>(StringComparer.Ordinal) { ["ValidUntil"] = "2026-12-10", ["Functions[0].FunctionId"] = (await person.PageAsync(offer)).QuerySelector("[name='Functions[0].FunctionId']")!.GetAttribute("value")!, ["Functions[0].Hire"] = "500" };
        await RefusedAsync(offer, offer, new(priced, StringComparer.Ordinal) { ["Functions[0].FunctionId"] = Number(ids["functions"]) });
        await RefusedAsync(offer, offer, new(priced, StringComparer.Ordinal) { ["Functions[0].PackageId"] = Number(ids["packages"]) });
        await RefusedAsync(offer, offer, new(priced, StringComparer.Ordinal)
        {
            ["Bedrooms[0].RoomTypeId"] = Number(roomType), ["Bedrooms[0].Occupancy"] = "Single", ["Bedrooms[0].Arrival"] = "2028-05-10", ["Bedrooms[0].Nights"] = "1", ["Bedrooms[0].Rooms"] = "1",
        });
        await RefusedAsync("/me/deputies", "/me", new(days, StringComparer.Ordinal) { ["DeputyId"] = Number(ids["users"]) });
        await RefusedAsync($"/users/{own}/deputies", $"/users/{own}", new(days, StringComparer.Ordinal) { ["DeputyId"] = Number(ids["users"]) });
        await RefusedAsync("/users/new", "/users", new() { ["Name"] = "Too far", ["Email"] = "too-far@demo.example", ["Role"] = "Sales", ["PropertyId"] = Number(await site.InDatabaseAsync(db => db.Properties.Where(property => property.Code == "TIA").Select(property => property.Id).SingleAsync())) });

        Assert.Equal(before, await CountAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await person.PostAsync(offer, priced)).StatusCode);

        async Task RefusedAsync(string address, string page, Dictionary<string, string> fields)
        {
            using var answer = await person.PostAsync(address, fields, page);
            Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound, $"{address} answered {(int)answer.StatusCode} to {string.Join(", ", fields.Keys)}.");
        }

        Task<(int, int, int, int)> CountAsync() => site.InDatabaseAsync(async db => (await db.Bookings.CountAsync(), await db.Quotes.CountAsync(), await db.Deputies.CountAsync(), await db.Users.CountAsync()));

        static string Number(int id) => id.ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Each_role_opens_what_the_table_says_and_nothing_else()
    {
        foreach (var (email, role) in new[] { ("sales@demo.example", 'S'), ("manager@demo.example", 'M'), ("events@demo.example", 'C'), ("finance@demo.example", 'F'), ("kitchen@demo.example", 'D') })
        {
            var person = await site.SignedInAsync(email);
            foreach (var endpoint in Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Count > 0))
            {
                var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
                foreach (var verb in Verbs(endpoint))
                {
                    var may = RoleTable.For(verb, path).Contains(role, StringComparison.Ordinal);
                    using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(Gap().Replace(path, "1"), UriKind.Relative));
                    if (verb == "POST") request.Content = new FormUrlEncodedContent([]);
                    using var answer = await person.Http.SendAsync(request);
                    Assert.True((answer.StatusCode == HttpStatusCode.Forbidden) != may, $"{verb} {path} answered {(int)answer.StatusCode} to {role}.");
                    Assert.True((int)answer.StatusCode < 500, $"{verb} {path} answered {(int)answer.StatusCode} to {role}.");
                }
            }
        }
    }

    [Fact]
    public async Task A_form_sets_nothing_but_its_own_fields()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var answer = await sales.PostAsync("/me", new() { ["Name"] = "Elira Hoxha", ["Culture"] = "en-GB", ["PropertyId"] = "2", ["Role"] = "Administrator", ["Email"] = "other@demo.example", ["ReadUpTo"] = "999", ["LockoutEnabled"] = "false" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var user = await site.InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.Email == "sales@demo.example"));
        Assert.Equal((null, 0L), (user.PropertyId, user.ReadUpTo));

        var account = await site.InDatabaseAsync(db => db.Accounts.AsNoTracking().OrderBy(found => found.Id).FirstAsync());
        await sales.PostAsync($"/accounts/{account.Id}/edit", new() { ["LegalName"] = account.LegalName, ["TradeName"] = account.TradeName, ["Id"] = "999", ["CoreName"] = "x", ["SearchText"] = "x", ["Account.CoreName"] = "x" });
        Assert.Equal(account.CoreName, await site.InDatabaseAsync(db => db.Accounts.Where(found => found.Id == account.Id).Select(found => found.CoreName).SingleAsync()));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task No_sign_in_leads_out_of_the_site(string back)
    {
        var answer = await site.Browser().PostAsync("/sign-in", new() { ["Email"] = "events@demo.example", ["Password"] = "Demo-hotel-2026", ["ReturnUrl"] = back });
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    /// <summary>One record of each kind in Tirana.</summary>
    private async Task<Dictionary<string, int>> InTiranaAsync() => await site.InDatabaseAsync(async db =>
    {
        var tirana = await db.Properties.SingleAsync(property => property.Code == "TIA");
        var now = site.Clock.GetCurrentInstant();
        var booking = await db.Bookings.Include(booking => booking.Functions).FirstAsync(booking => booking.PropertyId == tirana.Id && booking.Functions.Count > 0);
        var person = new HotelUser { UserName = $"tirana{Guid.NewGuid():N}@demo.example", Email = "tirana@demo.example", Name = "Tirana", PropertyId = tirana.Id };
        var mail = new OutboxMail(MailKind.Invoice, tirana.Id, booking.Id, "en", "Somebody", "somebody@client.example", "{}", $"{Guid.NewGuid():N}@demo.example", now + Duration.FromDays(300));
        var task = new DeskTask(tirana.Id, booking.Id, "Call", new LocalDate(2026, 12, 1), null, now);
        var approval = new Approval(ApprovalKind.Credit, tirana.Id, booking.Id, null, now, "Why", "What");
        var holiday = new Holiday(tirana.Id, new LocalDate(2031, 1, 1).PlusDays(await db.Holidays.CountAsync()), "Day");
        var charge = new ServiceCharge(tirana.Id, "Service", 0.1m, isTaxable: true, RevenueClass.Food);
        var colleague = new HotelUser { UserName = $"tirana{Guid.NewGuid():N}@demo.example", Email = "tirana2@demo.example", Name = "Tirana too", PropertyId = tirana.Id };
        var room = await db.Spaces.FirstAsync(space => space.PropertyId == tirana.Id);
        var photo = new SpacePhoto(room.Id, "image/jpeg", [1], "Photo");
        var closure = Closure.Plan(room, "Works", new LocalDateTime(2029, 5, 1, 8, 0), new LocalDateTime(2029, 5, 2, 8, 0), tirana.Zone, now);
        var date = new Deadline(booking, new DeadlineWish(DeadlineKind.Decision, 0, new LocalDate(2031, 1, 1)), tirana.Deadlines, now);
        var number = new SentNumber(tirana.Id, booking.Id, booking.Functions[0].Id, 10, 11, Money.Zero(tirana.Currency), Money.Zero(tirana.Currency), Money.Zero(tirana.Currency), now);
        var stays = new Domain.Stays.StayImport(tirana.Id, "stays.csv", [], "Arrival", now, null);
        stays.Begin();
        stays.Finish("");
        var companies = new HotelCorporate.Domain.Accounts.AccountImport(tirana.Id, "companies.csv", [], "Company", now, null);
        companies.Begin(0, "en-GB");
        companies.Finish();
        var breach = new Domain.Agreements.Breach(tirana.Id, new Domain.Agreements.BreachFound(Domain.Agreements.BreachKind.ReviewDue, $"{Guid.NewGuid():N}", booking.AccountId, null, "Found", Domain.Agreements.BreachEvidence.None), new LocalDate(2026, 11, 24));
        var lead = new HotelCorporate.Domain.Leads.Lead(tirana.Id, new HotelCorporate.Domain.Leads.LeadFacts("Gala", "Somebody"), now, now);
        var erasure = new HotelCorporate.Domain.Accounts.Erasure("Erased person", null, now, [], []);
        var template = new Domain.Quotes.QuoteTemplate(tirana.Id, $"{Guid.NewGuid():N}", new Domain.Quotes.QuoteRequest());
        db.AddRange(template, stays, companies, breach, lead, erasure, person, colleague, mail, task, approval, holiday, charge, photo, closure, date, number);
        await db.SaveChangesAsync();
        Assert.Equal(stays.Id, companies.Id); // one word of the addresses stands for both
        var deputy = new Deputy(person.Id, colleague.Id, new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 20));
        var saved = new SavedView(person.Id, "/diary", "Mine", "view=week");
        db.AddRange(deputy, saved);
        await db.SaveChangesAsync();
        var need = await db.ResourceNeeds.Include(found => found.Hires).FirstAsync(found => found.PropertyId == tirana.Id && found.Hires.Any());
        return new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["imports"] = stays.Id, ["compliance"] = breach.Id, ["bookings"] = booking.Id, ["functions"] = booking.Functions[0].Id, ["numbers"] = booking.Functions[0].Id, ["cards"] = booking.Functions[0].Id, ["dates"] = date.Id, ["sent"] = number.Id,
            ["quotes"] = await db.Quotes.Where(quote => db.Bookings.Any(found => found.Id == quote.BookingId && found.PropertyId == tirana.Id)).Select(quote => quote.Id).FirstAsync(),
            ["invoices"] = await db.Invoices.Where(invoice => invoice.PropertyId == tirana.Id).Select(invoice => invoice.Id).FirstAsync(),
            ["packages"] = await db.Packages.Where(package => package.PropertyId == tirana.Id).Select(package => package.Id).FirstAsync(),
            ["catalogue"] = await db.CatalogueItems.Where(item => item.PropertyId == tirana.Id && item.Kind == Domain.Catalogue.CatalogueKind.Menu).Select(item => item.Id).FirstAsync(), ["hire"] = room.Id,
            ["templates"] = template.Id, ["leads"] = lead.Id, ["erasures"] = erasure.Id, ["spaces"] = room.Id, ["photos"] = photo.Id, ["closures"] = closure.Id, ["guests"] = 1,
            ["agreements"] = (await db.Agreements.AsNoTracking().ToListAsync()).First(agreement => agreement.Terms.PropertyIds is [var only] && only == tirana.Id).Id,
            ["taxes"] = await db.TaxCodes.Where(code => code.PropertyId == tirana.Id).Select(code => code.Id).FirstAsync(),
            ["charges"] = charge.Id, ["resources"] = need.ResourceId, ["needs"] = need.Id, ["hires"] = need.Hires[0].Id,
            ["users"] = person.Id, ["mails"] = mail.Id, ["tasks"] = task.Id, ["approvals"] = approval.Id, ["holidays"] = holiday.Id, ["deputies"] = deputy.Id, ["saved"] = saved.Id,
        };
    });

    /// <summary>The id after the last word before the gap: /bookings/{bookingId}/quotes/{id}.</summary>
    private static string IdFor(string path, Match gap, Dictionary<string, int> ids)
    {
        if (gap.Value.Contains("role", StringComparison.Ordinal)) return Role.Sales;
        var word = path[..gap.Index].TrimEnd('/').Split('/')[^1];
        return ids[word].ToString(CultureInfo.InvariantCulture);
    }

    private IEnumerable<RouteEndpoint> Endpoints() => site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct();

    private static IReadOnlyList<string> Verbs(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } verbs ? verbs : ["GET"];

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Gap();
}
