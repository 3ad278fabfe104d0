using System.Text.Json;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Mail;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.Mail;

/// <summary>A site whose letters go to a scripted server, and whose log can be read.</summary>
public abstract class ScriptedSite : HotelSiteFixture
{
    public ScriptedServer MailServer { get; } = new();

    private string LogFile => Path.Combine(Folder, "log.json");

    /// <summary>Forgets the letters, the script and the settings of the test before.</summary>
    public async Task BeginAsync()
    {
        MailServer.Behave();
        Set("Mail:TimeoutSeconds", "60");
        Set("Mail:TakingSeconds", "600");
        Set("Mail:Smtp:Port", $"{MailServer.Port}");
        Set("Mail:Smtp:StartTls", "false");
        Set("Mail:Smtp:User", "");
        await InDatabaseAsync(async db => await db.Outbox.ExecuteDeleteAsync() + await db.Tasks.Where(task => task.MailId != null).ExecuteDeleteAsync());
    }

    public void Set(string setting, string value) => Services.GetRequiredService<IConfiguration>()[setting] = value;

    /// <summary>Letters to reader0, reader1 and so on, all of the first booking.</summary>
    public Task<List<OutboxMail>> QueueAsync(int letters) => InDatabaseAsync(async db =>
    {
        var booking = await db.Bookings.Where(booking => booking.PropertyId == 1).Select(booking => booking.Id).FirstAsync();
        for (var i = 0; i < letters; i++)
        {
            var facts = new MailFacts { Hotel = Documents.SheetExamples.Hotel, Reference = "HC-1", Title = $"Letter {i}", OptionOn = new LocalDate(2026, 12, 1) };
            db.Queue(Clock.GetCurrentInstant(), MailKind.OptionHeld, 1, booking, "en", facts, [new($"Reader {i}", $"reader{i}@client.example")]);
            await db.SaveChangesAsync();
        }

        return db.Outbox.Local.OrderBy(mail => mail.Id).ToList();
    });

    public Task<int> SendAsync() => Services.GetRequiredService<MailSender>().SendDueAsync(CancellationToken.None);

    public Task<OutboxMail> MailAsync(OutboxMail mail) => InDatabaseAsync(db => db.Outbox.AsNoTracking().SingleAsync(found => found.Id == mail.Id));

    public Task<DeskTask?> TaskAsync(OutboxMail mail) => InDatabaseAsync(db => db.Tasks.AsNoTracking().SingleOrDefaultAsync(task => task.MailId == mail.Id));

    /// <summary>Why the journal says what happened to a letter, newest last.</summary>
    public async Task<List<string?>> JournalAsync(OutboxMail mail, string action)
    {
        var letter = $"mail {mail.Id}";
        var noted = await InDatabaseAsync(db => db.Journal
            .Where(entry => entry.Action == action && entry.Subject == "Booking" && entry.SubjectId == mail.BookingId).OrderBy(entry => entry.Id).Select(entry => entry.Why).ToListAsync());
        return noted.ConvertAll(JournalWords.Said).FindAll(why => why == letter || why?.StartsWith(letter + ":", StringComparison.Ordinal) == true);
    }

    public async Task<string> LogAsync()
    {
        await using var file = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return await new StreamReader(file).ReadToEndAsync();
    }

    /// <summary>What /health/ready says of the queue: its status, age in minutes and length.</summary>
    public async Task<(string Status, long Age, long Length)> HealthAsync()
    {
        using var answer = await Browser().GetAsync("/health/ready");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("client.example", text, StringComparison.Ordinal);
        var said = JsonDocument.Parse(text).RootElement;
        var queue = said.GetProperty("checks").GetProperty("mail queue");
        Assert.Equal(said.GetProperty("status").GetString(), queue.GetProperty("status").GetString());
        Assert.Equal("Healthy", said.GetProperty("checks").GetProperty("database").GetProperty("status").GetString());
        return (queue.GetProperty("status").GetString()!, queue.GetProperty("ageMinutes").GetInt64(), queue.GetProperty("length").GetInt64());
    }

    protected override void Choose(IWebHostBuilder builder) =>
        builder.UseSetting("Mail:EverySeconds", "86400").UseSetting("Mail:Smtp:Host", "127.0.0.1").UseSetting("Mail:Smtp:Password", "letters-2026").UseSetting("Logging:File", LogFile);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) MailServer.Dispose();
    }
}

/// <summary>On SQLite.</summary>
public sealed class ScriptedSqliteSite : ScriptedSite
{
    protected override void Choose(IWebHostBuilder builder)
    {
        base.Choose(builder);
        builder.UseSetting("Database:Provider", "Sqlite").UseSetting("Database:File", DemoTemplate.Still.CopyTo(Path.Combine(Folder, "hotel.db")));
    }
}

/// <summary>On PostgreSQL.</summary>
public sealed class ScriptedPostgresSite : ScriptedSite
{
    protected override void Choose(IWebHostBuilder builder)
    {
        base.Choose(builder);
        builder.UseSetting("Database:Provider", "Postgres").UseSetting("ConnectionStrings:Postgres", DemoTemplate.Still.NewDatabase());
    }
}
