using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.SafeKeeping;

/// <summary>Fills a database with the demo and with bookings that are ready for their next step, before a program of its own works on it.</summary>
public sealed class PreparedSite : HotelSiteFixture
{
    private readonly SiteDatabase _database;

    public PreparedSite(SiteDatabase database)
    {
        _database = database;
        Clock.Reset(SystemClock.Instance.GetCurrentInstant()); // the program reads the computer's clock
    }

    /// <summary>Bookings of one room on days of their own: accepted, so that they can be confirmed.</summary>
    public Task<List<int>> AcceptedAsync(int count) => InDatabaseAsync(async db =>
    {
        var bookings = new List<Booking>();
        for (var i = 0; i < count; i++)
        {
            var booking = await MeetingAsync(db, i);
            booking.Accept("A. Client", Today, "PO 1");
            bookings.Add(booking);
        }

        await db.SaveChangesAsync();
        return bookings.ConvertAll(booking => booking.Id);
    });

    /// <summary>Bookings that nobody has promised anything about yet.</summary>
    public Task<List<int>> InquiriesAsync(int count) => InDatabaseAsync(async db =>
    {
        var bookings = new List<Booking>();
        for (var i = 0; i < count; i++) bookings.Add(await MeetingAsync(db, 3_000 + i));
        await db.SaveChangesAsync();
        return bookings.ConvertAll(booking => booking.Id);
    });

    /// <summary>Bookings with an accepted contract of 1,000.00, a quarter of it due at signing.</summary>
    public async Task<List<int>> ContractsAsync(int count)
    {
        var ids = new List<int>();
        for (var i = 0; i < count; i++) ids.Add(await ContractAsync(1_000 + i, "25% at signing"));
        return ids;
    }

    /// <summary>Bookings whose event has begun and whose people are counted: their final invoice can be issued.</summary>
    public async Task<List<int>> BegunAsync(int count)
    {
        var now = Clock.GetCurrentInstant();
        var ids = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var id = await ContractAsync(2_000 + i, deposits: "");
            await using var scope = Services.CreateAsyncScope();
            var moves = scope.ServiceProvider.GetRequiredService<BookingMoves>();
            var function = await scope.ServiceProvider.GetRequiredService<HotelDb>().Functions.AsNoTracking().SingleAsync(function => function.BookingId == id);
            Clock.Reset(function.OccupiedUntil);
            await moves.BeginAsync(id, Actor.Clock, CancellationToken.None);
            await moves.CountAsync(id, function.Id, guaranteed: null, actual: 20, sure: true, Actor.Clock, CancellationToken.None);
            Clock.Reset(now);
            ids.Add(id);
        }

        return ids;
    }

    /// <summary>Bookings on option for three days.</summary>
    public async Task<List<int>> OptionsAsync(int count)
    {
        var ids = await InquiriesAsync(count);
        foreach (var id in ids)
        {
            await using var scope = Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<BookingMoves>().OptionAsync(id, Today.PlusDays(3), Actor.Clock, CancellationToken.None);
        }

        return ids;
    }

    protected override void Choose(IWebHostBuilder builder)
    {
        _database.Take(DemoTemplate.Now);
        foreach (var (name, value) in _database.Settings) builder.UseSetting(name, value);
        builder.UseSetting("Mail:EverySeconds", "86400").UseSetting("Jobs:EverySeconds", "86400");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _database.Release();
    }

    private LocalDate Today => Clock.GetCurrentInstant().InUtc().Date;

    private async Task<int> ContractAsync(int daysLater, string deposits)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
        var booking = await MeetingAsync(db, daysLater);
        await db.SaveChangesAsync();
        var line = new QuoteLine("Meeting", "Hire", booking.Functions[0].Start.Date, RevenueClass.RoomHire, 1, new UnitPrice(1_000m, Currency.Eur), "S", 0.2m, [new("Agreed", 1_000m)]) { FunctionId = booking.Functions[0].Id };
        var now = Clock.GetCurrentInstant();
        var quote = new Quote(booking.Id, $"Q-{booking.Reference}", 1, TaxMode.Inclusive, Currency.Eur, 30, Today.PlusDays(30), [line]) { CreatedAt = now, Deposits = deposits };
        quote.Send(Today, now, new QuoteDates(new LocalDate(2027, 1, 4), new LocalDateTime(2028, 1, 4, 10, 0)));
        db.Quotes.Add(quote);
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<BookingMoves>().AcceptOfferAsync(quote.Id, new Acceptance("Arben Kola", Today, "PO 1", quote.SeenHash!, now, "test"), Actor.Client, CancellationToken.None);
        return booking.Id;
    }

    private async Task<Booking> MeetingAsync(HotelDb db, int daysLater)
    {
        var property = await db.Properties.OrderBy(property => property.Id).FirstAsync();
        var account = await db.Accounts.OrderBy(account => account.Id).FirstAsync();
        var space = await db.Spaces.SingleAsync(space => space.PropertyId == property.Id && space.Name == "Balmoral");
        var day = Today.PlusYears(1).PlusDays(daysLater);
        var booking = Booking.Inquire(property.Id, account.Id, await db.NextBookingReferenceAsync(Today.Year, CancellationToken.None), $"Meeting {daysLater}", ownerId: null, Clock.GetCurrentInstant());
        booking.Add(Function.Plan("Meeting", space.Id, SetupStyle.Theatre, day.At(new LocalTime(9, 0)), day.At(new LocalTime(17, 0)), 20, property.Zone));
        db.Bookings.Add(booking);
        return booking;
    }
}
