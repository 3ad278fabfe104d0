using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Mail;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;

namespace HotelCorporate.Web.Tests.Mail;

/// <summary>Without a mail server configured, letters are files that a mail program opens, and a page shows them.</summary>
public sealed class PickupTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Fact]
    public async Task A_letter_becomes_a_file_and_can_be_read_on_its_page()
    {
        var id = await Letters.QueueAsync(site, "Pick me up");
        await site.Services.GetRequiredService<MailSender>().SendDueAsync(CancellationToken.None);

        var mails = Directory.GetFiles(Path.Combine(site.Folder, "mails"), "*.eml").Select(file => MimeMessage.Load(file)).ToList();
        Assert.Contains(mails, mail => (mail.Subject ?? "").Contains("Pick me up", StringComparison.Ordinal));
        var page = await (await site.SignedInAsync("events@demo.example")).PageAsync($"/mails/{id}");
        Assert.Contains("Good day Reader", page.QuerySelector(".letter")!.TextContent, StringComparison.Ordinal);
    }
}

/// <summary>The mail server is away: nobody waits for it, and nothing is lost.</summary>
public sealed class MailServerAwayTests(MailServerAwayTests.Site site) : IClassFixture<MailServerAwayTests.Site>
{
    [Fact]
    public async Task The_letter_waits_without_counting_a_try_and_goes_again_in_a_minute()
    {
        var id = await Letters.QueueAsync(site, "Patience");
        Assert.Equal(0, await site.Services.GetRequiredService<MailSender>().SendDueAsync(CancellationToken.None));
        var mail = await site.InDatabaseAsync(db => db.Outbox.AsNoTracking().SingleAsync(mail => mail.Id == id));
        Assert.Equal((MailStatus.Waiting, 0), (mail.Status, mail.Tries));
        Assert.Equal(site.Clock.GetCurrentInstant() + Duration.FromMinutes(1), mail.NextTryAt);
        Assert.NotEmpty(mail.LastAnswer!);
    }

    public sealed class Site : HotelSiteFixture
    {
        protected override void Choose(IWebHostBuilder builder) => builder
            .UseSetting("Database:Provider", "Sqlite").UseSetting("Database:File", Path.Combine(Folder, "hotel.db")).UseSetting("Mail:EverySeconds", "86400")
            .UseSetting("Mail:Smtp:Host", "127.0.0.1").UseSetting("Mail:Smtp:Port", "1");
    }
}

internal static class Letters
{
    public static Task<int> QueueAsync(HotelSiteFixture site, string title) => site.InDatabaseAsync(async db =>
    {
        var facts = new MailFacts { Hotel = Documents.SheetExamples.Hotel, Reference = "HC-1", Title = title, OptionOn = new LocalDate(2026, 12, 1) };
        db.Queue(site.Clock.GetCurrentInstant(), MailKind.OptionHeld, 1, null, "en", facts, [new("Reader", "reader@client.example")]);
        await db.SaveChangesAsync();
        return db.Outbox.Local.Single().Id;
    });
}
