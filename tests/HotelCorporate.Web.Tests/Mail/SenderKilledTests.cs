using System.Text;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Mail;
using HotelCorporate.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Mail;

public sealed class SenderKilledOnSqlite() : SenderKilledTests(new SqliteDatabase());

public sealed class SenderKilledOnPostgres() : SenderKilledTests(new PostgresDatabase());

/// <summary>The program is killed while a letter goes over: nothing is lost, one repeat at most, and that under the same Message-ID, byte for byte, and flagged.</summary>
public abstract class SenderKilledTests(SiteDatabase database) : IDisposable
{
    private readonly SmtpServer _server = new();

    [Fact]
    public async Task Before_during_and_after_the_letter()
    {
        _server.Hold("rcpt");
        var site = await SiteProcess.StartAsync(database, Settings(_server));
        try
        {
            // Composed, and the server has not taken it: it comes once.
            var before = await QueueAsync(database, "Before");
            await Soon.IsAsync(() => Task.FromResult(_server.Holds("rcpt")));
            site.Kill();
            await TimeGoesByAsync(database);
            Assert.NotNull((await MailAsync(before)).Content);
            _server.Release("rcpt");
            site = await SiteProcess.StartAsync(database, Settings(_server));
            await SentAsync(before);
            Assert.Single(Copies(before));

            // Taken, and the program never heard of it.
            _server.Hold("data");
            var during = await QueueAsync(database, "During");
            await Soon.IsAsync(() => Task.FromResult(_server.Holds("data")));
            site.Kill();
            await TimeGoesByAsync(database);
            var written = (await MailAsync(during)).Content!;
            Assert.Equal(MailStatus.Waiting, (await MailAsync(during)).Status);
            _server.Release("data");

            // The server is away when the program starts again: what may have happened is not forgotten.
            site = await SiteProcess.StartAsync(database, new Dictionary<string, string>(Settings(_server), StringComparer.Ordinal) { ["Mail:Smtp:Port"] = "1" });
            await Soon.IsAsync(async () => (await MailAsync(during)).LastAnswer is not null);
            Assert.Equal((MailStatus.Waiting, 0, true), ((await MailAsync(during)).Status, (await MailAsync(during)).Tries, (await MailAsync(during)).MayHaveGoneTwice));
            site.Kill();
            await TimeGoesByAsync(database);

            // It is back: the letter comes again, with its id, its bytes and its flag.
            site = await SiteProcess.StartAsync(database, Settings(_server));
            await SentAsync(during);
            Assert.True((await MailAsync(during)).MayHaveGoneTwice);
            var copies = Copies(during);
            Assert.Equal(2, copies.Count);
            Assert.Equal(copies[0], copies[1]);
            Assert.Equal(Lines(written), Lines(copies[0]));

            // Marked: it never goes again, however often the program starts.
            var after = await QueueAsync(database, "After");
            await SentAsync(after);
            site.Kill();
            site = await SiteProcess.StartAsync(database, Settings(_server));
            var last = await QueueAsync(database, "Last");
            await SentAsync(last);
            Assert.Equal((1, 1, 1), (Copies(before).Count, Copies(after).Count, Copies(last).Count));
            Assert.False((await MailAsync(after)).MayHaveGoneTwice);

            // Asked to end, it finishes the letter at hand.
            _server.Hold("data");
            var ending = await QueueAsync(database, "Ending");
            await Soon.IsAsync(() => Task.FromResult(_server.Holds("data")));
            var end = site.EndAsync();
            await Soon.IsAsync(() => IsAwayAsync(site));
            _server.Release("data");
            Assert.Equal(0, await end);
            Assert.Equal((MailStatus.Sent, false), ((await MailAsync(ending)).Status, (await MailAsync(ending)).MayHaveGoneTwice));
            Assert.Single(Copies(ending));
        }
        finally
        {
            site.Dispose();
        }
    }

    public void Dispose()
    {
        _server.Dispose();
        GC.SuppressFinalize(this);
    }

    internal static async Task<OutboxMail> QueueAsync(SiteDatabase database, params string[] titles)
    {
        await using var db = database.Open();
        foreach (var title in titles)
        {
            var facts = new MailFacts { Hotel = SheetExamples.Hotel, Reference = "HC-1", Title = title, OptionOn = new LocalDate(2026, 12, 1) };
            db.Queue(SystemClock.Instance.GetCurrentInstant(), MailKind.OptionHeld, 1, null, "en", facts, [new("Reader", "reader@client.example")]);
        }

        await db.SaveChangesAsync();
        return db.Outbox.Local.First();
    }

    internal static Dictionary<string, string> Settings(SmtpServer server) => new(server.Settings, StringComparer.Ordinal) { ["Mail:EverySeconds"] = "0.2" };

    /// <summary>The time goes by for which a program that is gone had taken letters, and that for which letters were put off.</summary>
    internal static async Task TimeGoesByAsync(SiteDatabase database)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        await using var db = database.Open();
        await db.Outbox.Where(mail => mail.LeasedUntil != null).ExecuteUpdateAsync(set => set.SetProperty(mail => mail.LeasedUntil, now));
        await db.Outbox.Where(mail => mail.Status == MailStatus.Waiting).ExecuteUpdateAsync(set => set.SetProperty(mail => mail.NextTryAt, now));
    }

    private IReadOnlyList<byte[]> Copies(OutboxMail mail) => _server.Copies(mail.MessageId);

    private async Task<OutboxMail> MailAsync(OutboxMail mail)
    {
        await using var db = database.Open();
        return await db.Outbox.AsNoTracking().SingleAsync(found => found.Id == mail.Id);
    }

    private Task SentAsync(OutboxMail mail) => Soon.IsAsync(async () => (await MailAsync(mail)).Status == MailStatus.Sent);

    private static string[] Lines(byte[] letter) => Encoding.Latin1.GetString(letter).TrimEnd().Split('\n').Select(line => line.TrimEnd('\r')).ToArray();

    private static async Task<bool> IsAwayAsync(SiteProcess site)
    {
        try
        {
            using var answer = await site.Browser().GetAsync("/health/live");
            return false;
        }
        catch (Exception away) when (away is HttpRequestException or System.Net.Sockets.SocketException)
        {
            return true;
        }
    }
}

/// <summary>Two programs send from one PostgreSQL, each under a name of its own.</summary>
public sealed class TwoSendersTests : IDisposable
{
    private const int Letters = 200;
    private readonly SmtpServer _server = new();
    private readonly PostgresDatabase _database = new();

    [Fact]
    public async Task Each_letter_goes_exactly_once_and_both_send()
    {
        using var first = await StartAsync("hotel");
        using var second = await StartAsync("annex");
        await BothHaveOneInHandAsync();
        _server.Release("data");
        await AllSentAsync();

        var ids = _server.Taken.Select(mail => mail.MessageId!).ToList();
        Assert.Equal(Letters, ids.Count);
        Assert.Equal(Letters, ids.Distinct(StringComparer.Ordinal).Count());
        await using var end = _database.Open();
        Assert.Equal(Letters, await end.Outbox.CountAsync(mail => mail.Status == MailStatus.Sent && !mail.MayHaveGoneTwice && mail.Tries == 1));
    }

    [Fact]
    public async Task When_one_is_killed_the_other_sends_its_letters_and_only_the_one_in_its_hand_twice()
    {
        using var first = await StartAsync("hotel");
        using var second = await StartAsync("annex");
        await BothHaveOneInHandAsync();
        var inHand = _server.Taken.Single(mail => SmtpServer.Sender(mail) == "hotel").MessageId!;
        first.Kill();
        await SenderKilledTests.TimeGoesByAsync(_database); // the other one is in the middle of its round and takes no more until that is done
        _server.Release("data");
        await AllSentAsync();

        await using var end = _database.Open();
        Assert.Equal([inHand], await end.Outbox.Where(mail => mail.MayHaveGoneTwice).Select(mail => mail.MessageId).ToListAsync());
        var often = _server.Taken.CountBy(mail => mail.MessageId!).ToDictionary(StringComparer.Ordinal);
        Assert.Equal(Letters, often.Count);
        Assert.All(often, letter => Assert.Equal(letter.Key == inHand ? 2 : 1, letter.Value));
        var copies = _server.Copies(inHand);
        Assert.Equal(copies[0], copies[1]);
    }

    public void Dispose() => _server.Dispose();

    private Task<SiteProcess> StartAsync(string name) =>
        SiteProcess.StartAsync(_database, new Dictionary<string, string>(SenderKilledTests.Settings(_server), StringComparer.Ordinal) { ["Mail:Smtp:User"] = name });

    /// <summary>The server has a letter of each and has not yet said so.</summary>
    private async Task BothHaveOneInHandAsync()
    {
        _server.Hold("data");
        await SenderKilledTests.QueueAsync(_database, [.. Enumerable.Range(0, Letters).Select(i => $"Letter {i}")]);
        await Soon.IsAsync(() => Task.FromResult(_server.Taken.Select(SmtpServer.Sender).Distinct(StringComparer.Ordinal).Count() == 2));
    }

    private Task AllSentAsync() => Soon.IsAsync(async () =>
    {
        await using var db = _database.Open();
        return !await db.Outbox.AnyAsync(mail => mail.Status != MailStatus.Sent);
    });
}
