using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.Agreements;

public sealed class AgreementPagesOnSqlite(SqliteSite site) : AgreementPagesTests(site), IClassFixture<SqliteSite>;

public sealed class AgreementPagesOnPostgres(PostgresSite site) : AgreementPagesTests(site), IClassFixture<PostgresSite>;

/// <summary>An agreement from its grid of rates over rounds of talks to the client's own acceptance, its contract and its renewal.</summary>
public abstract class AgreementPagesTests(HotelSiteFixture site)
{
    [Fact]
    public async Task Seasons_and_a_block_pasted_from_a_spreadsheet_become_rates()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var agreement = await MadeAsync(sales, "Pasted");
        var terms = (await AgreementAsync(agreement)).Terms;
        Assert.Equal(["Low", "High"], terms.Seasons.Select(season => season.Name));
        Assert.Equal([95m, 110m, 25m], terms.Rates.Where(rate => rate.Season == "Low").Select(rate => rate.Amount!.Value));
        var dynamic = terms.Rates.Single(rate => rate is { Season: "High", Occupancy: Occupancy.Double });
        Assert.Equal((null, 0.15m, 140m), (dynamic.Amount, dynamic.OffBar!.Value, dynamic.Ceiling!.Value));
        Assert.Equal([new Tier(200, 0.05m)], terms.Tiers);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var (address, fields) = await FormAsync(sales, "Wrong");
        var type = await TypeAsync();
        (fields["Seasons[1].From"], fields["Tiers[0].MinimumNights"], fields["Tiers[0].Off"], fields["Blackouts[0].From"], fields["Blackouts[0].To"]) = ("2027-07-03", "200", "5", "2027-03-05", "2027-03-01");
        (fields[$"Cells[{type}-Single-0-0]"], fields[$"Cells[{type}-Double-0-0]"], fields[$"Cells[{type}-Single-0-1]"], fields["Block"], fields["PaymentDays"]) = ("a hundred", "0", "1000000000", "", "400");
        using var refused = await Forms.SendAsync(sales, "/agreements/new", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await HotelBrowser.ParseAsync(refused);
        Assert.Contains("Type an amount such as 128.00", Wrong(page, $"Cells[{type}-Single-0-0]"), StringComparison.Ordinal);
        Assert.Equal("a hundred", Value(page, $"Cells[{type}-Single-0-0]"));
        Assert.Equal("400", Value(page, "PaymentDays"));

        fields[$"Cells[{type}-Single-0-0]"] = "95";
        using var again = await Forms.SendAsync(sales, "/agreements/new", fields);
        page = await HotelBrowser.ParseAsync(again);
        Assert.Contains("No season covers the nights from Thu 1 Jul 2027 to Fri 2 Jul 2027", Wrong(page, "Seasons[1].From"), StringComparison.Ordinal);
        Assert.Contains("before it begins", Wrong(page, "Blackouts[0].To"), StringComparison.Ordinal);
        foreach (var cell in new[] { $"Cells[{type}-Double-0-0]", $"Cells[{type}-Single-0-1]" }) Assert.Contains("A rate is above 0", Wrong(page, cell), StringComparison.Ordinal);
        Assert.Contains("0 to 365 days", Wrong(page, "PaymentDays"), StringComparison.Ordinal);
        Assert.Equal("2027-07-03", Value(page, "Seasons[1].From"));
        Assert.EndsWith(address, "/agreements/new?accountId=" + fields["AccountId"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_agreement_has_one_currency_and_a_company_that_is_not_there_has_none()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var (_, fields) = await FormAsync(sales, "Currencies");
        var newYork = await site.InDatabaseAsync(db => db.Properties.Where(property => property.Code == "NYC").Select(property => property.Id).SingleAsync());
        using var content = new FormUrlEncodedContent([.. fields, new("Hotels", newYork.ToString(CultureInfo.InvariantCulture))]);
        using var refused = await sales.Http.PostAsync(new Uri("/agreements/new", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("An agreement has one currency", (await HotelBrowser.ParseAsync(refused)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await sales.GetAsync("/agreements/new?accountId=999999")).StatusCode);
        fields["AccountId"] = "999999";
        fields["form-token"] = Guid.NewGuid().ToString("N");
        using var foreign = await Forms.SendAsync(sales, "/agreements/new", fields);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    public async Task A_further_row_keeps_what_was_typed_and_stores_nothing()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var (_, fields) = await FormAsync(sales, "Rows");
        var before = await site.InDatabaseAsync(db => db.Agreements.CountAsync());
        fields["more"] = "Tiers";
        using var laid = await Forms.SendAsync(sales, "/agreements/new/rows", fields);
        Assert.Equal(HttpStatusCode.OK, laid.StatusCode);
        var page = await HotelBrowser.ParseAsync(laid);
        Assert.NotNull(page.QuerySelector("[name='Tiers[1].MinimumNights']"));
        Assert.Equal("Rows", Value(page, "Name"));
        Assert.Equal("95.00", Value(page, $"Cells[{await TypeAsync()}-Single-0-0]"));
        Assert.Equal(before, await site.InDatabaseAsync(db => db.Agreements.CountAsync()));
    }

    [Fact]
    public async Task Three_rounds_are_kept_with_what_each_side_said_and_what_changed()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var agreement = await MadeAsync(manager, "Rounds");
        await manager.PostAsync(agreement + "/offer", [], agreement);
        using (var silent = await manager.PostAsync(agreement + "/negotiate", new() { ["asked"] = " " }, agreement)) Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        await manager.PostAsync(agreement + "/negotiate", new() { ["asked"] = "91 in low season", ["Objection"] = "The Adria asks 89", ["Answer"] = "Ours has meeting rooms" }, agreement);
        var type = await TypeAsync();
        using (var changed = await manager.SendShownAsync(agreement + "/edit", agreement + "/edit", new() { [$"Cells[{type}-Single-0-0]"] = "92" })) Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        await manager.PostAsync(agreement + "/offer", new() { ["offered"] = "92 and breakfast" }, agreement);
        await manager.PostAsync(agreement + "/negotiate", new() { ["asked"] = "Breakfast free" }, agreement);
        await manager.PostAsync(agreement + "/offer", new() { ["offered"] = "It is" }, agreement);
        await manager.PostAsync(agreement + "/negotiate", new() { ["asked"] = "Parking" }, agreement);
        var page = await manager.PageAsync(agreement);
        var talks = page.QuerySelector(".talks")!;
        Assert.Equal(3, talks.Children.Length);
        foreach (var said in new[] { "91 in low season", "The Adria asks 89", "Met with: Ours has meeting rooms", "92 and breakfast", "Single, Low, Standard: 95.00 EUR -> 92.00 EUR" })
            Assert.Contains(said, talks.Children[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("The terms are as they were.", talks.Children[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_accepts_by_its_link_and_the_evidence_is_kept()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var agreement = await MadeAsync(manager, "By link");
        await manager.PostAsync(agreement + "/offer", [], agreement);
        using (var sent = await manager.PostAsync(agreement + "/send", [], agreement)) Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var link = await site.InDatabaseAsync(db => db.Outbox.Where(mail => mail.Kind == HotelCorporate.Domain.Messages.MailKind.AgreementOffered).OrderByDescending(mail => mail.Id).Select(mail => mail.Facts).FirstAsync());
        var address = HotelCorporate.Web.Mail.MailFactsJson.Read(link).Link is var whole ? whole[whole.IndexOf("/agreement-offers/", StringComparison.Ordinal)..] : "";
        var client = site.Browser();
        var page = await client.PageAsync(address);
        foreach (var shown in new[] { "Room rates", "95.00", "15 % off BAR", "High" }) Assert.Contains(shown, page.Body!.TextContent, StringComparison.Ordinal);
        var seen = Value(page, "seen")!;

        using (var nameless = await client.SendShownAsync(address, address + "/accept")) Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        using (var other = await client.SendShownAsync(address, address + "/accept", new() { ["by"] = "A. Client", ["seen"] = "0" })) Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        using (var asked = await client.SendShownAsync(address, address + "/ask", new() { ["wish"] = "Late arrival" })) Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        using (var accepted = await client.SendShownAsync(address, address + "/accept", new() { ["by"] = "A. Client" })) Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        var stored = await AgreementAsync(agreement);
        Assert.Equal((AgreementStatus.Accepted, "A. Client", seen, site.Clock.GetCurrentInstant()), (stored.Status, stored.AcceptedBy, stored.SeenHash, stored.AcceptedAt));
        Assert.Equal(stored.Seal(), stored.SeenHash);
        using (var twice = await client.PostAsync(address + "/accept", new() { ["by"] = "Another", ["seen"] = seen }, "/sign-in")) Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Contains(seen[..12], (await client.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await site.InDatabaseAsync(db => db.Tasks.CountAsync(task => task.AgreementId == stored.Id)));
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync(address[..^4])).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync(address.Replace("agreement-offers", "offers", StringComparison.Ordinal))).StatusCode);
        foreach (var paper in new[] { "/contract.pdf", "/contract.docx" }) Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address + paper)).StatusCode);
    }

    [Fact]
    public async Task The_contract_is_written_as_pdf_and_as_word_file_from_one_template()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var agreement = await MadeAsync(sales, "Contract");
        using var pdf = await sales.GetAsync(agreement + "/contract.pdf");
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await pdf.Content.ReadAsByteArrayAsync())[..4]));
        using var word = await sales.GetAsync(agreement + "/contract.docx");
        using var bytes = new MemoryStream(await word.Content.ReadAsByteArrayAsync());
        using var file = WordprocessingDocument.Open(bytes, false);
        var text = file.MainDocumentPart!.Document.Body!.InnerText;
        foreach (var said in new[] { "Lumen Audit Ltd", "Room rates", "95.00", "15 % off BAR, at most 140.00", "Room nights stayed in the calendar year", "Cancellation of events" }) Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(file).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public async Task A_renewal_is_proposed_once_and_drafted_by_one_press()
    {
        var due = await site.InDatabaseAsync(async db => (await db.Agreements.AsNoTracking().Where(found => found.Status == AgreementStatus.Accepted && !found.IsReplaced).ToListAsync())
            .First(found => found.Label(new LocalDate(2026, 11, 24), 60) == AgreementLabel.Expiring && found.Terms.CurrencyCode == "EUR"));
        for (var i = 0; i < 2; i++)
        {
            await using var scope = site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DueAgreements>().ProposeAsync(CancellationToken.None);
        }

        var tasks = await site.InDatabaseAsync(db => db.Tasks.AsNoTracking().Where(task => task.AgreementId == due.Id).ToListAsync());
        Assert.Contains("expected room nights came", Assert.Single(tasks).Text.ToString(), StringComparison.Ordinal);
        var sales = await site.SignedInAsync("sales@demo.example");
        Assert.Contains("Renew " + due.Name, (await sales.PageAsync("/inbox")).Body!.TextContent, StringComparison.Ordinal);
        using var drafted = await sales.PostAsync($"/agreements/{due.Id}/renew", [], $"/agreements/{due.Id}");
        Assert.Equal(HttpStatusCode.Redirect, drafted.StatusCode);
        var next = await AgreementAsync(drafted.Headers.Location!.OriginalString.Replace("/edit", "", StringComparison.Ordinal));
        Assert.Equal((due.Terms.ValidTo.PlusDays(1), AgreementStatus.Draft, due.Id), (next.Terms.ValidFrom, next.Status, next.ReplacesId));
        Assert.Empty(next.Terms.Problems());
        Assert.Contains("First night", (await sales.PageAsync($"/agreements/{next.Id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_agreement_for_the_same_nights_says_which_is_asked_first_and_why()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var (first, second) = (await MadeAsync(manager, "Elder"), await MadeAsync(manager, "Younger"));
        foreach (var agreement in new[] { first, second })
        {
            await manager.PostAsync(agreement + "/offer", [], agreement);
            using var accepted = await manager.PostAsync(agreement + "/accept", new() { ["by"] = "A. Client" }, agreement);
            Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
            site.Clock.Advance(Duration.FromSeconds(1));
        }

        foreach (var agreement in new[] { first, second })
            Assert.Contains("Younger is asked first: the one that was accepted later comes first.", (await manager.PageAsync(agreement)).Body!.TextContent, StringComparison.Ordinal);
    }

    private Task<int> TypeAsync() => site.InDatabaseAsync(db => db.RoomTypes.Where(type => db.Properties.Any(property => property.Id == type.PropertyId && property.Code == "TIA") && type.Code == "STD").Select(type => type.Id).SingleAsync());

    private Task<Agreement> AgreementAsync(string address) => site.InDatabaseAsync(db => db.Agreements.AsNoTracking().SingleAsync(found => found.Id == int.Parse(address.Split('/')[2], CultureInfo.InvariantCulture)));

    /// <summary>Two seasons of 2027, a tier, and a block for the standard room: 95, 110 and 25 in the low one, 15% below BAR with a ceiling for two in the high one.</summary>
    private async Task<(string Address, Dictionary<string, string> Fields)> FormAsync(HotelBrowser sales, string name)
    {
        var account = await site.InDatabaseAsync(db => db.Accounts.Where(account => account.TradeName == "Lumen Audit").Select(account => account.Id).SingleAsync());
        var address = $"/agreements/new?accountId={account}";
        var form = (await sales.PageAsync(address)).FormTo("/agreements/new");
        var fields = Forms.AsShown(form).DistinctBy(field => field.Key).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        var token = form.Elements.OfType<IHtmlInputElement>().First(input => input.Name == "__RequestVerificationToken");
        (fields[token.Name!], fields["form-token"]) = (token.Value, Guid.NewGuid().ToString("N"));
        (fields["Name"], fields["ValidFrom"], fields["ValidTo"]) = (name, "2027-01-01", "2027-12-31");
        (fields["Seasons[0].Name"], fields["Seasons[0].From"], fields["Seasons[0].To"]) = ("Low", "2027-01-01", "2027-06-30");
        (fields["Seasons[1].Name"], fields["Seasons[1].From"], fields["Seasons[1].To"]) = ("High", "2027-07-01", "2027-12-31");
        (fields["Tiers[0].MinimumNights"], fields["Tiers[0].Off"], fields["TierBasis"]) = ("200", "5", "YearToDate");
        fields["Block"] = "95.00\t104.00\n110\t15% max 140\n25\t\n";
        return (address, fields);
    }

    private async Task<string> MadeAsync(HotelBrowser sales, string name)
    {
        var (_, fields) = await FormAsync(sales, name);
        using var made = await Forms.SendAsync(sales, "/agreements/new", fields);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return made.Headers.Location!.OriginalString;
    }

    private static string? Value(IHtmlDocument page, string field) => page.QuerySelector($"[name='{field}']")!.GetAttribute("value");

    private static string Wrong(IHtmlDocument page, string field) => page.QuerySelector($"[name='{field}']")!.ParentElement!.QuerySelector(".invalid-feedback")?.TextContent ?? "";
}
