using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;

namespace HotelCorporate.Web.Tests.Mail;

public sealed class MailOnSqlite(SqliteSmtpSite site) : MailTests(site, site.Mails), IClassFixture<SqliteSmtpSite>;

public sealed class MailOnPostgres(PostgresSmtpSite site) : MailTests(site, site.Mails), IClassFixture<PostgresSmtpSite>;

/// <summary>From an inquiry to the confirmation, with every letter read where the client would: at a real mail server.</summary>
public abstract class MailTests(HotelSiteFixture site, SmtpServer server)
{
    [Fact]
    public async Task A_client_gets_the_offer_accepts_it_by_the_link_and_gets_the_confirmation_with_its_papers()
    {
        var (browser, booking) = await QuotedAsync("Harvest meeting", 20);
        var offer = server.Taken.Last(mail => (mail.Subject ?? "").Contains("Harvest meeting", StringComparison.Ordinal));
        Assert.StartsWith("hotel ", offer.Headers["X-Envelope"], StringComparison.Ordinal);
        Assert.Contains(offer.Attachments, part => part.ContentType.MimeType == "application/pdf");
        var link = LinkIn(offer);

        // The client: no password, no cookie.
        var client = site.Browser();
        var page = await client.PageAsync(link);
        Assert.Contains("Harvest meeting", page.Body!.TextContent, StringComparison.Ordinal);
        var refused = await client.PostAsync(link + "/accept", new() { ["name"] = "", ["purchaseOrder"] = "PO 77" }, link);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("PO 77", (await HotelBrowser.ParseAsync(refused)).QuerySelector("[name=purchaseOrder]")!.GetAttribute("value"));

        var accepted = await client.PostAsync(link + "/accept", new() { ["name"] = "Arben Kola", ["purchaseOrder"] = "PO 77" }, link);
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal(link, accepted.Headers.Location!.OriginalString);
        var definite = await site.InDatabaseAsync(db => db.Bookings.AsNoTracking().SingleAsync(found => found.Id == booking));
        Assert.Equal((BookingStatus.Definite, "Arben Kola", "PO 77"), (definite.Status, definite.AcceptedBy, definite.PurchaseOrder));

        await SendAsync();
        var letters = server.Taken.Where(mail => (mail.TextBody ?? "").Contains(definite.Reference, StringComparison.Ordinal)).ToList();
        var confirmation = Assert.Single(letters, mail => mail.Attachments.Any() && !(mail.Subject ?? "").Contains("Q-", StringComparison.Ordinal));
        Assert.Contains(confirmation.Attachments, part => part.ContentType.MimeType == "application/pdf");
        var programme = Assert.IsType<MimePart>(exactMatch: false, @object: confirmation.Attachments.Single(part => part.ContentType.MimeType == "text/calendar"));
        Assert.Equal("PUBLISH", programme.ContentType.Parameters["method"]);
        var entry = Assert.Single(CalendarIn(programme).Events);
        Assert.Equal("Europe/Tirane", entry.DtStart!.TzId);
        Assert.Equal(new DateTime(2027, 2, 22, 9, 0, 0), entry.DtStart.Value);

        var invites = letters.FindAll(mail => !mail.Attachments.Any());
        Assert.Equal(["arben.kola@albabank.example", "elona.prifti@albabank.example"], invites.ConvertAll(mail => mail.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal)); // who wants them
        var invite = invites[0];
        Assert.Contains("BEGIN:STANDARD", TextOf(programme), StringComparison.Ordinal);
        var request = invite.BodyParts.OfType<MimePart>().Single(part => part.ContentType.MimeType == "text/calendar");
        Assert.Equal("REQUEST", request.ContentType.Parameters["method"]);

        // Cancelled: the letter names the fee, the invitation is taken back under the same UID.
        await browser.PostAsync($"/bookings/{booking}/cancel", new() { ["reason"] = "The board meets at home" }, $"/bookings/{booking}");
        await SendAsync();
        var taken = server.Taken.Last(mail => mail.BodyParts.Any(part => part.ContentType.Parameters["method"] == "CANCEL"));
        var cancelled = Assert.Single(CalendarIn(taken.BodyParts.OfType<MimePart>().Single(part => part.ContentType.MimeType == "text/calendar")).Events);
        Assert.Equal(Assert.Single(CalendarIn(request).Events).Uid, cancelled.Uid);
        Assert.True(cancelled.Sequence > 0);
    }

    [Fact]
    public async Task A_client_sees_the_hotels_logo_in_the_letter_in_its_paper_and_on_the_offers_page()
    {
        var logo = await site.InDatabaseAsync(async db =>
        {
            var hotel = await db.Properties.SingleAsync(property => property.Code == "TIA");
            var made = new Domain.Properties.Logo(hotel.Id, Documents.SheetExamples.Logo(400, 100));
            db.Logos.Add(made);
            await db.SaveChangesAsync();
            hotel.LogoId = made.Id;
            await db.SaveChangesAsync();
            return made.Id;
        });
        await QuotedAsync("Logo meeting", 60);
        var offer = server.Taken.Last(mail => (mail.Subject ?? "").Contains("Logo meeting", StringComparison.Ordinal));
        Assert.Contains("src=\"cid:logo@hotel\" width=\"200\" height=\"50\"", offer.HtmlBody, StringComparison.Ordinal);
        var picture = offer.BodyParts.OfType<MimePart>().Single(part => part.ContentId == "logo@hotel");
        Assert.Equal(("image/png", false), (picture.ContentType.MimeType, picture.IsAttachment));
        Assert.IsType<MultipartRelated>(offer.BodyParts.OfType<TextPart>().Single(part => part.IsHtml) is var html ? Parent(offer.Body, html) : null);
        using var paper = new MemoryStream();
        await offer.Attachments.OfType<MimePart>().Single().Content!.DecodeToAsync(paper);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(paper.ToArray());
        Assert.Single(pdf.GetPage(1).GetImages());
        Assert.Equal($"/logos/{logo}", (await site.Browser().PageAsync(LinkIn(offer))).QuerySelector("header img")!.GetAttribute("src"));

        await site.InDatabaseAsync(db => db.Properties.Where(property => property.LogoId == logo).ExecuteUpdateAsync(set => set.SetProperty(property => property.LogoId, (int?)null)));
    }

    private static Multipart? Parent(MimeEntity? within, MimeEntity part) => within is not Multipart many ? null : many.Contains(part) ? many : many.Select(inner => Parent(inner, part)).FirstOrDefault(found => found is not null);

    [Fact]
    public async Task A_link_that_was_changed_or_is_over_does_not_open()
    {
        await QuotedAsync("Spring review", 40);
        var link = LinkIn(server.Taken.Last(mail => (mail.Subject ?? "").Contains("Spring review", StringComparison.Ordinal)));
        var client = site.Browser();
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync(link[..^4] + "AAAA")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync("/offers/nothing")).StatusCode);
        var over = site.Services.GetRequiredService<SignedLinks>().Token(SignedLinks.Offer, 1, site.Clock.GetCurrentInstant() - Duration.FromSeconds(1));
        var answer = await client.GetAsync("/offers/" + over);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        // In the language of the client.
        Assert.Contains("Koha e kësaj lidhjeje ka mbaruar", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_with_a_deposit_at_signing_says_honestly_that_it_waits()
    {
        var (_, booking) = await QuotedAsync("Deposit day", 60, account: "Lumen Audit");
        var link = LinkIn(server.Taken.Last(mail => (mail.Subject ?? "").Contains("Deposit day", StringComparison.Ordinal)));
        var client = site.Browser();
        await client.PostAsync(link + "/accept", new() { ["name"] = "Grace Hall" }, link);

        Assert.Contains("the deposit of", (await client.PageAsync(link)).Body!.TextContent, StringComparison.Ordinal);
        var waiting = await site.InDatabaseAsync(db => db.Bookings.AsNoTracking().Include(found => found.Functions).SingleAsync(found => found.Id == booking));
        Assert.Equal(BookingStatus.Tentative, waiting.Status);
        Assert.All(waiting.Functions, function => Assert.True(function.IsFirm));
        Assert.Equal(new LocalDate(2026, 12, 1), waiting.OptionOn);
    }

    [Fact]
    public async Task Over_the_credit_limit_a_manager_decides()
    {
        var (_, booking) = await QuotedAsync("Credit day", 80);
        await site.InDatabaseAsync(db => db.Accounts.Where(account => account.TradeName == "Alba Bank").ExecuteUpdateAsync(set => set.SetProperty(account => account.CreditLimit, 100)));
        var link = LinkIn(server.Taken.Last(mail => (mail.Subject ?? "").Contains("Credit day", StringComparison.Ordinal)));
        await site.Browser().PostAsync(link + "/accept", new() { ["name"] = "Arben Kola" }, link);
        var manager = await site.SignedInAsync("manager@demo.example");
        Assert.Contains("its credit limit is 100.00 EUR", (await manager.PageAsync($"/bookings/{booking}")).Body!.TextContent, StringComparison.Ordinal);

        var asked = await site.InDatabaseAsync(db => db.Approvals.SingleAsync(approval => approval.BookingId == booking));
        await manager.PostAsync($"/inbox/approvals/{asked.Id}/approve", new() { ["answer"] = "They pay well." }, "/inbox");
        Assert.Equal(BookingStatus.Definite, await site.InDatabaseAsync(db => db.Bookings.Where(found => found.Id == booking).Select(found => found.Status).SingleAsync()));
        await site.InDatabaseAsync(db => db.Accounts.Where(account => account.TradeName == "Alba Bank").ExecuteUpdateAsync(set => set.SetProperty(account => account.CreditLimit, (long?)null)));
    }

    [Fact]
    public async Task A_negative_price_is_refused_at_its_field_and_hostile_names_are_only_text()
    {
        var (browser, booking) = await QuotedAsync("<script>alert(1)</script> \u05E9\u05DC\u05D5\u05DD \U0001F389", 90);
        var shown = await (await browser.GetAsync($"/bookings/{booking}")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", shown, StringComparison.Ordinal);
        Assert.Contains("\u05E9\u05DC\u05D5\u05DD", WebUtility.HtmlDecode(shown), StringComparison.Ordinal);
        var form = await browser.PageAsync($"/bookings/{booking}/quotes/new");
        var refused = await browser.PostAsync($"/bookings/{booking}/quotes/new", new()
        {
            ["Functions[0].FunctionId"] = form.QuerySelector("[name='Functions[0].FunctionId']")!.GetAttribute("value")!, ["ValidUntil"] = "2026-12-10",
            ["Extras[0].Description"] = "Flowers", ["Extras[0].Quantity"] = "1", ["Extras[0].Price"] = "-5",
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await HotelBrowser.ParseAsync(refused);
        Assert.Equal("-5", page.QuerySelector("[name='Extras[0].Price']")!.GetAttribute("value"));
        Assert.Contains("is-invalid", page.QuerySelector("[name='Extras[0].Price']")!.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_for_now_is_tried_again_and_one_for_good_raises_an_alarm()
    {
        var now = site.Clock.GetCurrentInstant();
        var (later, never) = await site.InDatabaseAsync(async db =>
        {
            var hotel = Documents.SheetExamples.Hotel;
            var facts = new MailFacts { Hotel = hotel, Reference = "HC-1", Title = "Refusals", OptionOn = new LocalDate(2026, 12, 1) };
            db.Queue(now, MailKind.OptionHeld, 1, null, "en", facts, [new("Later", $"later@{Guid.NewGuid():N}.example"), new("Never", $"never@{Guid.NewGuid():N}.example")]);
            await db.SaveChangesAsync();
            var two = db.Outbox.Local.ToList();
            return (two[0].Id, two[1].Id);
        });
        await SendAsync();

        var mails = await site.InDatabaseAsync(db => db.Outbox.AsNoTracking().Where(mail => mail.Id == later || mail.Id == never).ToDictionaryAsync(mail => mail.Id));
        Assert.Equal((MailStatus.Waiting, 1), (mails[later].Status, mails[later].Tries));
        Assert.Equal(now + Duration.FromMinutes(1), mails[later].NextTryAt);
        Assert.Equal(MailStatus.Failed, mails[never].Status);
        Assert.Contains("550", mails[never].LastAnswer, StringComparison.Ordinal);
    }

    /// <summary>An inquiry of one function, priced and sent, with the letter gone.</summary>
    private async Task<(HotelBrowser Browser, int Booking)> QuotedAsync(string name, int daysLater, string account = "Alba Bank")
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var (company, space) = await site.InDatabaseAsync(async db => (
            await db.Accounts.Where(found => found.TradeName == account).Select(found => found.Id).SingleAsync(),
            await db.Spaces.Where(found => found.Name == "Balmoral").Select(found => found.Id).SingleAsync()));
        var day = new LocalDate(2027, 2, 2).PlusDays(daysLater);
        var inquiry = await browser.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = $"{company}", ["Name"] = name, ["Functions[0].Name"] = "Plenary", ["Functions[0].Date"] = $"{day.Year}-{day.Month:00}-{day.Day:00}", ["Functions[0].From"] = "9",
            ["Functions[0].Until"] = "17.30", ["Functions[0].SpaceId"] = $"{space}", ["Functions[0].Style"] = "Theatre", ["Functions[0].People"] = "30",
        });
        Assert.Equal(HttpStatusCode.Redirect, inquiry.StatusCode);
        var booking = inquiry.Headers.Location!.OriginalString;
        var form = await browser.PageAsync(booking + "/quotes/new");
        var fields = new Dictionary<string, string>
        {
            ["Functions[0].FunctionId"] = form.QuerySelector("[name='Functions[0].FunctionId']")!.GetAttribute("value")!,
            ["Functions[0].PackageId"] = form.QuerySelector("[name='Functions[0].PackageId'] option[selected]")!.GetAttribute("value")!,
            ["ValidUntil"] = "2026-12-10",
        };
        var saved = await browser.PostAsync(booking + "/quotes/new", fields);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var quote = saved.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(quote + "/send", [], quote)).StatusCode);
        await SendAsync();
        return (browser, int.Parse(booking.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private Task<int> SendAsync() => site.Services.GetRequiredService<MailSender>().SendDueAsync(CancellationToken.None);

    private static string LinkIn(MimeMessage mail)
    {
        var at = mail.TextBody!.IndexOf("/offers/", StringComparison.Ordinal);
        return new string([.. mail.TextBody[at..].TakeWhile(letter => !char.IsWhiteSpace(letter))]);
    }

    private static Ical.Net.Calendar CalendarIn(MimePart part) => Ical.Net.Calendar.Load(TextOf(part))!;

    private static string TextOf(MimePart part)
    {
        using var reader = new StreamReader(part.Content!.Open());
        return reader.ReadToEnd();
    }
}
