using System.Net;
using HotelCorporate.Domain.Journal;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Mail;
using HotelCorporate.Web.Tests.Documents;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using NodaTime;
using NodaTime.Text;
using SkiaSharp;

namespace HotelCorporate.Web.Tests.SafeKeeping;

public sealed class BackupOnSqlite() : BackupTests(new SqliteDatabase());

public sealed class BackupOnPostgres() : BackupTests(new PostgresDatabase());

/// <summary>A copy taken while the site runs brings everything back, once, and nothing else does.</summary>
public abstract class BackupTests(SiteDatabase database)
{
    private const string Held = "Held back by a restore";
    private readonly string _folder = Directory.CreateTempSubdirectory("hotel-copies-").FullName;

    [Fact]
    public async Task Every_row_comes_back_no_old_letter_goes_and_the_next_number_follows()
    {
        List<int> contracts;
        using (var prepared = new PreparedSite(database)) contracts = await prepared.ContractsAsync(4);
        var copy = Path.Combine(_folder, "house.copy");
        SortedDictionary<string, List<string>> before;
        using (var site = await SiteProcess.StartAsync(database, Quiet))
        {
            var finance = await site.SignedInAsync("finance@demo.example");
            var request = await IssueAsync(finance, contracts[0]); // its letter waits
            await QueueAsync("Waiting");
            await FillAsync(site, finance, request);
            before = await database.RowsAsync();
            foreach (var table in Mattering) Assert.True(before[table].Count > 0, $"{table} is empty: that it comes back proves nothing.");
            Copies.AssertDone(await SiteProcess.CommandAsync(database, "backup", copy));
            Copies.AssertSame(before, await database.RowsAsync());
            Copies.AssertRefused(await SiteProcess.CommandAsync(database, "backup", copy), "is there already");
            Copies.AssertRefused(await SiteProcess.CommandAsync(database, "restore", copy, "--replace"), "is in use");
        }

        Copies.AssertRefused(await SiteProcess.CommandAsync(database, "restore", copy), "has data. Say --replace");
        Copies.AssertSame(before, await database.RowsAsync());

        var other = database.Another();
        Copies.AssertDone(await SiteProcess.CommandAsync(other, "restore", copy));
        var after = await other.RowsAsync();
        var waiting = before["Outbox"].Count(row => row.Contains("Status=Waiting", StringComparison.Ordinal));
        Assert.True(waiting >= 2);
        Assert.Equal(waiting, after["Outbox"].Count(row => row.Contains(Held, StringComparison.Ordinal) && row.Contains("Status=Failed", StringComparison.Ordinal)));
        Assert.Equal(before["Outbox"].Select(WithoutState).Order(StringComparer.Ordinal), after["Outbox"].Select(WithoutState).Order(StringComparer.Ordinal));
        Assert.Equal(before["Outbox"].Where(row => !row.Contains("Status=Waiting", StringComparison.Ordinal)), after["Outbox"].Where(row => !row.Contains(Held, StringComparison.Ordinal)));
        Assert.Contains("Action=restore", Assert.Single(after["Journal"].Except(before["Journal"], StringComparer.Ordinal)), StringComparison.Ordinal);
        foreach (var changed in (string[])["Outbox", "Journal", "sqlite_sequence", "(guards)"])
        {
            Assert.Equal(before.ContainsKey(changed), after.ContainsKey(changed));
            if (changed is "Outbox" or "Journal") Assert.True(after[changed].Count == before[changed].Count + (changed == "Journal" ? 1 : 0));
            if (before.Remove(changed, out var old) && changed == "(guards)") Assert.Equal(old.Where(row => !row.StartsWith("Journal", StringComparison.Ordinal)), after[changed].Where(row => !row.StartsWith("Journal", StringComparison.Ordinal)));
            after.Remove(changed);
        }

        Copies.AssertSame(before, after);

        // The restored house goes on: the sign-in opens, the next number follows, and of all letters the new one goes.
        var mails = Path.Combine(_folder, "mails");
        using var restored = await SiteProcess.StartAsync(other, new Dictionary<string, string>(StringComparer.Ordinal) { ["Mail:EverySeconds"] = "0.2", ["Mail:Pickup"] = mails });
        var clerk = await restored.SignedInAsync("finance@demo.example");
        var issued = await IssueAsync(clerk, contracts[1]);
        await using var db = other.Open();
        var numbers = await db.Invoices.OrderBy(invoice => invoice.Id).Where(invoice => invoice.Series.StartsWith("REQ-TIA")).Select(invoice => invoice.Number).ToListAsync();
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers.Select(number => int.Parse(number.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture)));
        await Soon.IsAsync(async () => !await db.Outbox.AnyAsync(mail => mail.Status == MailStatus.Waiting));
        Assert.Contains(numbers[^1], MimeMessage.Load(Assert.Single(Directory.GetFiles(mails, "*.eml"))).Subject, StringComparison.Ordinal);
        Assert.Contains(Held, (await (await restored.SignedInAsync("sales@demo.example")).PageAsync("/mails?status=Failed")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("/invoices/", issued, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_the_replaced_database_or_paper_knows_is_not_given_again()
    {
        List<int> contracts;
        using (var prepared = new PreparedSite(database)) contracts = await prepared.ContractsAsync(4);
        var copy = Path.Combine(_folder, "early.copy");
        using (var site = await SiteProcess.StartAsync(database, Quiet))
        {
            Copies.AssertDone(await SiteProcess.CommandAsync(database, "backup", copy));
            await IssueAsync(await site.SignedInAsync("finance@demo.example"), contracts[0]);
        }

        var (series, lost) = await LastRequestAsync(database);
        var done = await SiteProcess.CommandAsync(database, "restore", copy, "--replace");
        Copies.AssertDone(done);
        Assert.Contains(lost, done.Said, StringComparison.Ordinal);
        using (var site = await SiteProcess.StartAsync(database, Quiet)) await IssueAsync(await site.SignedInAsync("finance@demo.example"), contracts[1]);
        Assert.Equal(Next(lost), (await LastRequestAsync(database)).Number);

        var other = database.Another();
        Copies.AssertDone(await SiteProcess.CommandAsync(other, "restore", copy, "--issued", series + "=41"));
        using (var site = await SiteProcess.StartAsync(other, Quiet)) await IssueAsync(await site.SignedInAsync("finance@demo.example"), contracts[2]);
        Assert.Equal($"{series}-000042", (await LastRequestAsync(other)).Number);
    }

    [Fact]
    public async Task A_copy_taken_while_people_write_is_of_one_moment()
    {
        List<int> bookings;
        using (var prepared = new PreparedSite(database)) bookings = await prepared.InquiriesAsync(40);
        var copy = Path.Combine(_folder, "busy.copy");
        using (var site = await SiteProcess.StartAsync(database, Quiet))
        {
            var sales = await site.SignedInAsync("sales@demo.example");
            var fields = await Forms.FieldsAsync(sales, $"/bookings/{bookings[0]}", "/option");
            fields["optionOn"] = LocalDatePattern.Iso.Format(SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(30));
            var backup = SiteProcess.CommandAsync(database, "backup", copy);
            for (var i = 0; !backup.IsCompleted; i++) // each is put on option and given back again, until the copy is there
                Assert.Equal(HttpStatusCode.Redirect, (await Forms.SendAsync(sales, $"/bookings/{bookings[i / 2 % bookings.Count]}/{(i % 2 == 0 ? "option" : "give-back")}", fields)).StatusCode);
            Copies.AssertDone(await backup);
        }

        var other = database.Another();
        Copies.AssertDone(await SiteProcess.CommandAsync(other, "restore", copy));
        var (all, copied) = (await MovesAsync(database, bookings), await MovesAsync(other, bookings));
        Assert.InRange(copied.Count, 1, all.Count - 1);
        await HouseRules.HoldAsync(other);
        await using var db = other.Open();
        var states = await db.Bookings.Where(booking => bookings.Contains(booking.Id)).ToDictionaryAsync(booking => booking.Id, booking => booking.Status.ToString());
        Assert.All(copied.GroupBy(moved => moved.SubjectId), moves => Assert.Equal(states[moves.Key], moves.Last().InEnglish().To!.Split(' ')[0])); // the status, and until when
    }

    private static Dictionary<string, string> Quiet { get; } = new(StringComparer.Ordinal) { ["Mail:EverySeconds"] = "86400" };

    /// <summary>Tables whose rows would be missed.</summary>
    private static string[] Mattering { get; } =
    [
        "Accounts", "Contact", "Agreements", "Properties", "Spaces", "Atoms", "Bookings", "Functions", "Holds", "Quotes", "QuoteLine", "DepositPlans", "DepositParts", "Invoices", "InvoiceLines", "InvoiceTaxes",
        "Payments", "Allocations", "Journal", "Outbox", "Counters", "Logos", "Holidays", "TaxCodes", "RoomTypes", "Packages", "AspNetUsers", "AspNetUserRoles", "AspNetUserTokens", "RoleLimits", "Deputies",
        "Approvals", "Tasks", "EndedSessions", "SubmittedForms", "DataProtectionKeys",
    ];

    /// <summary>Leaves something in every table that the demo leaves empty.</summary>
    private async Task FillAsync(SiteProcess site, HotelBrowser finance, string request)
    {
        var paid = await finance.PostAsync($"{request}/payments", new() { ["receivedOn"] = LocalDatePattern.Iso.Format(SystemClock.Instance.GetCurrentInstant().InUtc().Date), ["method"] = "Transfer", ["reference"] = "1", ["amount"] = "100" }, request);
        Assert.Equal(HttpStatusCode.Redirect, paid.StatusCode);
        var admin = await site.SignedInAsync("admin@demo.example");
        using (var drawing = new SKBitmap(90, 30))
        using (var png = drawing.Encode(SKEncodedImageFormat.Png, 90))
        using (var content = new MultipartFormDataContent())
        {
            foreach (var (name, value) in await Forms.FieldsAsync(admin, "/settings/hotel", "/settings/logo")) content.Add(new StringContent(value), name);
            content.Add(new ByteArrayContent(png.ToArray()), "file", "logo.png");
            Assert.Equal(HttpStatusCode.Redirect, (await admin.Http.PostAsync(new Uri("/settings/logo", UriKind.Relative), content)).StatusCode);
        }

        await admin.PostAsync("/holidays/bring-in", [], "/holidays");
        await admin.PostAsync("/sign-out", [], "/");
        await using var db = database.Open();
        var now = SystemClock.Instance.GetCurrentInstant();
        var (people, booking) = (await db.Users.OrderBy(user => user.Id).Select(user => user.Id).Take(2).ToListAsync(), await db.Bookings.FirstAsync());
        db.Deputies.Add(new Deputy(people[0], people[1], new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 9)));
        db.Approvals.Add(new Approval(ApprovalKind.Credit, booking.PropertyId, booking.Id, people[0], now, "A good client", "It goes definite"));
        db.Tasks.Add(new DeskTask(booking.PropertyId, booking.Id, "Call them", new LocalDate(2026, 12, 1), people[0], now));
        db.UserTokens.Add(new IdentityUserToken<int> { UserId = people[0], LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "A SECRET" });
        await db.SaveChangesAsync();
    }

    private static async Task<List<JournalEntry>> MovesAsync(SiteDatabase database, List<int> bookings)
    {
        await using var db = database.Open();
        return await db.Journal.Where(entry => entry.Subject == "Booking" && bookings.Contains(entry.SubjectId) && (entry.Action == "option" || entry.Action == "give back")).OrderBy(entry => entry.Id).ToListAsync();
    }

    private static async Task<string> IssueAsync(HotelBrowser finance, int booking)
    {
        using var answer = await finance.PostAsync($"/bookings/{booking}/invoices/deposit", new() { ["position"] = "1" }, $"/bookings/{booking}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private async Task QueueAsync(string title)
    {
        await using var db = database.Open();
        var facts = new MailFacts { Hotel = SheetExamples.Hotel, Reference = "HC-1", Title = title, OptionOn = new LocalDate(2026, 12, 1) };
        db.Queue(SystemClock.Instance.GetCurrentInstant(), MailKind.OptionHeld, 1, null, "en", facts, [new("Reader", "reader@client.example")]);
        await db.SaveChangesAsync();
    }

    private static async Task<(string Series, string Number)> LastRequestAsync(SiteDatabase database)
    {
        await using var db = database.Open();
        var last = await db.Invoices.Where(invoice => invoice.Series.StartsWith("REQ-TIA")).OrderByDescending(invoice => invoice.Id).FirstAsync();
        return (last.Series, last.Number);
    }

    private static string Next(string number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number[..^6]}{int.Parse(number[^6..], System.Globalization.CultureInfo.InvariantCulture) + 1:000000}");

    private static string WithoutState(string row) => string.Join(" | ", row.Split(" | ").Where(cell => cell.Split('=')[0] is not ("Status" or "LastAnswer" or "LeasedUntil" or "HandingOver" or "MayHaveGoneTwice" or "Version")));
}
