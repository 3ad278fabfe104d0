using System.Net;
using System.Text.Json;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.Accounts;

public sealed class PersonalDataOnSqlite(SqliteSite site) : PersonalDataTests(site), IClassFixture<SqliteSite>;

public sealed class PersonalDataOnPostgres(PostgresSite site) : PersonalDataTests(site), IClassFixture<PostgresSite>;

/// <summary>A person's data are handed out, and erased from everywhere but where the law keeps them.</summary>
public abstract class PersonalDataTests(HotelSiteFixture site)
{
    private const string Person = "Ëngjëll Prifti-Öz";
    private const string Address = "engjell@person.example";

    [Fact]
    public async Task A_person_is_erased_from_contacts_log_letters_and_rooming_lists_and_the_evidence_is_for_finance_alone()
    {
        var (manager, finance, sales) = (await site.SignedInAsync("manager@demo.example"), await site.SignedInAsync("finance@demo.example"), await site.SignedInAsync("sales@demo.example"));
        var booking = await PrepareAsync();
        var query = $"/personal-data?name={Uri.EscapeDataString(Person)}&email={Address}";
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.GetAsync(query)).StatusCode);
        using var export = await manager.PostAsync("/personal-data/export", new() { ["name"] = Person, ["email"] = Address }, query);
        var file = JsonDocument.Parse(await export.Content.ReadAsByteArrayAsync()).RootElement;
        foreach (var part in new[] { "Contacts", "Log", "Letters", "AcceptedBookings", "RoomingLists" }) Assert.True(file.GetProperty(part).GetArrayLength() > 0, part);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync("/personal-data/erase", new() { ["name"] = Person, ["email"] = Address }, query)).StatusCode);
        var erased = await manager.PostAsync("/personal-data/erase", new() { ["name"] = Person, ["email"] = Address, ["understood"] = "true" }, query);
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);

        var left = await site.InDatabaseAsync(async db => (
            await db.Set<Contact>().CountAsync(contact => contact.Name == Person || contact.Email == Address), await db.Activities.CountAsync(activity => activity.Text.Contains(Person)),
            await db.Outbox.CountAsync(mail => mail.RecipientAddress == Address || mail.RecipientName == Person || mail.Facts.Contains(Person)), await db.Set<RoomGuest>().CountAsync(guest => guest.Name == Person || guest.SharedWith == Person),
            await db.Bookings.CountAsync(found => found.AcceptedBy == Person)));
        Assert.Equal((0, 0, 0, 0, 0), left);
        Assert.Equal(MailStatus.Failed, await site.InDatabaseAsync(db => db.Outbox.Where(mail => mail.RecipientAddress == "erased@invalid").Select(mail => mail.Status).SingleAsync()));
        Assert.DoesNotContain(Person, (await sales.PageAsync($"/bookings/{booking}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var report = erased.Headers.Location!.OriginalString;
        var seen = (await finance.PageAsync(report)).QuerySelector("main")!.TextContent;
        Assert.Contains(Person, seen, StringComparison.Ordinal);
        Assert.Contains("kept for 10 years", seen, StringComparison.Ordinal);
        var unseen = (await manager.PageAsync(report)).QuerySelector("main")!.TextContent;
        Assert.DoesNotContain(Person, unseen, StringComparison.Ordinal);
        Assert.Contains("finance alone", unseen, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.GetAsync(report)).StatusCode);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Journal.CountAsync(entry => entry.Subject == "Erasure" && (entry.Why!.Contains(Person) || entry.To!.Contains(Person)))));
    }

    [Fact]
    public async Task A_name_is_found_with_and_without_accents_in_offers_and_approvals_and_what_was_sent_stays_as_it_was_sealed()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var finance = await site.SignedInAsync("finance@demo.example");
        var (draft, sent, old, approval, hash) = await site.InDatabaseAsync(async db =>
        {
            var booking = await db.Bookings.FirstAsync(found => db.Quotes.Any(quote => quote.BookingId == found.Id));
            var hotel = await db.Properties.SingleAsync(property => property.Id == booking.PropertyId);
            var now = site.Clock.GetCurrentInstant();
            var (first, second, third) = (Offer("Ask Zoe Celik-Oztas for the menu"), Offer("Zoë Çelik-Öztaş greets them"), Offer("ZOË ÇELIK-ÖZTAŞ, ten years ago"));
            second.Send(new(2026, 11, 24), now, new(new(2026, 11, 29), new(2026, 11, 30, 12, 0)));
            third.Send(new(2026, 11, 24), now - NodaTime.Duration.FromDays(366 * 11), new(new(2026, 11, 29), new(2026, 11, 30, 12, 0)));
            var asked = new Approval(ApprovalKind.Price, hotel.Id, booking.Id, null, now, "Zoe Celik-Oztas asks for it", "Cheaper");
            asked.Refuse(1, now, "zoë çelik-öztaş has asked before");
            db.Quotes.AddRange(first, second, third);
            db.Approvals.Add(asked);
            db.Activities.Add(new Activity(ActivityKind.Call, booking.AccountId, null, null, "Zoe Celik-Öztas called", null, now, now));
            await db.SaveChangesAsync();
            db.OfferComments.Add(new OfferComment(hotel.Id, second, null, "Zoe Çelik-Oztas", "Zoë Çelik-Öztaş eats no fish", now));
            await db.SaveChangesAsync();
            return (first.Id, second.Id, third.Id, asked.Id, second.SeenHash);

            Quote Offer(string remarks) => new(booking.Id, "Q-ZOE", 900 + remarks.Length, hotel.TaxMode, hotel.Currency, 10, new(2026, 12, 20), [new QuoteLine("Meeting", "Hall", new(2027, 1, 5), RevenueClass.RoomHire, 1, new UnitPrice(500, hotel.Currency), "S", 0.2m, [])]) { Remarks = remarks, CreatedAt = now };
        });
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "Zoë Çelik-Oztas", ["understood"] = "true" };
        using var erased = await manager.PostAsync("/personal-data/erase", typed, $"/personal-data?name={Uri.EscapeDataString(typed["name"])}");
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);

        var offers = await site.InDatabaseAsync(db => db.Quotes.AsNoTracking().Include(quote => quote.Lines).Where(quote => quote.Number == "Q-ZOE").ToDictionaryAsync(quote => quote.Id));
        Assert.StartsWith("Ask Erased person", offers[draft].Remarks, StringComparison.Ordinal);
        Assert.StartsWith("Erased person", offers[old].Remarks, StringComparison.Ordinal); // its retention is over
        Assert.Equal(("Zoë Çelik-Öztaş greets them", hash), (offers[sent].Remarks, offers[sent].Fingerprint()));
        var comment = await site.InDatabaseAsync(db => db.OfferComments.AsNoTracking().SingleAsync(found => found.QuoteId == sent));
        Assert.Equal((true, true), (comment.By.StartsWith("Erased person", StringComparison.Ordinal), comment.Text.StartsWith("Erased person", StringComparison.Ordinal) && comment.Text.EndsWith("eats no fish", StringComparison.Ordinal)));
        var answered = await site.InDatabaseAsync(db => db.Approvals.AsNoTracking().SingleAsync(found => found.Id == approval));
        Assert.Equal((true, true), (answered.Reason.StartsWith("Erased person", StringComparison.Ordinal), answered.Answer.StartsWith("Erased person", StringComparison.Ordinal)));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Activities.CountAsync(activity => activity.Text.StartsWith("Erased person") && activity.Text.EndsWith("called"))));

        var report = erased.Headers.Location!.OriginalString;
        Assert.Contains("sealed by its hash and stays for 10 years", (await manager.PageAsync(report)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Quote {sent}", (await finance.PageAsync(report)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_name_and_a_stranger_are_refused()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.GetAsync("/personal-data?name=Al")).StatusCode);
        Assert.Contains("Nothing here names this person", (await manager.PageAsync("/personal-data?name=Nobody%20At%20All")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private Task<int> PrepareAsync() => site.InDatabaseAsync(async db =>
    {
        var now = site.Clock.GetCurrentInstant();
        var account = await db.Accounts.Include(account => account.Contacts).FirstAsync(account => account.TradeName == "Alba Bank");
        account.Add(new Contact { Name = Person, Email = Address });
        db.Activities.Add(new Activity(ActivityKind.Call, account.Id, null, null, $"Spoke with {Person} about parking", null, now, now));
        var booking = await db.Bookings.FirstAsync(found => found.AccountId == account.Id && found.Status == BookingStatus.Definite);
        booking.Accept(Person, new NodaTime.LocalDate(2026, 11, 1), null);
        db.Outbox.Add(new OutboxMail(MailKind.Invoice, booking.PropertyId, booking.Id, "en", Person, Address, HotelCorporate.Web.Mail.MailFactsJson.Write(new HotelCorporate.Web.Mail.MailFacts { Hotel = HotelCorporate.Web.Documents.HotelSheet.Of(await db.Properties.FirstAsync()), Reference = booking.Reference, Title = $"Meeting of {Person}" }), $"{Guid.NewGuid():N}@demo.example", now + NodaTime.Duration.FromDays(300)));
        var guest = await db.Set<RoomGuest>().FirstAsync();
        db.Entry(guest).Property(found => found.Name).CurrentValue = Person;
        await db.SaveChangesAsync();
        return booking.Id;
    });
}
