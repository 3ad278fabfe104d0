using System.Data.Common;
using System.Globalization;
using System.Net;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Journal;
using HotelCorporate.Web.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests;

public sealed class JournalOnSqlite(SqliteSite site) : JournalTests(site), IClassFixture<SqliteSite>
{
    protected override string[] Tricks(string table) =>
    [
        $"UPDATE \"{table}\" SET \"Id\" = \"Id\"", $"DELETE FROM \"{table}\"", $"INSERT OR REPLACE INTO \"{table}\" SELECT * FROM \"{table}\"", $"REPLACE INTO \"{table}\" SELECT * FROM \"{table}\"",
    ];

    [Theory]
    [InlineData("Journal")]
    [InlineData("Invoices")]
    [InlineData("InvoiceLines")]
    [InlineData("InvoiceTaxes")]
    public async Task A_program_that_does_not_ask_for_recursive_triggers_replaces_nothing_either(string table)
    {
        await site.InDatabaseAsync(async db =>
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ToString());
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are those above.
            command.CommandText = $"INSERT OR REPLACE INTO \"{table}\" SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            Assert.Equal(1811, (await Assert.ThrowsAsync<SqliteException>(() => command.ExecuteNonQueryAsync())).SqliteExtendedErrorCode); // a guard said so
            return 0;
        });
    }
}

public sealed class JournalOnPostgres(PostgresSite site) : JournalTests(site), IClassFixture<PostgresSite>
{
    protected override string[] Tricks(string table) =>
    [
        $"UPDATE \"{table}\" SET \"Id\" = \"Id\"", $"DELETE FROM \"{table}\"", $"TRUNCATE \"{table}\" CASCADE",
        $"INSERT INTO \"{table}\" SELECT * FROM \"{table}\" ON CONFLICT (\"Id\") DO UPDATE SET \"Id\" = EXCLUDED.\"Id\"",
    ];

    [Fact]
    public async Task Emptying_what_invoices_hang_on_empties_no_invoice() =>
        await site.InDatabaseAsync(async db => await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("TRUNCATE \"Bookings\" CASCADE")));
}

/// <summary>Who did what, when, from, to, why: kept by the database itself, without names, found again.</summary>
public abstract class JournalTests(HotelSiteFixture site)
{
    protected abstract string[] Tricks(string table);

    [Theory]
    [InlineData("Journal")]
    [InlineData("Invoices")]
    [InlineData("InvoiceLines")]
    [InlineData("InvoiceTaxes")]
    public async Task The_database_refuses_every_way_to_write_over_what_is_kept(string table)
    {
        foreach (var trick in Tricks(table))
            await site.InDatabaseAsync(async db =>
            {
                var refusal = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(trick));
                Assert.True(refusal.Message.Contains("never changed", StringComparison.Ordinal) || refusal.Message.Contains("never deleted", StringComparison.Ordinal) || refusal.Message.Contains("no further line", StringComparison.Ordinal), $"{trick}: {refusal.Message}");
                return 0;
            });
    }

    [Fact]
    public async Task A_change_says_from_what_to_what_and_why()
    {
        var (sales, admin) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("admin@demo.example"));
        var booking = await InquiryAsync(sales, "Facts");
        await sales.PostAsync($"/bookings/{booking}/option", new() { ["optionOn"] = "2026-12-24" }, $"/bookings/{booking}");
        var function = await site.InDatabaseAsync(db => db.Functions.Where(function => function.BookingId == booking).Select(function => function.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/numbers/{function}", new() { ["guaranteed"] = "28" }, $"/bookings/{booking}")).StatusCode);
        var noted = await EntriesAsync("Booking", booking);
        Assert.Contains(noted, entry => entry is { Action: "option", From: "Inquiry", To: "Tentative until 2026-12-24" });
        Assert.Contains(noted, entry => entry is { Action: "count", From: "Plenary: guaranteed -, actual -", To: "Plenary: guaranteed 28, actual -" });

        var code = await site.InDatabaseAsync(db => db.TaxCodes.Where(code => code.Category == "S" && code.PropertyId == db.Properties.Single(property => property.Code == "TIA").Id).OrderBy(code => code.Id).Select(code => code.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/taxes/{code}/rates", new() { ["rate"] = "19", ["from"] = "2029-01-01" }, "/taxes")).StatusCode);
        var rate = Assert.Single(await EntriesAsync(nameof(TaxCode), code));
        Assert.Contains(" % from ", rate.From, StringComparison.Ordinal);
        Assert.Contains(" 19 % from 2029-01-01", rate.To, StringComparison.Ordinal);

        await admin.PostAsync("/me", new() { ["Name"] = "Ruth Adler", ["Culture"] = "en-US" });
        var me = await IdAsync("admin@demo.example");
        Assert.Contains(await EntriesAsync("User", me), entry => entry is { Action: "change Language", From: "en-GB", To: "en-US" });
        await admin.PostAsync("/me", new() { ["Name"] = "Ruth Adler", ["Culture"] = "en-GB" });
    }

    [Fact]
    public async Task A_change_of_a_company_or_an_agreement_names_each_field()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var account = await site.InDatabaseAsync(db => db.Accounts.AsNoTracking().SingleAsync(account => account.TradeName == "Alba Bank"));
        var form = await FieldsAsync(sales, $"/accounts/{account.Id}/edit", "/edit");
        form["City"] = "Vlora";
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/accounts/{account.Id}/edit", form)).StatusCode);
        var noted = await EntriesAsync("Account", account.Id);
        Assert.Contains(noted, entry => entry.Action == "change City" && entry.From == account.City && entry.To == "Vlora");
        Assert.DoesNotContain(noted, entry => entry.Action is "change SearchText" or "change Street");

        var agreement = await site.InDatabaseAsync(async db =>
        {
            var hotel = await db.Properties.Where(property => property.Code == "TIA").Select(property => property.Id).SingleAsync();
            var made = Domain.Agreements.Agreement.Draft(account.Id, "Facts", new() { PropertyIds = [hotel], ValidFrom = new LocalDate(2027, 1, 1), ValidTo = new LocalDate(2027, 12, 31), CurrencyCode = "EUR", PaymentDays = 30 });
            db.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        form = await FieldsAsync(sales, $"/agreements/{agreement}/edit", "/edit");
        form["PaymentDays"] = "14";
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/agreements/{agreement}/edit", form)).StatusCode);
        var terms = await EntriesAsync("Agreement", agreement);
        Assert.Contains(terms, entry => entry is { Action: "change PaymentDays", From: "30", To: "14" });
        Assert.DoesNotContain(terms, entry => entry.Action == "change ValidTo");
        Assert.Contains("change days to pay (30 \u2192 14)", (await sales.PageAsync($"/agreements/{agreement}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coming_going_and_a_locked_door_are_noted_and_tries_of_nobody_are_not()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var id = await AddAsync(admin, "door@demo.example", "Sales");
        var browser = await site.SignedInAsync("door@demo.example");
        await browser.PostAsync("/sign-out", [], "/");
        for (var i = 0; i < 7; i++) await site.Browser().PostAsync("/sign-in", new() { ["Email"] = "door@demo.example", ["Password"] = "wrong" });
        var before = await site.InDatabaseAsync(db => db.Journal.CountAsync());
        await site.Browser().PostAsync("/sign-in", new() { ["Email"] = "nobody@demo.example", ["Password"] = "wrong" });
        Assert.Equal(before, await site.InDatabaseAsync(db => db.Journal.CountAsync()));
        await admin.PostAsync($"/users/{id}/unlock", new() { ["reason"] = "Called and asked" }, $"/users/{id}");
        var noted = await EntriesAsync("User", id);
        Assert.Equal(["invite", "choose a password", "sign in", "sign out", "lock by wrong passwords", "unlock"], noted.Select(entry => entry.Action));
        Assert.Equal(("visitor", null, "Called and asked"), (noted[4].Actor, noted[4].UserId, noted[5].Why));
    }

    [Fact]
    public async Task Rows_hold_ids_and_the_pages_show_and_find_names()
    {
        var (sales, admin) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("admin@demo.example"));
        var booking = await InquiryAsync(sales, "Without names");
        Assert.Equal(HttpStatusCode.Redirect, (await OfferAsync(sales, booking)).StatusCode);
        var quote = await site.InDatabaseAsync(db => db.Quotes.Where(quote => quote.BookingId == booking).Select(quote => quote.Id).SingleAsync());
        await sales.PostAsync($"/bookings/{booking}/quotes/{quote}/send", [], $"/bookings/{booking}/quotes/{quote}");
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/accept", new() { ["name"] = "Zana Secret", ["acceptedOn"] = "2026-11-24" }, $"/bookings/{booking}")).StatusCode);
        var rows = await site.InDatabaseAsync(db => db.Journal.AsNoTracking().ToListAsync());
        Assert.DoesNotContain(rows, row => new[] { row.Actor, row.From, row.To, row.Why }.Any(text => text?.Contains('@', StringComparison.Ordinal) == true || text?.Contains("Zana", StringComparison.Ordinal) == true));
        Assert.All(rows, row => Assert.Equal(row.UserId is not null, row.Actor == "staff"));
        Assert.Contains(rows, row => row is { Subject: "Quote", Action: "accept" } && row.SubjectId == quote && row.BookingId == booking);

        var name = await site.InDatabaseAsync(db => db.Users.Where(user => user.Email == "sales@demo.example").Select(user => user.Name).SingleAsync());
        Assert.Contains($"{name}: inquire", (await sales.PageAsync($"/bookings/{booking}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{name}: draft", (await sales.PageAsync($"/bookings/{booking}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{name}: send", (await sales.PageAsync($"/bookings/{booking}/quotes/{quote}")).Body!.TextContent, StringComparison.Ordinal);
        var found = (await admin.PageAsync($"/journal?Text={Uri.EscapeDataString(name.ToUpperInvariant())}&Subject=Booking&Id={booking}")).QuerySelectorAll("tbody tr");
        Assert.NotEmpty(found);
        Assert.All(found, row => Assert.Contains(name, row.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_journal_is_searched_by_client_and_clock_by_words_in_any_case_and_to_the_last_of_days()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        await site.InDatabaseAsync(async db =>
        {
            db.Note(Actor.Clock, site.Clock.GetCurrentInstant(), "Database", 0, "probe", why: "Struck by the Clock");
            return await db.SaveChangesAsync();
        });
        Assert.Contains("Struck by", (await admin.PageAsync("/journal?By=clock&Subject=Database&Text=STRUCK%20by")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Struck by", (await admin.PageAsync("/journal?By=client&Subject=Database")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty((await admin.PageAsync("/journal?Until=9999-12-31")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await admin.PageAsync("/journal?From=9999-12-31")).QuerySelectorAll("tbody tr"));
        Assert.NotEmpty((await admin.PageAsync("/journal?From=0001-01-01")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task An_administrator_of_one_hotel_finds_its_rows_and_none_of_others()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var hotels = await site.InDatabaseAsync(db => db.Properties.ToDictionaryAsync(property => property.Code, property => property.Id));
        await AddAsync(admin, "ny-journal@demo.example", "Administrator", hotels["NYC"].ToString(CultureInfo.InvariantCulture));
        await site.InDatabaseAsync(async db =>
        {
            foreach (var (code, id) in hotels) db.Note(Actor.Clock, site.Clock.GetCurrentInstant(), "Property", id, "probe", why: $"About {code}");
            db.Note(Actor.Clock, site.Clock.GetCurrentInstant(), "RoleLimits", 1, "probe", why: "About the chain");
            return await db.SaveChangesAsync();
        });
        var person = await site.SignedInAsync("ny-journal@demo.example");
        var page = (await person.PageAsync("/journal")).QuerySelector("main")!.TextContent;
        Assert.Contains("About NYC", page, StringComparison.Ordinal);
        Assert.DoesNotContain("About TIA", page, StringComparison.Ordinal);
        Assert.DoesNotContain("About the chain", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Marco Bellini", page, StringComparison.Ordinal);
        Assert.All(await site.InDatabaseAsync(db => db.Journal.AsNoTracking().Where(entry => entry.Subject == "Booking" || entry.Subject == "Invoice" || entry.Subject == "Quote").ToListAsync()), entry => Assert.NotNull(entry.PropertyId));
    }

    [Fact]
    public async Task Each_record_shows_its_timeline()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var pages = await site.InDatabaseAsync(async db => new[]
        {
            $"/accounts/{await db.Accounts.Select(row => row.Id).FirstAsync()}", $"/agreements/{await db.Agreements.Select(row => row.Id).FirstAsync()}", $"/invoices/{await db.Invoices.Select(row => row.Id).FirstAsync()}",
            $"/packages/{await db.Packages.Select(row => row.Id).FirstAsync()}", $"/spaces/{await db.Spaces.Select(row => row.Id).FirstAsync()}", "/limits", "/taxes", "/settings/hotel",
        });
        foreach (var page in pages) Assert.Contains("History", (await admin.PageAsync(page)).QuerySelectorAll("h2").Select(title => title.TextContent));
    }

    private async Task<List<JournalEntry>> EntriesAsync(string subject, int id) =>
        (await site.InDatabaseAsync(db => db.Journal.AsNoTracking().Where(entry => entry.Subject == subject && entry.SubjectId == id).OrderBy(entry => entry.Id).ToListAsync())).ConvertAll(entry => entry.InEnglish());

    private Task<int> IdAsync(string email) => site.InDatabaseAsync(db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());

    private async Task<int> InquiryAsync(HotelBrowser sales, string name)
    {
        var (company, space) = await site.InDatabaseAsync(async db => (
            await db.Accounts.Where(account => account.TradeName == "Alba Bank").Select(account => account.Id).SingleAsync(), await db.Spaces.Where(found => found.Name == "Balmoral").Select(found => found.Id).SingleAsync()));
        var answer = await sales.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = $"{company}", ["Name"] = name, ["Functions[0].Name"] = "Plenary", ["Functions[0].Date"] = "2028-03-07", ["Functions[0].From"] = "9",
            ["Functions[0].Until"] = "17", ["Functions[0].SpaceId"] = $"{space}", ["Functions[0].Style"] = "Theatre", ["Functions[0].People"] = "30",
        });
        return int.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private static async Task<HttpResponseMessage> OfferAsync(HotelBrowser sales, int booking)
    {
        var form = await sales.PageAsync($"/bookings/{booking}/quotes/new");
        return await sales.PostAsync($"/bookings/{booking}/quotes/new", new()
        {
            ["Functions[0].FunctionId"] = form.QuerySelector("[name='Functions[0].FunctionId']")!.GetAttribute("value")!, ["Functions[0].Hire"] = "500", ["ValidUntil"] = "2026-12-10",
        });
    }

    private static async Task<Dictionary<string, string>> FieldsAsync(HotelBrowser browser, string page, string addressEnd)
    {
        var form = (await browser.PageAsync(page)).Forms.First(form => form.Action.EndsWith(addressEnd, StringComparison.Ordinal));
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in form.Elements)
        {
            if (element.GetAttribute("name") is not { } name || name.StartsWith("__", StringComparison.Ordinal) || element is AngleSharp.Html.Dom.IHtmlInputElement { Type: "checkbox", IsChecked: false }) continue;
            fields.TryAdd(name, element switch
            {
                AngleSharp.Html.Dom.IHtmlSelectElement list => list.Value ?? "", AngleSharp.Html.Dom.IHtmlTextAreaElement text => text.Value, AngleSharp.Html.Dom.IHtmlInputElement input => input.Value, _ => "",
            });
        }

        return fields;
    }

    private async Task<int> AddAsync(HotelBrowser admin, string email, string role, string hotel = "0")
    {
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync("/users/new", new() { ["Name"] = "A Person", ["Email"] = email, ["Role"] = role, ["PropertyId"] = hotel }, "/users")).StatusCode);
        await site.Browser().PostAsync(await site.PasswordLinkAsync(email), new() { ["Password"] = "Demo-hotel-2026", ["Again"] = "Demo-hotel-2026" });
        return await IdAsync(email);
    }
}
