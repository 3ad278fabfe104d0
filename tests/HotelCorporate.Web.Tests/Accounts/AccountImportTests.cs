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

    [Fact]
    public async Task A_file_on_its_way_is_stopped_between_two_pieces_goes_on_and_is_stopped_and_taken_out()
    {
        const int rows = 12_000;
        var manager = await site.SignedInAsync("manager@demo.example");
        var before = await CountsAsync();
        var file = "Company,Name,Email\n" + string.Concat(Enumerable.Range(1, rows).Select(row => string.Create(CultureInfo.InvariantCulture, $"Stopping {row},Person {row},p@stopping{row}.example\n")));
        var address = await BeginAsync(manager, await LookAsync(manager, file));
        await StopAsync(manager, address);
        var (status, far) = await FarAsync(address);
        Assert.Equal((ImportStatus.Stopped, true, 0), (status, far is > 0 and < rows, far % HotelCorporate.Web.Desk.AccountLoading.Chunk));
        var page = await manager.PageAsync(address);
        foreach (var words in new[] { "Stopped", "Go on where it was stopped", "Take out again what it brought" }) Assert.Contains(words, page.Words(), StringComparison.Ordinal);
        Assert.Contains("stopped", (await manager.PageAsync(Home)).Words(), StringComparison.Ordinal);
        Assert.Equal(before.Companies + far, (await CountsAsync()).Companies);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync(address + "/stop", [], address)).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync(address, address + "/continue")).StatusCode);
        await InAsync(manager, address);
        Assert.Equal((ImportStatus.Done, rows), await FarAsync(address));
        Assert.Equal((before.Companies + rows, before.People + rows), (await CountsAsync() is var now ? (now.Companies, now.People) : default));
        await manager.SendShownAsync(address, address + "/undo");
        Assert.Equal(before, await CountsAsync());

        address = await BeginAsync(manager, await LookAsync(manager, file.Replace("topping", "aiting", StringComparison.Ordinal)));
        await StopAsync(manager, address);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync(address, address + "/undo")).StatusCode);
        Assert.Equal(before, await CountsAsync());
        Assert.Contains("taken out again", (await manager.PageAsync(address)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seller_is_known_by_address_or_name_a_language_by_its_letters_or_name_and_an_unknown_one_is_said_of_the_row()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var sellers = await site.InDatabaseAsync(db => db.Users.Where(user => user.Email == "sales@demo.example" || user.Email == "manager@demo.example").ToDictionaryAsync(user => user.Email!));
        var (seller, boss) = (sellers["sales@demo.example"], sellers["manager@demo.example"]);
        var file = $"Company,Account Owner,Language\nOwned One,SALES@demo.example,sq\nOwned Two,{boss.Name.ToUpperInvariant()},English\nOwned Three,Nobody Atall,Klingon\nOwned Four,,shqip\nOwned Five,kitchen@demo.example,en-GB\n";
        var page = await LookAsync(manager, file);
        Assert.Contains("Made: 5", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Left out: 0", page.Words(), StringComparison.Ordinal);
        foreach (var said in new[] { "Row 4 Owned Three Nobody who sells here is called Nobody Atall", "does not write in Klingon", "called kitchen@demo.example" }) Assert.Contains(said, page.Words(), StringComparison.Ordinal);
        var address = await RunAsync(manager, page);
        var made = await site.InDatabaseAsync(db => db.Accounts.AsNoTracking().Where(account => account.LegalName.StartsWith("Owned ")).ToDictionaryAsync(account => account.LegalName[6..], account => (account.ManagerId, account.Language, account.Id)));
        Assert.Equal([(seller.Id, "sq"), (boss.Id, "en"), (null, "sq"), (null, "sq"), (null, "en")], new[] { "One", "Two", "Three", "Four", "Five" }.Select(name => (made[name].ManagerId, made[name].Language)));
        Assert.Contains("Nobody who sells here is called Nobody Atall", await site.InDatabaseAsync(db => db.Activities.Where(activity => activity.AccountId == made["Three"].Id).Select(activity => activity.Text).SingleAsync()), StringComparison.Ordinal);
        Assert.Contains("As it is: 5", (await LookAsync(manager, file)).Words(), StringComparison.Ordinal);
        await manager.SendShownAsync(address, address + "/undo");
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Accounts.CountAsync(account => account.LegalName.StartsWith("Owned "))));
    }

    [Fact]
    public async Task A_workbook_comes_in_with_its_numbers_dates_and_accents_as_its_first_sheet_shows_them()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var before = await CountsAsync();
        using var book = new ClosedXML.Excel.XLWorkbook();
        var sheet = book.AddWorksheet("Kompani");
        string[] head = ["Company", "Name", "E-mail", "Telephone", "Postal code", "City", "Country", "Notes", "VAT number"];
        object[][] rows =
        [
            ["Kënga Sh.p.k.", "Ëngjëll Çela", "engjell@kenga.example", 355692012345, 1001, "Tiranë", "Shqipëri", new DateTime(2026, 3, 14, 0, 0, 0, DateTimeKind.Unspecified), "K12345678A"],
            [], ["Kënga Sh.p.k.", "Mira Kola", "mira@kenga.example", "+355 69 20 12 346", 1001, "Tiranë", "AL", "=1+1", ""], ["Atlantis Ltd", "", "", "", 1.5, "", "Atlantis", true, ""],
        ];
        for (var column = 0; column < head.Length; column++) sheet.Cell(1, column + 1).Value = head[column];
        for (var row = 0; row < rows.Length; row++)
            for (var column = 0; column < rows[row].Length; column++)
            {
                if (rows[row][column] is "=1+1") sheet.Cell(row + 2, column + 1).FormulaA1 = "1+1";
                else sheet.Cell(row + 2, column + 1).Value = rows[row][column];
            }

        book.AddWorksheet("Other").Cell(1, 1).Value = "Not this one";
        using var bytes = new MemoryStream();
        book.SaveAs(bytes);
        var page = await LookAsync(manager, bytes.ToArray());
        Assert.Contains("Made: 2", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Left out: 1", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Row 5 Atlantis is no country", page.Words(), StringComparison.Ordinal);
        var address = await RunAsync(manager, page);
        var account = await site.InDatabaseAsync(db => db.Accounts.AsNoTracking().Include(account => account.Contacts).SingleAsync(account => account.LegalName == "Kënga Sh.p.k."));
        Assert.Equal(("1001", "Tiranë", "AL", "K12345678A"), (account.PostalCode, account.City, account.Country, account.VatNumber));
        Assert.Equal(["+355692012345", "+355692012346"], account.Contacts.OrderBy(contact => contact.Id).Select(contact => contact.PhoneKey));
        var notes = string.Join(' ', await site.InDatabaseAsync(db => db.Activities.Where(activity => activity.AccountId == account.Id).Select(activity => activity.Text).ToListAsync()));
        Assert.Contains("2026", notes, StringComparison.Ordinal);
        Assert.Contains("Atlantis", await manager.Http.GetStringAsync(new Uri(address + "/refused.csv", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("As it is: 2", (await LookAsync(manager, bytes.ToArray())).Words(), StringComparison.Ordinal);
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
        await BeginAsync(manager, page);
        await InAsync(manager, address);
        return address;
    }

    private static async Task<string> BeginAsync(HotelBrowser manager, IHtmlDocument page)
    {
        var address = page.QuerySelectorAll("main form").Select(form => form.GetAttribute("action")!).Single(action => !action.EndsWith("/columns", StringComparison.Ordinal));
        using var begun = await manager.SendAsync(page, address);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        return address;
    }

    private static Task InAsync(HotelBrowser manager, string address) => Soon.IsAsync(async () => (await manager.GetAsync(address + "/progress")).StatusCode == HttpStatusCode.NoContent);

    private async Task StopAsync(HotelBrowser manager, string address)
    {
        await Soon.IsAsync(async () => (await FarAsync(address)).Rows > 0);
        using var stopped = await manager.SendShownAsync(address, address + "/stop");
        Assert.Equal(HttpStatusCode.Redirect, stopped.StatusCode);
    }

    private Task<(ImportStatus Status, int Rows)> FarAsync(string address)
    {
        var id = int.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);
        return site.InDatabaseAsync(async db => await db.AccountImports.Where(import => import.Id == id).Select(import => new { import.Status, import.Rows }).SingleAsync() is var far ? (far.Status, far.Rows) : default);
    }
}
