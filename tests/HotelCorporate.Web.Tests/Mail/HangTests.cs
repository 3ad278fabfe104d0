using System.Net;
using System.Net.Sockets;
using HotelCorporate.Domain.Messages;
using NodaTime;

namespace HotelCorporate.Web.Tests.Mail;

public sealed class HangsOnSqlite(ScriptedSqliteSite site) : HangTests(site), IClassFixture<ScriptedSqliteSite>;

public sealed class HangsOnPostgres(ScriptedPostgresSite site) : HangTests(site), IClassFixture<ScriptedPostgresSite>;

/// <summary>The mail server falls silent until the site's patience, here of seconds, is at its end.</summary>
public abstract class HangTests(ScriptedSite site) : IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await site.BeginAsync();
        site.Set("Mail:TimeoutSeconds", "3");
        site.Set("Mail:TakingSeconds", "3");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("connect")]
    [InlineData("greeting")]
    [InlineData("EHLO")]
    public async Task Before_it_takes_a_letter_none_is_tried_and_all_go_when_it_is_back(string stage)
    {
        using var full = new TcpListener(IPAddress.Loopback, 0);
        full.Start(0);
        using var first = new TcpClient();
        await first.ConnectAsync((IPEndPoint)full.LocalEndpoint); // nobody accepts it, and there is room for no second one
        if (stage == "connect") site.Set("Mail:Smtp:Port", $"{((IPEndPoint)full.LocalEndpoint).Port}");
        site.MailServer.Next(stage, ScriptedServer.Silence);
        var mails = await site.QueueAsync(2);
        Assert.Equal(0, await site.SendAsync());
        foreach (var mail in mails)
        {
            var waiting = await site.MailAsync(mail);
            Assert.Equal((MailStatus.Waiting, 0, false, "the mail server does not answer"), (waiting.Status, waiting.Tries, waiting.MayHaveGoneTwice, waiting.LastAnswer));
        }

        site.Set("Mail:Smtp:Port", $"{site.MailServer.Port}");
        site.MailServer.Behave();
        site.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(2, await site.SendAsync());
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    public async Task Before_it_agrees_to_take_one_that_letter_is_backed_off_and_the_next_one_goes(string stage)
    {
        var mails = await site.QueueAsync(2);
        site.MailServer.Next(stage, ScriptedServer.Silence);
        Assert.Equal(1, await site.SendAsync());
        var waiting = await site.MailAsync(mails[0]);
        Assert.Equal((MailStatus.Waiting, 1, false), (waiting.Status, waiting.Tries, waiting.MayHaveGoneTwice));
        Assert.Equal(site.Clock.GetCurrentInstant() + Duration.FromMinutes(1), waiting.NextTryAt);
        Assert.Equal(MailStatus.Sent, (await site.MailAsync(mails[1])).Status);

        // New ones do not wait behind it.
        site.Clock.Advance(Duration.FromMinutes(2));
        var later = Assert.Single(await site.QueueAsync(1));
        site.MailServer.Next(stage, ScriptedServer.Silence);
        Assert.Equal(1, await site.SendAsync());
        Assert.Equal(MailStatus.Sent, (await site.MailAsync(later)).Status);
        Assert.Equal((2, site.Clock.GetCurrentInstant() + Duration.FromMinutes(2)), ((await site.MailAsync(mails[0])).Tries, (await site.MailAsync(mails[0])).NextTryAt));
    }

    [Theory]
    [InlineData("DATA", 0)]
    [InlineData("end", 1)]
    public async Task After_it_agreed_the_letter_is_flagged_at_once_and_backed_off_and_the_next_one_goes(string stage, int had)
    {
        var mails = await site.QueueAsync(2);
        site.MailServer.Next(stage, ScriptedServer.Silence);
        Assert.Equal(1, await site.SendAsync());
        var waiting = await site.MailAsync(mails[0]);
        Assert.Equal((MailStatus.Waiting, 1, true), (waiting.Status, waiting.Tries, waiting.MayHaveGoneTwice));
        Assert.Equal(site.Clock.GetCurrentInstant() + Duration.FromMinutes(1), waiting.NextTryAt);
        Assert.Equal(MailStatus.Sent, (await site.MailAsync(mails[1])).Status);

        // The server goes away and comes back: the flag stays, and so does every byte.
        site.Clock.Advance(Duration.FromMinutes(1));
        site.MailServer.Next("greeting", ScriptedServer.Cut);
        Assert.Equal(0, await site.SendAsync());
        site.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(1, await site.SendAsync());
        var sent = await site.MailAsync(mails[0]);
        Assert.Equal((MailStatus.Sent, 2, true), (sent.Status, sent.Tries, sent.MayHaveGoneTwice));
        Assert.Contains("may have gone twice", (await (await site.SignedInAsync("events@demo.example")).PageAsync("/mails")).Body!.TextContent, StringComparison.Ordinal);
        var copies = site.MailServer.WholeOf(sent.MessageId);
        Assert.Equal(had + 1, copies.Count);
        Assert.All(copies, copy => Assert.Equal(copies[0], copy));
    }
}
