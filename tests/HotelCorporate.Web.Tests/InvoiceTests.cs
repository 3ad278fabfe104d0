using System.Globalization;
using System.Net;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests;

public sealed class InvoicesOnSqlite(SqliteSite site) : InvoiceTests(site), IClassFixture<SqliteSite>;

public sealed class InvoicesOnPostgres(PostgresSite site) : InvoiceTests(site), IClassFixture<PostgresSite>;

/// <summary>Documents get their numbers without a gap, are never changed, and are paid once.</summary>
public abstract class InvoiceTests(HotelSiteFixture site)
{
    private const int AtOnce = 50;

    [Fact]
    public async Task Of_fifty_documents_at_once_each_has_a_number_and_none_is_missing()
    {
        var finance = await site.SignedInAsync("finance@demo.example");
        var bookings = new List<int>();
        for (var i = 0; i < AtOnce; i++) bookings.Add(await ContractAsync(new LocalDate(2027, 4, 1).PlusDays(i)));
        var before = await site.InDatabaseAsync(db => db.Invoices.CountAsync(invoice => invoice.Kind == InvoiceKind.DepositRequest));

        var token = (await finance.PageAsync($"/bookings/{bookings[0]}")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answers = await Task.WhenAll(bookings.Select(async id =>
        {
            using var content = new FormUrlEncodedContent([new("position", "1"), new("__RequestVerificationToken", token)]);
            using var answer = await finance.Http.PostAsync(new Uri($"/bookings/{id}/invoices/deposit", UriKind.Relative), content);
            return answer.StatusCode;
        }));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer));
        var numbers = await site.InDatabaseAsync(db => db.Invoices.Where(invoice => invoice.Kind == InvoiceKind.DepositRequest).Select(invoice => invoice.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, before + AtOnce).Select(n => string.Create(CultureInfo.InvariantCulture, $"REQ-TIA-2026-{n:000000}")), numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_second_press_issues_nothing_more_and_a_payment_settles_it()
    {
        var finance = await site.SignedInAsync("finance@demo.example");
        var booking = await ContractAsync(new LocalDate(2027, 6, 1));
        var page = await finance.PageAsync($"/bookings/{booking}");
        var form = page.Forms.First(form => form.Action.EndsWith("/invoices/deposit", StringComparison.Ordinal));
        var fields = form.Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        var addresses = new List<string>();
        for (var press = 0; press < 2; press++)
        {
            using var content = new FormUrlEncodedContent(fields);
            using var answer = await finance.Http.PostAsync(new Uri($"/bookings/{booking}/invoices/deposit", UriKind.Relative), content);
            addresses.Add(answer.Headers.Location!.OriginalString);
        }

        Assert.Equal(addresses[0], addresses[1]);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Invoices.CountAsync(invoice => invoice.BookingId == booking)));

        var refused = await finance.PostAsync(addresses[0] + "/payments", new() { ["amount"] = "-5", ["receivedOn"] = "2026-11-24", ["reference"] = "typed" }, addresses[0]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("typed", (await HotelBrowser.ParseAsync(refused)).QuerySelector("[name=reference]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await finance.PostAsync(addresses[0] + "/payments", new() { ["amount"] = "250.00", ["receivedOn"] = "2026-11-24", ["reference"] = "Bank 1" }, addresses[0])).StatusCode);
        Assert.Contains("Settled", (await finance.PageAsync(addresses[0])).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issued_document_is_not_changed_deleted_or_given_a_line_whatever_code_tries()
    {
        await site.InDatabaseAsync(async db =>
        {
            var invoice = await db.Invoices.AsNoTracking().FirstAsync();
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Invoices.Where(found => found.Id == invoice.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.PurchaseOrder, "changed")));
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Set<InvoiceLine>().Where(line => EF.Property<int>(line, "InvoiceId") == invoice.Id).ExecuteDeleteAsync());
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Set<InvoiceLine>().Where(line => EF.Property<int>(line, "InvoiceId") == invoice.Id).ExecuteUpdateAsync(set => set.SetProperty(line => line.Quantity, 1m)));
            var further = new InvoiceLine(InvoiceLineRole.Supply, "Slipped in", 1, new UnitPrice(1m, invoice.Currency), "S", 0.2m);
            db.Add(further);
            db.Entry(further).Property("InvoiceId").CurrentValue = invoice.Id;
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            return 0;
        });
    }

    [Fact]
    public async Task A_credit_note_names_what_it_corrects_and_only_once()
    {
        var finance = await site.SignedInAsync("finance@demo.example");
        var (id, number) = await site.InDatabaseAsync(async db => await db.Invoices.Where(invoice => invoice.Kind == InvoiceKind.Final).OrderBy(invoice => invoice.Id).Select(invoice => new ValueTuple<int, string>(invoice.Id, invoice.Number)).FirstAsync());
        var credited = await finance.PostAsync($"/invoices/{id}/credit", new() { ["reason"] = "Wrong company" }, $"/invoices/{id}");
        Assert.Equal(HttpStatusCode.Redirect, credited.StatusCode);
        var note = await finance.PageAsync(credited.Headers.Location!.OriginalString);
        Assert.Contains($"Corrects {number}", note.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("CN-TIA-2026-000001", note.Body.TextContent, StringComparison.Ordinal);

        var again = await finance.PostAsync($"/invoices/{id}/credit", new() { ["reason"] = "Once more" }, $"/invoices/{id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        var workbook = await finance.GetAsync("/invoices/register.xlsx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.Content.Headers.ContentType!.MediaType);
    }

    /// <summary>A definite booking with an accepted contract of 1,000.00 and a quarter due at signing, waived nowhere.</summary>
    private async Task<int> ContractAsync(LocalDate day)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
        var property = await db.Properties.OrderBy(property => property.Id).FirstAsync();
        var account = await db.Accounts.OrderBy(account => account.Id).FirstAsync();
        var space = await db.Spaces.SingleAsync(space => space.PropertyId == property.Id && space.Name == "Balmoral");
        var now = site.Clock.GetCurrentInstant();
        var booking = Booking.Inquire(property.Id, account.Id, await db.NextBookingReferenceAsync(2027, CancellationToken.None), "Contract", ownerId: null, now);
        booking.Add(Function.Plan("Meeting", space.Id, SetupStyle.Theatre, day.At(new LocalTime(9, 0)), day.At(new LocalTime(17, 0)), 30, property.Zone));
        db.Bookings.Add(booking);
        await db.SaveChangesAsync();
        var line = new QuoteLine("Meeting", "Hire", day, RevenueClass.RoomHire, 1, new UnitPrice(1_000m, Currency.Eur), "S", 0.2m, [new("Agreed", 1_000m)]) { FunctionId = booking.Functions[0].Id };
        var quote = new Quote(booking.Id, $"Q-{booking.Reference}", 1, TaxMode.Inclusive, Currency.Eur, 30, new LocalDate(2026, 12, 24), [line]) { CreatedAt = now, Deposits = "25% at signing" };
        quote.Send(property.Today(now), now, new QuoteDates(new LocalDate(2027, 1, 4), new LocalDateTime(2028, 1, 4, 10, 0)));
        db.Quotes.Add(quote);
        await db.SaveChangesAsync();
        var accepted = new Acceptance("Arben Kola", property.Today(now), "PO 1", quote.SeenHash!, now, "test");
        await scope.ServiceProvider.GetRequiredService<BookingMoves>().AcceptOfferAsync(quote.Id, accepted, Actor.Client, CancellationToken.None);
        return booking.Id;
    }
}
