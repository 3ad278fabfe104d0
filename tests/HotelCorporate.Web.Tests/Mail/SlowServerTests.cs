using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace HotelCorporate.Web.Tests.Mail;

public sealed class SlowServerOnSqlite(SqliteSmtpSite site) : SlowServerTests(site, site.Mails), IClassFixture<SqliteSmtpSite>;

public sealed class SlowServerOnPostgres(PostgresSmtpSite site) : SlowServerTests(site, site.Mails), IClassFixture<PostgresSmtpSite>;

/// <summary>A mail server that takes its time holds up no page, no other node, and no end of the site.</summary>
public abstract class SlowServerTests(HotelSiteFixture site, SmtpServer server)
{
    [Fact]
    public async Task Pages_are_there_while_a_letter_hangs()
    {
        server.Hold("rcpt");
        var id = await Letters.QueueAsync(site, "Silence");
        var browser = await site.SignedInAsync("events@demo.example");
        var sending = SendAsync();
        await Soon.IsAsync(() => Task.FromResult(server.Holds("rcpt")));
        Assert.Contains("has waited 0 minutes", (await browser.PageAsync("/mails")).Body!.TextContent, StringComparison.Ordinal);
        Assert.False(sending.IsCompleted); // it still waits while the page is there

        server.Release("rcpt");
        Assert.Equal(1, await sending);
        Assert.Equal(MailStatus.Sent, (await MailAsync(id)).Status);
    }

    [Fact]
    public async Task A_letter_that_hangs_is_not_taken_by_a_second_sender()
    {
        server.Hold("data");
        var id = await Letters.QueueAsync(site, "Leased");
        var first = SendAsync();
        await Soon.IsAsync(() => Task.FromResult(server.Holds("data")));
        site.Clock.Advance(Duration.FromMinutes(11)); // all the time that a server has for a letter: a minute, and ten from RCPT to the answer
        Assert.Equal(0, await SendAsync());
        server.Release("data");
        Assert.Equal(1, await first);
        var sent = await MailAsync(id);
        Assert.Equal((MailStatus.Sent, 1, false), (sent.Status, sent.Tries, sent.MayHaveGoneTwice));
        Assert.Equal(1, server.Taken.Count(mail => mail.MessageId == sent.MessageId));
    }

    [Fact]
    public async Task A_site_that_ends_finishes_the_letter_at_hand_and_gives_the_others_back()
    {
        server.Hold("data");
        var (atHand, next) = (await Letters.QueueAsync(site, "At hand"), await Letters.QueueAsync(site, "Next"));
        using var ending = new CancellationTokenSource();
        var sending = site.Services.GetRequiredService<MailSender>().SendDueAsync(ending.Token);
        await Soon.IsAsync(() => Task.FromResult(server.Holds("data")));
        await ending.CancelAsync();
        Assert.False(sending.IsCompleted);

        server.Release("data");
        Assert.Equal(1, await sending);
        Assert.Equal((MailStatus.Sent, false), ((await MailAsync(atHand)).Status, (await MailAsync(atHand)).MayHaveGoneTwice));
        var waiting = await MailAsync(next);
        Assert.Equal((MailStatus.Waiting, 0, null), (waiting.Status, waiting.Tries, waiting.LeasedUntil));

        Assert.Equal(1, await SendAsync()); // another node, at once
        Assert.False((await MailAsync(next)).MayHaveGoneTwice);
    }

    [Fact]
    public void The_site_has_more_time_to_end_than_a_letter_may_take() =>
        Assert.True(site.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout > TimeSpan.FromMinutes(12));

    private Task<int> SendAsync() => site.Services.GetRequiredService<MailSender>().SendDueAsync(CancellationToken.None);

    private Task<OutboxMail> MailAsync(int id) => site.InDatabaseAsync(db => db.Outbox.AsNoTracking().SingleAsync(mail => mail.Id == id));
}
