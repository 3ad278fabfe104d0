using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Web.Tests.Blocks;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.Accounts;

public sealed class AccountImportOnSqlite(SqliteSite site) : AccountImportTests(site), IClassFixture<SqliteSite>;

public sealed class AccountImportOnPostgres(PostgresSite site) : AccountImportTests(site), IClassFixture<PostgresSite>;

/// <summary>What other address books hand out comes in, once, and goes out again.</summary>
public abstract class AccountImportTests(HotelSiteFixture site)
{
    private const string Home = "/accounts/imports";

    [Theory]
    [InlineData("outlook_en_cp1252.csv", "Müller & Söhne, GmbH", "Hauptstr. 5, Hinterhaus", "Köln", "DE", "Zoë O'Brien", "zoe.obrien@example.com", "+492215550100", "VIP; prefers \"quiet\" room", 2)]
    [InlineData("google_contacts_utf8.csv", "Shpresa Sh.p.k.", "Rruga e Durrësit 1, Kati 2", "Tiranë", "AL", "Ardit Çela", "ardit@example.al", "+355695550100", "ardit2@example.al", 1)]
    [InlineData("hubspot_companies_header.csv", "Kilimo Data, Ltd", "", "", "KE", "", "", "", "Said \"yes\" in May", 1)]
    [InlineData("salesforce_accounts_header.csv", "Example Boutique", "1 Main St, Suite 4", "Naples", "US", "Example Boutique", "", "+12395550100", "www.example.com", 1)]
    [InlineData("bitrix24_company_sample_utf8.csv", "Пример импортируемой компании", "Россия, Калининград", "", "", "Пример импортируемой компании", "info@example.com", "+74954556677", "boss@example.com", 1)]
    public async Task What_an_address_book_hands_out_comes_in_once_and_goes_out_again(string file, string company, string street, string city, string country, string person, string email, string phone, string note, int companies)
    {
        var content = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Data", file));
        var manager = await site.SignedInAsync("manager@demo.example");
        var before = await CountsAsync();
        var looked = await LookAsync(manager, content);
        Assert.Contains($"Made: {companies}", looked.Words(), StringComparison.Ordinal);
        Assert.Contains("Left out: 0", looked.Words(), StringComparison.Ordinal);
        Assert.Equal(before, await CountsAsync());
        var address = await RunAsync(manager, looked);

        var account = await site.InDatabaseAsync(db => db.Accounts.AsNoTracking().Include(account => account.Contacts).SingleAsync(account => account.LegalName == company));
        Assert.Equal((street, city, country), (account.Street, account.City, account.Country));
        if (person.Length == 0) Assert.Empty(account.Contacts);
        else
        {
            var contact = Assert.Single(account.Contacts);
            Assert.Equal((person, email, phone), (contact.Name, contact.Email, contact.PhoneKey));
        }

        Assert.Contains(note, await site.InDatabaseAsync(db => db.Activities.Where(activity => activity.AccountId == account.Id).Select(activity => activity.Text).SingleAsync()), StringComparison.Ordinal);
        Assert.Equal(before.Companies + companies, (await CountsAsync()).Companies);

        // A second time, whatever was chosen: nothing is made, nothing is changed.
        foreach (var choice in Enum.GetNames<DuplicateChoice>())
        {
            var again = await ChooseAsync(manager, await LookAsync(manager, content), choice);
            Assert.Contains($"As it is: {companies}", again.Words(), StringComparison.Ordinal);
            Assert.Contains("nothing to bring in", again.Words(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync(address, address + "/undo")).StatusCode);
        Assert.Equal(before, await CountsAsync());
        Assert.Contains("taken out again", (await manager.PageAsync(address)).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync(address + "/undo", [], Home)).StatusCode);
    }

    [Theory]
    [InlineData("Merge", "Vera Shpk", "Rruga e Parë 1", "Media", "1 000", 1, 1)]
    [InlineData("Replace", "VERA", "Rruga e Re 9", "Trade", "2 000", 1, 1)]
    [InlineData("Skip", "Vera Shpk", "Rruga e Parë 1", "", "1 000", 1, 0)]
    [InlineData("Allow", "Vera Shpk", "Rruga e Parë 1", "", "1 000", 2, 1)]
    public async Task A_company_that_is_here_is_treated_as_was_chosen_and_is_as_before_when_it_is_undone(string choice, string name, string street, string industry, string postalCode, int companies, int added)
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        await ClearAsync(manager);
        var first = await RunAsync(manager, await LookAsync(manager, "Company,Street,City,Postal Code,Country,Name,Email\nVera Shpk,Rruga e Parë 1,Tiranë,1 000,AL,Mira Vera,mira@vera.example\n"));
        var file = "Company,Street,City,Postal Code,Country,Industry,Name,Email\nVERA,Rruga e Re 9,Durrës,2 000,Albania,Trade,Besa Vera,besa@vera.example\n";
        if (choice == "Merge") file = file.Replace("Trade", "Media", StringComparison.Ordinal);
        var address = await RunAsync(manager, await ChooseAsync(manager, await LookAsync(manager, file), choice), isMaybeNothing: choice == "Skip");
        var found = await VerasAsync();
        Assert.Equal(companies, found.Count);
        Assert.Equal((name, street, industry, postalCode), (found[0].LegalName, found[0].Street, found[0].Industry, found[0].PostalCode));
        Assert.Equal(1 + added, found.Sum(account => account.Contacts.Count));
        if (choice == "Skip") return;

        var again = await ChooseAsync(manager, await LookAsync(manager, file), choice);
        Assert.Contains("As it is: 1", again.Words(), StringComparison.Ordinal);
        await manager.SendShownAsync(address, address + "/undo");
        var vera = Assert.Single(await VerasAsync());
        Assert.Equal(("Vera Shpk", "Rruga e Parë 1", "", "1 000", 1), (vera.LegalName, vera.Street, vera.Industry, vera.PostalCode, vera.Contacts.Count));
        await manager.SendShownAsync(first, first + "/undo");
        Assert.Empty(await VerasAsync());
    }

    [Fact]
    public async Task What_others_have_built_on_stays_and_is_named()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var address = await RunAsync(manager, await LookAsync(manager, "Company;Name;Email\nStays Built;Ana Built;ana@built.example\nGoes Alone;Ben Alone;ben@alone.example\nTyped Over;;info@typed.example\n"));
        var ids = await site.InDatabaseAsync(db => db.Accounts.Where(account => account.LegalName == "Stays Built" || account.LegalName == "Typed Over").OrderBy(account => account.LegalName).Select(account => account.Id).ToListAsync());
        var space = await site.InDatabaseAsync(db => db.Spaces.OrderBy(space => space.Id).Select(space => space.Id).FirstAsync());
        var booked = await manager.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = BlockSteps.Text(ids[0]), ["Name"] = "Built on it", ["Functions[0].Name"] = "Plenary", ["Functions[0].Date"] = "2028-05-10", ["Functions[0].From"] = "9", ["Functions[0].Until"] = "17",
            ["Functions[0].SpaceId"] = BlockSteps.Text(space), ["Functions[0].Style"] = "Theatre", ["Functions[0].People"] = "10",
        });
        Assert.Equal(HttpStatusCode.Redirect, booked.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync($"/accounts/{ids[1]}/edit", $"/accounts/{ids[1]}/edit", new() { ["City"] = "Vlorë" })).StatusCode);
        await manager.SendShownAsync(address, address + "/undo");
        var words = (await manager.PageAsync(address)).Words();
        Assert.Contains("Stays Built It has bookings.", words, StringComparison.Ordinal);
        Assert.Contains("Typed Over It was changed since.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Goes Alone", words, StringComparison.Ordinal);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Accounts.CountAsync(account => account.LegalName == "Goes Alone")));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Accounts.CountAsync(account => account.LegalName == "Stays Built" && account.Contacts.Any())));
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_are_handed_back_with_why_and_columns_are_remembered()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        const string head = "Kush;Ku;Vendi;Adresa elektronike;NIPT\n";
        var file = head + "Rilindja Shpk;Tiranë;Shqipëri;\"rina@rilindja.example ::: tjeter@rilindja.example\";K12345678A\nE keqja;Tiranë;Atlantis;;\nAlbania Bad;Tiranë;AL;jo adresë;12\nFormula;Tiranë;AL;;=1+1\n;;;;\n;;AL;vetem@askund.example;\n<script>alert(1)</script>;Tiranë;AL;;\n";
        var looked = await LookAsync(manager, Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(file)).ToArray());
        Assert.Contains("Say which column is: Company", looked.Words(), StringComparison.Ordinal);
        var page = await ChooseAsync(manager, looked, "Merge", ("Columns[Company]", "0"), ("Columns[City]", "1"), ("Columns[Country]", "2"), ("Columns[Email]", "3"), ("Columns[VatNumber]", "4"));
        Assert.Contains("Made: 2", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Left out: 4", page.Words(), StringComparison.Ordinal);
        var address = await RunAsync(manager, page);
        var text = await manager.Http.GetStringAsync(new Uri(address + "/refused.csv", UriKind.Relative));
        foreach (var why in new[] { "Atlantis is no country", "jo adresë is no e-mail address", "does not look like", "names neither a company nor a person" }) Assert.Contains(why, text, StringComparison.Ordinal);
        Assert.Contains(",'=1+1,", text, StringComparison.Ordinal); // no formula for whoever opens it
        Assert.Equal(5, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("<script>alert(1)</script>", (await manager.PageAsync("/accounts?search=script")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);

        Assert.Contains("As it is: 1", (await LookAsync(manager, head + "Rilindja Shpk;Tiranë;AL;rina@rilindja.example;K12345678A\n")).Words(), StringComparison.Ordinal);
        await manager.SendShownAsync(address, address + "/undo");
    }

    [Fact]
    public async Task A_long_file_comes_in_piece_by_piece_and_goes_on_where_it_ended()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var before = await CountsAsync();
        var rows = string.Concat(Enumerable.Range(1, 1_300).Select(row => string.Create(CultureInfo.InvariantCulture, $"Long {row / 2},Person {row},p{row}@long{row / 2}.example\n")));
        var looked = await LookAsync(manager, "Company,Name,Email\n" + rows);
        Assert.Contains("Made: 1300", looked.Words(), StringComparison.Ordinal);
        var address = await RunAsync(manager, looked);
        var words = (await manager.PageAsync(address)).Words();
        Assert.Contains("1300 rows", words.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal((before.Companies + 651, before.People + 1_300), (await CountsAsync() is var now ? (now.Companies, now.People) : default));
        Assert.Equal(HttpStatusCode.NoContent, (await manager.GetAsync(address + "/progress")).StatusCode);
        await manager.SendShownAsync(address, address + "/undo");
        Assert.Equal(before, await CountsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("one line alone")]
    [InlineData("PK\u0003\u0004 but no workbook")]
    [InlineData("GIF89a\0\0picture")]
    public async Task A_file_that_is_none_is_refused_where_it_was_chosen(string content)
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        using var answer = await manager.UploadAsync(Home, Home, Encoding.Latin1.GetBytes(content));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEmpty((await HotelBrowser.ParseAsync(answer)).QuerySelector("#file-wrong, .invalid-feedback")!.TextContent);
    }

    [Fact]
    public async Task A_file_that_is_far_too_large_is_answered_with_a_page()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        using var answer = await manager.UploadAsync(Home, Home, new byte[60_000_000]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("This file is too large", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<(int Companies, int People, int Notes)> CountsAsync() => site.InDatabaseAsync(async db => (await db.Accounts.CountAsync(), await db.Set<Contact>().CountAsync(), await db.Activities.CountAsync()));

    private Task<List<Account>> VerasAsync() => site.InDatabaseAsync(db => db.Accounts.AsNoTracking().Include(account => account.Contacts).Where(account => account.CoreName == "vera").OrderBy(account => account.Id).ToListAsync());

    private async Task ClearAsync(HotelBrowser manager)
    {
        foreach (var id in await site.InDatabaseAsync(db => db.AccountImports.Where(import => import.Status == ImportStatus.Done).OrderByDescending(import => import.Id).Select(import => import.Id).ToListAsync()))
            await manager.SendShownAsync($"{Home}/{id}", $"{Home}/{id}/undo");
    }

    private static Task<IHtmlDocument> LookAsync(HotelBrowser manager, string file) => LookAsync(manager, Encoding.UTF8.GetBytes(file));

    private static async Task<IHtmlDocument> LookAsync(HotelBrowser manager, byte[] file)
    {
        using var sent = await manager.UploadAsync(Home, Home, file);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return await manager.PageAsync(sent.Headers.Location!.OriginalString);
    }

    private static async Task<IHtmlDocument> ChooseAsync(HotelBrowser manager, IHtmlDocument page, string choice, params (string Field, string Value)[] columns)
    {
        var address = page.QuerySelectorAll("main form").Select(form => form.GetAttribute("action")!).Single(action => action.EndsWith("/columns", StringComparison.Ordinal));
        using var sent = await manager.SendAsync(page, address, [("Choice", choice), .. columns]);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return await manager.PageAsync(sent.Headers.Location!.OriginalString);
    }

    /// <returns>The page of the file, once the background has brought it in.</returns>
    private static async Task<string> RunAsync(HotelBrowser manager, IHtmlDocument page, bool isMaybeNothing = false)
    {
        var address = page.QuerySelectorAll("main form").Select(form => form.GetAttribute("action")!).Single(action => !action.EndsWith("/columns", StringComparison.Ordinal));
        if (isMaybeNothing && page.QuerySelector($"form[action='{address}'] button") is null) return address;
        using var begun = await manager.SendAsync(page, address);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        await Soon.IsAsync(async () => (await manager.GetAsync(address + "/progress")).StatusCode == HttpStatusCode.NoContent);
        return address;
    }
}
