using System.Net;
using HotelCorporate.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Mail;

public sealed class RefusalsOnSqlite(ScriptedSqliteSite site) : RefusalTests(site), IClassFixture<ScriptedSqliteSite>;

public sealed class RefusalsOnPostgres(ScriptedPostgresSite site) : RefusalTests(site), IClassFixture<ScriptedPostgresSite>;

/// <summary>The mail server refuses: for now, for good, or everybody.</summary>
public abstract class RefusalTests(ScriptedSite site) : IAsyncLifetime
{
    private const string ForGood = "550 5.1.1 <reader0@client.example> is nobody here";

    public Task InitializeAsync() => site.BeginAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData("end")]
    public async Task For_now_is_a_try_that_comes_again_and_the_next_letter_goes(string stage)
    {
        var mails = await site.QueueAsync(2);
        var start = site.Clock.GetCurrentInstant();
        foreach (var minutes in new[] { 1, 2 })
        {
            site.MailServer.Next(stage, "451 4.3.0 Not now");
            await site.SendAsync();
            var put = await site.MailAsync(mails[0]);
            Assert.Equal((MailStatus.Waiting, minutes, false), (put.Status, put.Tries, put.MayHaveGoneTwice));
            Assert.Equal("451", put.LastAnswer![..3]);
            Assert.Equal(site.Clock.GetCurrentInstant() + Duration.FromMinutes(minutes), put.NextTryAt);
            site.Clock.Advance(Duration.FromMinutes(minutes));
        }

        Assert.Equal(MailStatus.Sent, (await site.MailAsync(mails[1])).Status);
        Assert.Equal(start, (await site.MailAsync(mails[1])).SentAt);
        Assert.Equal(1, await site.SendAsync());
        var sent = await site.MailAsync(mails[0]);
        Assert.Equal((MailStatus.Sent, 3, false), (sent.Status, sent.Tries, sent.MayHaveGoneTwice));
        Assert.Null(await site.TaskAsync(mails[0]));
        Assert.Equal([$"mail {sent.Id}"], await site.JournalAsync(sent, "mail sent"));
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData("end")]
    public async Task For_good_is_final_raises_a_task_and_the_next_letter_of_the_booking_goes(string stage)
    {
        // Half past midnight of the next day in Tirana.
        var hours = Duration.FromHours(24 - site.Clock.GetCurrentInstant().InUtc().Hour) - Duration.FromMinutes(site.Clock.GetCurrentInstant().InUtc().Minute + 30);
        site.Clock.Advance(hours);
        var mails = await site.QueueAsync(2);
        site.MailServer.Next(stage, ForGood);
        Assert.Equal(1, await site.SendAsync());

        var failed = await site.MailAsync(mails[0]);
        Assert.Equal((MailStatus.Failed, 1, ForGood), (failed.Status, failed.Tries, failed.LastAnswer));
        Assert.Equal(MailStatus.Sent, (await site.MailAsync(mails[1])).Status);
        var task = await site.TaskAsync(failed);
        Assert.Equal((failed.BookingId, site.Clock.GetCurrentInstant().InUtc().Date.PlusDays(1)), (task!.BookingId, task.DueOn));
        Assert.Equal([$"mail {failed.Id}: 550"], await site.JournalAsync(failed, "mail failed"));
        var log = await site.LogAsync();
        Assert.Contains($"Mail {failed.Id} failed for good (550)", log.Replace("\\\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("client.example", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_letter_is_sent_again_by_a_person_under_its_old_id_and_its_task_is_done()
    {
        var mail = Assert.Single(await site.QueueAsync(1));
        site.MailServer.Next("RCPT", ForGood);
        await site.SendAsync();
        site.Clock.Advance(Duration.FromDays(3));
        var browser = await site.SignedInAsync("sales@demo.example");
        var page = await browser.PageAsync($"/mails/{mail.Id}");
        Assert.Contains(ForGood, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(ForGood, (await browser.PageAsync("/mails?status=Failed")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await browser.PageAsync("/inbox")).QuerySelector($".list-group-item a[href='/mails/{mail.Id}']"));

        using (var answer = await browser.PostAsync($"/mails/{mail.Id}/again", [], $"/mails/{mail.Id}")) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(MailStatus.Waiting, (await site.MailAsync(mail)).Status);
        Assert.Equal(("Healthy", 0, 1), await site.HealthAsync());
        Assert.Equal(1, await site.SendAsync());
        var sent = await site.MailAsync(mail);
        Assert.Equal((MailStatus.Sent, mail.MessageId, false), (sent.Status, sent.MessageId, sent.MayHaveGoneTwice));
        Assert.Single(site.MailServer.WholeOf(mail.MessageId));
        Assert.NotNull((await site.TaskAsync(mail))!.DoneAt);

        // Sent is sent.
        using var twice = await browser.PostAsync($"/mails/{mail.Id}/again", [], $"/mails/{mail.Id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Equal(0, await site.SendAsync());
    }

    [Fact]
    public async Task One_that_fails_again_has_one_task()
    {
        var mail = Assert.Single(await site.QueueAsync(1));
        site.MailServer.Always("RCPT", ForGood);
        await site.SendAsync();
        var browser = await site.SignedInAsync("sales@demo.example");
        using (await browser.PostAsync($"/mails/{mail.Id}/again", [], $"/mails/{mail.Id}")) { }
        await site.SendAsync();
        Assert.Equal(MailStatus.Failed, (await site.MailAsync(mail)).Status);
        Assert.Null((await site.TaskAsync(mail))!.DoneAt); // the only one
    }

    [Theory]
    [InlineData("greeting", "554 5.3.2 Not hotel@house.example", "554")]
    [InlineData("greeting", "421 4.3.2 Not hotel@house.example", "421")]
    [InlineData("greeting", ScriptedServer.Cut, "line broken")]
    [InlineData("STARTTLS", "554 5.7.0 Not hotel@house.example", "554")]
    [InlineData("AUTH", "535 5.7.8 Not hotel@house.example", "AuthenticationException")]
    public async Task Everybody_at_the_door_is_not_a_try_and_alarms(string stage, string answer, string code)
    {
        if (stage == "STARTTLS") site.Set("Mail:Smtp:StartTls", "true");
        if (stage == "AUTH") site.Set("Mail:Smtp:User", "hotel");
        var mails = await site.QueueAsync(2);
        site.MailServer.Always(stage, answer);
        var said = (await site.LogAsync()).Length;
        Assert.Equal(0, await site.SendAsync());
        foreach (var mail in mails)
        {
            var waiting = await site.MailAsync(mail);
            Assert.Equal((MailStatus.Waiting, 0, false), (waiting.Status, waiting.Tries, waiting.MayHaveGoneTwice));
            Assert.Equal(site.Clock.GetCurrentInstant() + Duration.FromMinutes(1), waiting.NextTryAt);
            Assert.NotEmpty(waiting.LastAnswer!);
        }

        var alarm = (await site.LogAsync())[said..];
        Assert.Contains("No mail can be sent", alarm, StringComparison.Ordinal);
        Assert.Contains("\"@l\":\"Error\"", alarm, StringComparison.Ordinal);
        Assert.Contains(code, alarm, StringComparison.Ordinal);
        Assert.DoesNotContain("house.example", alarm, StringComparison.Ordinal);
        Assert.Equal(("Healthy", 0, 2), await site.HealthAsync());

        // However often it is tried meanwhile, the queue grows old.
        site.Clock.Advance(Duration.FromMinutes(15));
        Assert.Equal(0, await site.SendAsync());
        site.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(("Degraded", 16, 2), await site.HealthAsync());
        Assert.Contains("has waited 16 minutes", (await (await site.SignedInAsync("events@demo.example")).PageAsync("/mails")).Body!.TextContent, StringComparison.Ordinal);

        site.MailServer.Behave();
        site.Set("Mail:Smtp:StartTls", "false");
        Assert.Equal(2, await site.SendAsync());
        Assert.Equal(("Healthy", 0, 0), await site.HealthAsync());
    }

    [Fact]
    public async Task A_letter_that_the_server_put_off_is_late_only_after_its_time()
    {
        await site.QueueAsync(1);
        site.MailServer.Always("RCPT", "451 4.2.1 Later");
        for (var i = 0; i < 5; i++) // the last one puts it off for 16 minutes
        {
            await site.SendAsync();
            Assert.Equal(("Healthy", 0, 1), await site.HealthAsync());
            if (i < 4) site.Clock.Advance(Duration.FromMinutes(1 << i));
            Assert.Equal(("Healthy", 0, 1), await site.HealthAsync());
        }

        site.Clock.Advance(Duration.FromMinutes(16 + 15));
        Assert.Equal(("Healthy", 15, 1), await site.HealthAsync());
        site.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(("Degraded", 16, 1), await site.HealthAsync());
    }

    [Theory]
    [InlineData("RCPT", "451 4.2.1 Later", false)]
    [InlineData("MAIL", ScriptedServer.Cut, false)]
    [InlineData("end", ScriptedServer.Cut, true)]
    public async Task After_two_days_it_is_given_up_with_a_task(string stage, string answer, bool mayHaveIt)
    {
        var mail = Assert.Single(await site.QueueAsync(1));
        site.MailServer.Always(stage, answer);
        var start = site.Clock.GetCurrentInstant();
        OutboxMail now;
        while (true)
        {
            await site.SendAsync();
            now = await site.MailAsync(mail);
            if (now.Status != MailStatus.Waiting) break;
            Assert.Null(await site.TaskAsync(mail));
            Assert.True(now.NextTryAt > site.Clock.GetCurrentInstant());
            site.Clock.Advance(now.NextTryAt - site.Clock.GetCurrentInstant());
        }

        Assert.Equal((MailStatus.Failed, mayHaveIt), (now.Status, now.MayHaveGoneTwice));
        Assert.InRange(site.Clock.GetCurrentInstant() - start, Duration.FromHours(48), Duration.FromHours(50));
        Assert.InRange(now.Tries, 20, 40);
        Assert.NotNull(await site.TaskAsync(mail));
        Assert.Single(await site.JournalAsync(mail, "mail failed"));
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_fails_alone_and_its_contents_stay_out_of_the_log()
    {
        var id = await site.InDatabaseAsync(async db =>
        {
            db.Outbox.Add(new OutboxMail(MailKind.OptionHeld, 1, null, "en", "Nobody", "nobody@client.example", "{ reader0@client.example", $"{Guid.NewGuid():N}@demo.example", site.Clock.GetCurrentInstant()));
            await db.SaveChangesAsync();
            return db.Outbox.Local.Single().Id;
        });
        await site.QueueAsync(1);
        Assert.Equal(1, await site.SendAsync());
        var failed = await site.InDatabaseAsync(db => db.Outbox.AsNoTracking().SingleAsync(mail => mail.Id == id));
        Assert.Equal(MailStatus.Failed, failed.Status);
        Assert.StartsWith("This letter could not be written", failed.LastAnswer, StringComparison.Ordinal);
        Assert.NotNull(await site.TaskAsync(failed));
        Assert.Contains($"Mail {id} failed for good", await site.LogAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("client.example", await site.LogAsync(), StringComparison.Ordinal);
    }
}
