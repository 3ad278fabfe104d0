using System.Net;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Tests.Blocks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Packages;

public sealed class PackagePagesOnSqlite(SqliteSite site) : PackagePageTests(site), IClassFixture<SqliteSite>;

public sealed class PackagePagesOnPostgres(PostgresSite site) : PackagePageTests(site), IClassFixture<PostgresSite>;

/// <summary>Packages made and changed by the house; what was sold with one stays (domain section 6).</summary>
public abstract class PackagePageTests(HotelSiteFixture site)
{
    [Fact]
    public async Task A_package_is_made_of_the_catalogue_and_of_what_is_typed()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var (lunch, dinner, tax) = (await ItemAsync("LUNCH"), await ItemAsync("DINNER"), await TaxAsync("STD"));
        using var made = await manager.SendShownAsync("/packages/new", "/packages/new", new()
        {
            ["Code"] = "half", ["Name"] = "Half day", ["Kind"] = "HalfDay", ["ValidFrom"] = "2026-12-01", ["MinimumDelegates"] = "8", ["MaximumDelegates"] = "60", ["BelowMinimum"] = "FallBackToHire", ["ClosedWeekdays"] = "Sunday", ["Texts[sq].Name"] = "Gjysm\u00eb dite",
            ["Parts[0].ItemId"] = $"{lunch}", ["Parts[1].ItemId"] = $"{dinner}", ["Parts[2].Name"] = "Welcome drink", ["Parts[2].Amount"] = "4,5", ["Parts[2].RevenueClass"] = "Beverage", ["Parts[2].TaxCodeId"] = $"{tax}", ["Parts[2].IsProtected"] = "true",
            ["Steps[0].From"] = "30", ["Steps[0].Price"] = "46",
        });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var package = await PackageAsync("HALF");
        Assert.Equal((49.50m, 46m, "Gjysm\u00eb dite"), (package.ListPrice.Amount, package.ListPriceFor(30).Amount, package.NameIn("sq")));
        Assert.Equal([("Lunch", 20m, false), ("Dinner", 25m, false), ("Welcome drink", 4.50m, true)], package.Components.OrderBy(part => part.Id).Select(part => (part.Name, part.List.Amount, part.IsProtected)));
        var spawned = package.Components.Single(part => part.Name == "Dinner").Spawns!;
        Assert.Equal((SetupStyle.Banquet, 180), (spawned.Style, spawned.Minutes));
        Assert.Equal(new LocalTime(12, 30), package.Components.Single(part => part.Name == "Lunch").ServedAt);
        var words = (await manager.PageAsync($"/packages/{package.Id}")).Words();
        foreach (var says in new[] { "49.50", "Not on Sunday", "its own function: Banquet, 180 minutes", "8 to 60 delegates", "protected from discount" }) Assert.Contains(says, words, StringComparison.Ordinal);
        Assert.Contains("HALF", (await manager.PageAsync($"/catalogue/{lunch}")).Words(), StringComparison.Ordinal);

        var edit = $"/packages/{package.Id}/edit";
        var noted = await NotedAsync(package.Id);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync(edit, edit)).StatusCode);
        Assert.Equal(noted, await NotedAsync(package.Id));
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync(edit, edit, new() { ["Parts[0].Amount"] = "21", ["Parts[2].TakeOut"] = "true" })).StatusCode);
        Assert.Equal(46m, (await PackageAsync("HALF")).ListPrice.Amount);
        words = (await manager.PageAsync($"/packages/{package.Id}")).Words();
        foreach (var says in new[] { "change component Lunch", "change component Welcome drink", "49.50 EUR" }) Assert.Contains(says, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var (lunch, tax) = (await ItemAsync("LUNCH"), await TaxAsync("STD"));
        foreach (var (field, typed, says) in new[]
        {
            ("Kind", "TwentyFourHours", "component of the class Rooms"), ("Code", "DDR", "is sold under DDR"), ("Code", "", "short code"), ("ValidFrom", "", "first day"), ("ValidTo", "2020-01-01", "later last day"), ("MinimumDelegates", "0", "one delegate at least"),
            ("MaximumDelegates", "1", "below the smallest"), ("Parts[0].ItemId", "", "one component at least"), ("Parts[1].Amount", "-1", "Give the component a name"), ("Parts[0].Amount", "-1", "below zero"), ("Steps[0].From", "1", "Type the number and the price"),
            ("Parts[1].Name", "Yoga", "what Yoga adds"), ("Parts[0].ServedAt", "noonish", "time"),
        })
        {
            using var refused = await manager.SendShownAsync("/packages/new", "/packages/new", new(new Dictionary<string, string>
            {
                ["Code"] = "NONE", ["Name"] = "Try", ["Kind"] = "FullDay", ["ValidFrom"] = "2026-12-01", ["MinimumDelegates"] = "5", ["Parts[0].ItemId"] = $"{lunch}", ["Parts[0].TaxCodeId"] = $"{tax}",
            }) { [field] = typed });
            Assert.True(refused.StatusCode == HttpStatusCode.UnprocessableEntity, $"{field} {typed} answered {(int)refused.StatusCode}.");
            var page = await HotelBrowser.ParseAsync(refused);
            Assert.True(page.Words().Contains(says, StringComparison.Ordinal), $"{field} {typed}: {page.QuerySelector("[role=alert]")?.TextContent}");
            Assert.Equal("Try", page.QuerySelector("[name=Name]")!.GetAttribute("value"));
        }

        Assert.False(await site.InDatabaseAsync(db => db.Packages.AnyAsync(package => package.Code == "NONE")));
    }

    [Fact]
    public async Task What_was_sold_with_a_package_stays_when_it_changes_and_when_it_is_retired()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var package = await PackageAsync("DDR");
        var sold = await SoldAsync(package.Id);
        Assert.NotEmpty(sold);
        var (page, edit) = ($"/packages/{package.Id}", $"/packages/{package.Id}/edit");
        var amount = (await manager.PageAsync(edit)).QuerySelector("[name='Parts[0].Amount']")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync(edit, edit, new() { ["Parts[0].Amount"] = "99" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync(page + "/retire", [], page)).StatusCode);
        Assert.Equal(sold, await SoldAsync(package.Id));
        Assert.Contains("no longer sold", (await PackageAsync("DDR")).WhyNotOn(new(2027, 3, 1))!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Retired", (await manager.PageAsync(page)).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync(page + "/restore", [], page)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync(edit, edit, new() { ["Parts[0].Amount"] = amount })).StatusCode);

        using var copied = await manager.SendShownAsync($"/packages/new?from={package.Id}", "/packages/new", new() { ["Code"] = "DDR-2", ["Name"] = "Day, copied" });
        Assert.Equal(HttpStatusCode.Redirect, copied.StatusCode);
        Assert.Equal(70m, (await PackageAsync("DDR-2")).ListPrice.Amount);

        Task<List<string>> SoldAsync(int id) => site.InDatabaseAsync(async db => (await db.Quotes.AsNoTracking().Include(quote => quote.Lines).ToListAsync()).SelectMany(quote => quote.Lines).Where(line => line.PackageId == id).OrderBy(line => line.Id).Select(line => $"{line.Description} {line.Amount}").ToList());
    }

    private Task<int> ItemAsync(string code) => site.InDatabaseAsync(db => db.CatalogueItems.Where(item => item.Code == code && db.Properties.Any(hotel => hotel.Id == item.PropertyId && hotel.Code == "TIA")).Select(item => item.Id).SingleAsync());

    private Task<int> TaxAsync(string code) => site.InDatabaseAsync(db => db.TaxCodes.Where(tax => tax.Code == code && db.Properties.Any(hotel => hotel.Id == tax.PropertyId && hotel.Code == "TIA")).Select(tax => tax.Id).SingleAsync());

    private Task<Package> PackageAsync(string code) => site.InDatabaseAsync(db => db.Packages.AsNoTracking().AsSplitQuery().Include(package => package.Components).Include(package => package.Steps).SingleAsync(package => package.Code == code && db.Properties.Any(hotel => hotel.Id == package.PropertyId && hotel.Code == "TIA")));

    private Task<int> NotedAsync(int id) => site.InDatabaseAsync(db => db.Journal.CountAsync(entry => entry.Subject == nameof(Package) && entry.SubjectId == id));
}
