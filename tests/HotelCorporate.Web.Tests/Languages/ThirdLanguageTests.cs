using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Journal;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace HotelCorporate.Web.Tests.Languages;

/// <summary>A third language is one file (<see cref="MarkedLanguage"/>): it is offered and used everywhere, and shows any words that went past the texts. Words come from files, whatever the database.</summary>
public sealed partial class ThirdLanguageTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    private static readonly string Culture = Language.Of(MarkedLanguage.Code).Cultures[0].Name;

    [Fact]
    public async Task Every_page_speaks_it_and_nothing_else()
    {
        var known = await KnownAsync();
        List<string> bare = [];
        foreach (var email in new[] { "admin@demo.example", "sales@demo.example", "kitchen@demo.example" })
        {
            await ChooseAsync(email);
            await WalkAsync(await site.SignedInAsync(email), known, bare);
        }

        Assert.True(bare.Count == 0, $"{bare.Count} words went past the texts:\n{string.Join('\n', bare.Distinct().Take(150))}");
    }

    [Fact]
    public async Task A_browser_that_asks_for_it_gets_it_before_the_sign_in()
    {
        var browser = site.Browser();
        browser.Http.DefaultRequestHeaders.Add("Accept-Language", MarkedLanguage.Code);
        var page = await browser.PageAsync("/sign-in");
        Assert.Equal(MarkedLanguage.Code, page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("«Sign in»", page.Body!.TextContent, StringComparison.Ordinal);

        var albanian = site.Browser();
        albanian.Http.DefaultRequestHeaders.Add("Accept-Language", "sq");
        Assert.Equal("sq", (await albanian.PageAsync("/sign-in")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task What_a_form_refuses_is_said_in_it()
    {
        await ChooseAsync("manager@demo.example");
        var browser = await site.SignedInAsync("manager@demo.example");
        var known = await KnownAsync();
        var booking = await site.InDatabaseAsync(db => db.Bookings.Where(booking => booking.Status == BookingStatus.Inquiry).Select(booking => booking.Id).FirstAsync());
        foreach (var (address, page, fields) in new (string, string, Dictionary<string, string>)[]
        {
            ("/accounts/new", "/accounts/new", new() { ["LegalName"] = "", ["Country"] = "Albania", ["CreditLimit"] = "much" }),
            ("/bookings/new", "/bookings/new", new() { ["Name"] = "", ["AccountId"] = "x", ["Functions[0].Date"] = "never", ["Functions[0].Name"] = "A" }),
            ($"/bookings/{booking}/quotes/price", $"/bookings/{booking}/quotes/new", new() { ["ValidUntil"] = "2020-01-01", ["Extras[0].Description"] = "Flowers" }),
            ($"/bookings/{booking}/option", $"/bookings/{booking}", new() { ["optionOn"] = "2020-01-01" }),
            ($"/bookings/{booking}/lose", $"/bookings/{booking}", new() { ["reason"] = "" }),
            ("/me/password", "/me", new() { ["Current"] = "Demo-hotel-2026", ["New"] = "short", ["Again"] = "other" }),
        })
        {
            using var answer = await browser.PostAsync(address, fields, page);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var shown = await HotelBrowser.ParseAsync(answer);
            var wrong = shown.QuerySelectorAll(".validation-summary-errors li, .invalid-feedback").Select(error => error.TextContent).Where(text => text.Trim().Length > 0).ToList();
            Assert.True(wrong.Count > 0, $"{address} says nothing.");
            Assert.All(wrong, text => Assert.True(Bare(text, known).Count == 0, $"{address} says {text}"));
        }
    }

    [Fact]
    public async Task A_company_that_reads_it_is_written_to_in_it()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        await site.InDatabaseAsync(db => db.Properties.ExecuteUpdateAsync(set => set.SetProperty(property => property.Languages, "en,sq," + MarkedLanguage.Code)));
        Assert.Contains((await sales.PageAsync("/accounts/new")).QuerySelectorAll<IHtmlOptionElement>("#Language option"), option => option.Value == MarkedLanguage.Code);
        var id = await site.InDatabaseAsync(db => db.Quotes.Where(quote => quote.Status == QuoteStatus.Accepted).Select(quote => quote.Id).FirstAsync());
        await site.InDatabaseAsync(db => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(account => account.Language, MarkedLanguage.Code)));
        var known = await KnownAsync();
        string link;
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var desk = scope.ServiceProvider.GetRequiredService<QuoteDesk>();
            var file = (await desk.ReadAsync(id, default))!;
            link = new Uri(desk.LinkOf(file.Quote, file.Property)).AbsolutePath;
            foreach (var paper in new[] { HotelCorporate.Web.Documents.Pdf.QuotePdf.Write(desk.Sheet(file)), HotelCorporate.Web.Documents.Pdf.ConfirmationPdf.Write(desk.Confirmation(file)) })
            {
                using var pdf = UglyToad.PdfPig.PdfDocument.Open(paper);
                var text = string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
                Assert.True(Bare(text, known) is [], $"The paper says {string.Join(", ", Bare(text, known))}");
            }
        }

        var client = site.Browser();
        var page = await client.PageAsync(link);
        Assert.Equal(MarkedLanguage.Code, page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(Seen(page).SelectMany(text => Bare(text, known)));
    }

    private Task<int> ChooseAsync(string email) => site.InDatabaseAsync(db => db.Users.Where(user => user.Email == email).ExecuteUpdateAsync(set => set.SetProperty(user => user.Language, Culture)));

    private static async Task WalkAsync(HotelBrowser browser, HashSet<string> known, List<string> bare)
    {
        Queue<string> next = new(["/"]);
        HashSet<string> seen = new(["/"], StringComparer.Ordinal);
        Dictionary<string, int> ofAKind = new(StringComparer.Ordinal);
        while (next.TryDequeue(out var address))
        {
            using var answer = await browser.GetAsync(address);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var page = await HotelBrowser.ParseAsync(answer);
            bare.AddRange(Seen(page).SelectMany(text => Bare(text, known).Select(word => $"{address}: {word} in {text.Trim()[..Math.Min(text.Trim().Length, 120)]}")));
            foreach (var target in page.Links.Select(link => (link.GetAttribute("href") ?? "").Split('#')[0]).Where(link => link.StartsWith('/') && seen.Add(link)))
            {
                var kind = Digits().Replace(Values().Replace(target, "="), "0");
                if ((ofAKind[kind] = ofAKind.GetValueOrDefault(kind) + 1) <= 1 && ofAKind.Count < 300) next.Enqueue(target);
            }
        }
    }

    /// <summary>What people see or hear of a page.</summary>
    private static IEnumerable<string> Seen(IHtmlDocument page)
    {
        foreach (var text in page.Descendants<IText>().Where(text => text.ParentElement is not (null or IHtmlScriptElement or IHtmlStyleElement or { LocalName: "code" }))) yield return text.Data;
        foreach (var element in page.All)
        {
            foreach (var name in (string[])["title", "aria-label", "placeholder", "alt"])
                if (element.GetAttribute(name) is { } text) yield return text;
        }
    }

    private static List<string> Bare(string text, HashSet<string> known) =>
        [.. Word().Matches(MarkedLanguage.Outside(text)).Select(word => word.Value).Where(word => !known.Contains(word) && !known.Contains(word.ToLowerInvariant()))];

    /// <summary>What people typed, and the names of days, currencies and languages: the words that no file translates.</summary>
    private Task<HashSet<string>> KnownAsync() => site.InDatabaseAsync(async db =>
    {
        Type[] house = [typeof(JournalEntry), typeof(OutboxMail), typeof(RoleLimits), typeof(Microsoft.AspNetCore.Identity.IdentityRole<int>), typeof(Microsoft.AspNetCore.DataProtection.EntityFrameworkCore.DataProtectionKey)];
        string[] words = ["StepsText", "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "Facts", "TermsText"];
        HashSet<string> known = new(Currency.Codes, StringComparer.Ordinal);
        var culture = Language.Of(MarkedLanguage.Code).Cultures[0].DateTimeFormat;
        Add([.. culture.AbbreviatedDayNames, .. culture.DayNames, .. culture.MonthNames, .. culture.AbbreviatedMonthNames, .. Language.Choices().Select(choice => choice.Name), .. Language.All.Select(language => language.Name), "HotelCorporate", "IBAN", "BIC", "CSV", "LRA", "NLRA", "INV", "REQ", "DEP", "CN", "PF", "FEE"]);
        Add((await db.Journal.IgnoreQueryFilters().Select(entry => entry.Why).ToListAsync()).OfType<string>().Where(why => !why.StartsWith('['))); // reasons that people typed
        foreach (var entity in db.Model.GetEntityTypes().Where(entity => !house.Contains(entity.ClrType) && entity.GetTableName() is not null))
        foreach (var property in entity.GetProperties().Where(property => property.ClrType == typeof(string) && !words.Contains(property.Name)))
        {
            var column = property.GetColumnName(StoreObjectIdentifier.Table(entity.GetTableName()!));
            if (column is null) continue;
            var sql = $"SELECT \"{column}\" AS \"Value\" FROM \"{entity.GetTableName()}\" WHERE \"{column}\" IS NOT NULL";
            Add(await db.Database.SqlQueryRaw<string>(sql).ToListAsync());
        }

        Add((await db.CatalogueItems.IgnoreQueryFilters().AsNoTracking().ToListAsync()).SelectMany(item => item.Texts).Concat((await db.Packages.IgnoreQueryFilters().AsNoTracking().ToListAsync()).SelectMany(package => package.Texts)).SelectMany(text => new[] { text.Name, text.Description })); // what clients read, in their languages
        Add((await db.CatalogueItems.IgnoreQueryFilters().AsNoTracking().ToListAsync()).SelectMany(item => item.Dishes).SelectMany(dish => dish.Texts.SelectMany(text => new[] { text.Name, text.Description }).Append(dish.Name)));
        Add((await db.Tasks.Select(task => task.Text).ToListAsync()).SelectMany(Typed));
        Add((await db.Agreements.ToListAsync()).SelectMany(agreement => agreement.Terms.Blackouts.Select(blackout => blackout.Name).Append(agreement.Terms.RateCode)));
        Add((await db.LoyaltyProgrammes.AsNoTracking().ToListAsync()).SelectMany(programme => programme.Rules.Tiers.Select(tier => tier.Name).Append(programme.Rules.Name)));
        Add((await db.Accounts.AsNoTracking().ToListAsync()).SelectMany(account => new[] { account.Needs.What, account.Needs.HowOften, account.Needs.When, account.Needs.Size, account.Needs.Budget, account.Needs.Wishes, account.Needs.Objections }));
        Add([.. (await db.Set<QuoteLine>().IgnoreQueryFilters().Select(line => new { line.Heading, line.Description }).ToListAsync()).SelectMany(line => Typed(line.Heading).Concat(Typed(line.Description)))]);
        return known;

        void Add(IEnumerable<string> texts) => known.UnionWith(texts.SelectMany(text => Word().Matches(text)).Select(word => word.Value));

        static IEnumerable<string> Typed(Domain.Sentence sentence) => sentence.Gaps.OfType<string>();
    });

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    /// <summary>A page is of one kind whatever it is asked to show.</summary>
    [GeneratedRegex("=[^&]*", RegexOptions.None, 1000)]
    private static partial Regex Values();

    [GeneratedRegex("[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();
}
