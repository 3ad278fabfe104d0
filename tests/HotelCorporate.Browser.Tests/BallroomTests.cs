using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;
using NodaTime;

namespace HotelCorporate.Browser.Tests;

/// <summary>Two clients want one ballroom, and a third would sign for it: what happens by itself, in the night and by link.</summary>
public sealed class BallroomTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Day = "2027-04-15";

    [Fact]
    public async Task Two_clients_want_one_ballroom()
    {
        var sales = await site.WindowAsync(signIn: "sales@demo.example");
        var companies = new[] { "Adria Shipping", "Butrint Travel", "Cakran Oil" };
        var bookings = new List<string>();
        foreach (var company in companies) bookings.Add(await AskedAsync(sales, company));
        var (first, second, third) = (bookings[0], bookings[1], bookings[2]);

        // The first holds until Friday, the second waits, the third waits behind it.
        foreach (var (booking, until) in new[] { (first, "2026-11-27"), (second, "2027-01-29"), (third, "2027-01-29") })
        {
            await sales.GotoAsync(booking);
            await sales.GetByLabel("Hold until").FillAsync(until);
            await sales.GetByRole(AriaRole.Button, new() { Name = "Hold on option" }).ClickAsync();
            await Assertions.Expect(sales.Locator("h1 + .facts .status-Tentative")).ToBeVisibleAsync();
        }

        await Assertions.Expect(sales.Locator("#programme").GetByText("Rank 3")).ToBeVisibleAsync();

        // The first lets its option lapse in the night from Friday to Saturday; the second moves up and is told.
        await RoundAsync(Instant.FromUtc(2026, 11, 27, 12, 0));
        await RoundAsync(Instant.FromUtc(2026, 11, 27, 23, 1));
        Assert.Equal([MailKind.OptionHeld, MailKind.Reminder, MailKind.OptionLapsed], await LettersAsync(first));
        Assert.Equal([MailKind.OptionHeld, MailKind.Promoted], await LettersAsync(second));
        await sales.GotoAsync(second);
        await Assertions.Expect(sales.Locator("#programme").GetByText("Firm")).ToBeVisibleAsync();

        // The third is ready to sign: the second is challenged, and has two working days.
        site.Clock.Reset(Instant.FromUtc(2026, 11, 30, 9, 0));
        await sales.GotoAsync(third);
        await sales.GetByText("The client is ready to sign").ClickAsync();
        await sales.GetByRole(AriaRole.Button, new() { Name = "Send the challenge" }).ClickAsync();
        await Assertions.Expect(sales.GetByText("Whoever holds the space is asked to sign")).ToBeVisibleAsync();
        await RoundAsync(Instant.FromUtc(2026, 11, 30, 10, 0));

        // The second signs by the link of that mail, at its price.
        await sales.GotoAsync(second + "/quotes/new");
        await sales.GetByRole(AriaRole.Button, new() { Name = "Save the offer" }).ClickAsync();
        await sales.GetByRole(AriaRole.Button, new() { Name = "Send the quote" }).ClickAsync();
        await Assertions.Expect(sales.Locator(".status-quote-Sent").First).ToBeVisibleAsync();
        await site.SendAsync();
        var client = await site.WindowAsync(width: 390);
        await client.GotoAsync(LinkIn(site.Mails.Last(mail => To(mail, Address(companies[1])) && mail.Subject?.StartsWith("Please decide by", StringComparison.Ordinal) == true), "/events/"));
        await Assertions.Expect(client.GetByText("Another client is ready to sign for this space.")).ToBeVisibleAsync();
        await BrowserSite.ReadableAsync(client);
        await client.GetByRole(AriaRole.Link, new() { Name = "Read and accept our offer" }).ClickAsync();
        await client.GetByLabel("Your name").FillAsync("Bora Deda");
        await client.GetByRole(AriaRole.Button, new() { Name = "Accept the offer" }).ClickAsync();
        await Assertions.Expect(client.GetByText("the deposit of")).ToBeVisibleAsync();
        await sales.GotoAsync(third);
        await Assertions.Expect(sales.Locator("#option").GetByText("Signed")).ToBeVisibleAsync();
        await Assertions.Expect(sales.GetByText("signed in time and keeps its rooms")).ToBeVisibleAsync();

        // It waits for its deposit; the deposit comes, and it is definite by itself.
        var finance = await site.WindowAsync(signIn: "finance@demo.example");
        await finance.GotoAsync(second);
        await finance.GetByRole(AriaRole.Button, new() { Name = "Ask for it" }).First.ClickAsync();
        await finance.GetByLabel("Reference").FillAsync("Bank 1");
        await finance.GetByRole(AriaRole.Button, new() { Name = "Record the payment" }).ClickAsync();
        await Assertions.Expect(finance.GetByText("Settled")).ToBeVisibleAsync();
        await sales.GotoAsync(second);
        await Assertions.Expect(sales.Locator("h1 + .facts .status-Definite")).ToBeVisibleAsync();
        await Assertions.Expect(sales.Locator("#dates").GetByText("Final number of people")).ToBeVisibleAsync();

        // It sends its number by link after seeing what it does, then reduces it.
        await site.SendAsync();
        await client.GotoAsync(await EventLinkAsync(second));
        foreach (var people in new[] { "58", "40" })
        {
            await client.GetByLabel("People").First.FillAsync(people);
            await client.GetByRole(AriaRole.Button, new() { Name = "What does it cost?" }).First.ClickAsync();
            await Assertions.Expect(client.GetByText($"With {people} people the total is")).ToBeVisibleAsync();
            await client.GetByRole(AriaRole.Button, new() { Name = $"Send {people} to the hotel" }).ClickAsync();
            await Assertions.Expect(client.GetByText($"You sent {people}; the hotel answers soon.")).ToBeVisibleAsync();
            await sales.GotoAsync(second);
            await sales.Locator("#numbers").GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).ClickAsync();
            await Assertions.Expect(sales.GetByText("The number is guaranteed; the client is told.")).ToBeVisibleAsync();
            await client.ReloadAsync();
            await Assertions.Expect(client.GetByText($"You sent {people}; it is guaranteed.")).ToBeVisibleAsync();
        }

        await Assertions.Expect(sales.Locator("#numbers").GetByText("Reductions")).ToBeVisibleAsync();

        // The slider says what cancelling costs on another day; the second cancels, the third moves up.
        await BrowserSite.ReadableAsync(sales);
        await sales.Locator("#exposure-day").FocusAsync();
        await sales.Keyboard.PressAsync("End");
        await Assertions.Expect(sales.Locator("[data-exposure-day]")).ToContainTextAsync("15 Apr 2027");
        await sales.GetByRole(AriaRole.Link, new() { Name = "Cancel the booking" }).ClickAsync();
        await Assertions.Expect(sales.GetByText("Who moves up")).ToBeVisibleAsync();
        await BrowserSite.ReadableAsync(sales);
        await sales.GetByLabel("Why").FillAsync("The regatta moved to autumn");
        await sales.GetByRole(AriaRole.Button, new() { Name = "Cancel the booking" }).ClickAsync();
        await Assertions.Expect(sales.Locator("h1 + .facts .status-Cancelled")).ToBeVisibleAsync();
        await Assertions.Expect(sales.GetByText("FEE-TIA-2026-").First).ToBeVisibleAsync();

        // Every mail, hold and task.
        await site.SendAsync();
        Assert.Equal(
            [MailKind.OptionHeld, MailKind.Promoted, MailKind.Challenge, MailKind.QuoteSent, MailKind.AcceptedWaiting, MailKind.Invoice, MailKind.Confirmation, MailKind.NumberAnswered, MailKind.NumberAnswered, MailKind.Cancellation, MailKind.Invoice],
            (await LettersAsync(second)).Where(kind => kind != MailKind.FunctionInvite));
        Assert.Equal([MailKind.OptionHeld, MailKind.Promoted], await LettersAsync(third));
        var ids = bookings.ConvertAll(Id);
        await site.InDatabaseAsync(async db =>
        {
            Assert.Equal([(int?)Id(third)], await db.Holds.Where(hold => hold.BookingId != null && ids.Contains(hold.BookingId.Value)).Select(hold => hold.BookingId).Distinct().ToListAsync());
            Assert.Equal([BookingStatus.Lost, BookingStatus.Cancelled, BookingStatus.Tentative], await db.Bookings.Where(booking => ids.Contains(booking.Id)).OrderBy(booking => booking.Id).Select(booking => booking.Status).ToListAsync());
            Assert.False(await db.Tasks.AnyAsync(task => (task.BookingId == Id(first) || task.BookingId == Id(second)) && task.DoneAt == null));
            Assert.True(await db.Deadlines.AnyAsync(row => row.BookingId == Id(third) && row.Kind == DeadlineKind.Option && row.DoneAt == null));
            return 0;
        });
        Assert.DoesNotContain(site.Mails, mail => mail.TextBody is { } text && text.Contains("{0}", StringComparison.Ordinal));
    }

    /// <summary>A new company asks for the ballroom.</summary>
    private static async Task<string> AskedAsync(IPage sales, string company)
    {
        await sales.GotoAsync("/accounts/new");
        await sales.GetByLabel("Legal name").FillAsync(company);
        await sales.GetByLabel("Contact", new() { Exact = true }).FillAsync("Bora Deda");
        await sales.GetByLabel("E-mail").FillAsync(Address(company));
        await sales.Locator("[name='Language']").SelectOptionAsync("en");
        await sales.GetByRole(AriaRole.Button, new() { Name = "Save account" }).ClickAsync();
        await sales.GetByRole(AriaRole.Link, new() { Name = "New inquiry" }).ClickAsync();
        await sales.GetByLabel("Event").FillAsync($"Ball of {company}");
        await sales.Locator("[name='Functions[0].Name']").FillAsync("Ball");
        await sales.Locator("[name='Functions[0].Date']").FillAsync(Day);
        await sales.Locator("[name='Functions[0].From']").FillAsync("9");
        await sales.Locator("[name='Functions[0].Until']").FillAsync("17");
        await sales.Locator("[name='Functions[0].People']").FillAsync("60");
        await sales.Locator("[name='Functions[0].Style']").SelectOptionAsync("Banquet");
        await sales.Locator("[name='Functions[0].SpaceId']").SelectOptionAsync((await sales.Locator("[name='Functions[0].SpaceId'] option").Filter(new() { HasText = "Grand Ballroom" }).First.GetAttributeAsync("value"))!);
        await sales.GetByRole(AriaRole.Button, new() { Name = "Record the inquiry" }).ClickAsync();
        await sales.WaitForURLAsync(url => url.Contains("/bookings/", StringComparison.Ordinal) && !url.EndsWith("/new", StringComparison.Ordinal));
        return new Uri(sales.Url).AbsolutePath;
    }

    /// <summary>The house's clock looks round at that moment.</summary>
    private async Task RoundAsync(Instant at)
    {
        site.Clock.Reset(at);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DueBookings>().MoveAsync(CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<DueDeadlines>().MoveAsync(CancellationToken.None);
        }

        await site.SendAsync();
    }

    private Task<List<MailKind>> LettersAsync(string booking) =>
        site.InDatabaseAsync(db => db.Outbox.Where(mail => mail.BookingId == Id(booking)).OrderBy(mail => mail.Id).Select(mail => mail.Kind).ToListAsync());

    private async Task<string> EventLinkAsync(string booking)
    {
        var read = await site.InDatabaseAsync(db => db.Bookings.AsNoTracking().Include(found => found.Functions).SingleAsync(found => found.Id == Id(booking)));
        return new Uri(site.Services.GetRequiredService<Web.Mail.SignedLinks>().EventAddress(read)).PathAndQuery;
    }

    private static int Id(string booking) => int.Parse(booking.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static string Address(string company) => "bora.deda@" + company.Replace(" ", "-", StringComparison.Ordinal).ToLowerInvariant() + ".example";

    private static bool To(MimeMessage mail, string address) => mail.To.Mailboxes.Any(mailbox => mailbox.Address == address);

    private static string LinkIn(MimeMessage mail, string path)
    {
        var at = mail.TextBody!.IndexOf(path, StringComparison.Ordinal);
        return new string([.. mail.TextBody[at..].TakeWhile(letter => !char.IsWhiteSpace(letter))]);
    }
}
