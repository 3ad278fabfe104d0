using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Jobs;
using HotelCorporate.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.Bookings;

/// <summary>Bookings of one room, and the clock of the house, for tests of what happens by itself.</summary>
internal sealed class Ballroom(HotelSiteFixture site)
{
    public LocalDate Today => site.Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Tirane"]).Date;

    /// <summary>An inquiry for the room on a day, from 9 to 17.</summary>
    /// <param name="dinner">With a dinner in the same room at 19.</param>
    public Task<int> InquiryAsync(LocalDate day, string room = "Escorial", bool dinner = false, string name = "Ball") => site.InDatabaseAsync(async db =>
    {
        var property = await db.Properties.OrderBy(property => property.Id).FirstAsync();
        var account = await db.Accounts.Include(account => account.Contacts).Where(account => account.ParentId == null && account.CreditLimit == null && account.Contacts.Count(contact => contact.Email != "" && contact.WantsInvites) == 1).OrderBy(account => account.Id).FirstAsync();
        var space = await db.Spaces.FirstOrDefaultAsync(space => space.PropertyId == property.Id && space.Name == room) ?? await db.Spaces.OrderBy(space => space.Id).FirstAsync(space => space.PropertyId == property.Id);
        var owner = await db.Users.Where(user => user.Email == "sales@demo.example").Select(user => user.Id).SingleAsync();
        var booking = Booking.Inquire(property.Id, account.Id, await db.NextBookingReferenceAsync(2026, CancellationToken.None), name, owner, site.Clock.GetCurrentInstant());
        booking.Add(Function.Plan("Meeting", space.Id, SetupStyle.Theatre, day.At(new LocalTime(9, 0)), day.At(new LocalTime(17, 0)), 20, property.Zone, new SetupTimes(15, 15)));
        if (dinner) booking.Add(Function.Plan("Dinner", space.Id, SetupStyle.Banquet, day.At(new LocalTime(19, 0)), day.At(new LocalTime(22, 0)), 20, property.Zone, new SetupTimes(15, 15)));
        db.Bookings.Add(booking);
        await db.SaveChangesAsync();
        return booking.Id;
    });

    /// <summary>An offer of 20 x 50.00 for the first function and a hire of 1,000.00, sent; it takes no deposit unless asked.</summary>
    public Task<int> OfferAsync(int bookingId, string deposits = "") => site.InDatabaseAsync(async db =>
    {
        var booking = await db.Bookings.Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId);
        var (first, now) = (booking.Functions.OrderBy(function => function.Start).First(), site.Clock.GetCurrentInstant());
        var quote = new Quote(bookingId, $"Q-{booking.Reference}", 1 + await db.Quotes.CountAsync(quote => quote.BookingId == bookingId), TaxMode.Exclusive, Currency.Eur, 20, Today.PlusDays(30),
        [
            new QuoteLine("Meeting", "Day package", first.Start.Date, RevenueClass.Food, 20, new UnitPrice(50m, Currency.Eur), "S", 0.2m, [new("Agreed", 50m)]) { FunctionId = first.Id, PerPerson = true },
            new QuoteLine("Meeting", "Hire", first.Start.Date, RevenueClass.RoomHire, 1, new UnitPrice(1_000m, Currency.Eur), "S", 0.2m, [new("Agreed", 1_000m)]) { FunctionId = first.Id },
        ])
        { CreatedAt = now, Deposits = deposits, Cancellation = "0-45:100; 46-90:75; 91-135:50" };
        quote.Send(Today, now, new QuoteDates(first.Start.Date.PlusDays(-14), first.Start.Date.PlusDays(-3).At(new LocalTime(10, 0))));
        foreach (var older in await db.Quotes.Where(older => older.BookingId == bookingId && older.Status == QuoteStatus.Sent).ToListAsync()) older.Supersede();
        db.Quotes.Add(quote);
        booking.Offer();
        await db.SaveChangesAsync();
        await new DeadlineDesk(db, new DepositGuard(db), site.Clock).FollowAsync(bookingId, CancellationToken.None);
        await db.SaveChangesAsync();
        return quote.Id;
    });

    public async Task OptionAsync(int bookingId, LocalDate until) => await MovedAsync(moves => moves.OptionAsync(bookingId, until, Actor.Clock, CancellationToken.None));

    public async Task AcceptAsync(int quoteId)
    {
        var hash = await site.InDatabaseAsync(db => db.Quotes.Where(quote => quote.Id == quoteId).Select(quote => quote.SeenHash).SingleAsync());
        await MovedAsync(moves => moves.AcceptOfferAsync(quoteId, new Acceptance("Lea Prifti", Today, null, hash!, site.Clock.GetCurrentInstant(), "test"), Actor.Client, CancellationToken.None));
    }

    /// <summary>A booking with a contract: definite.</summary>
    public async Task<int> DefiniteAsync(LocalDate day, bool dinner = false)
    {
        var id = await InquiryAsync(day, dinner: dinner);
        await AcceptAsync(await OfferAsync(id));
        Assert.Equal(BookingStatus.Definite, (await ReadAsync(id)).Status);
        return id;
    }

    public async Task MovedAsync(Func<BookingMoves, Task> move)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await move(scope.ServiceProvider.GetRequiredService<BookingMoves>());
    }

    /// <summary>One round of the house's clock.</summary>
    public async Task RoundAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DueBookings>().MoveAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<DueDeadlines>().MoveAsync(CancellationToken.None);
    }

    /// <summary>A round whose process dies at its n-th look at the clock.</summary>
    public async Task KilledRoundAsync(int after)
    {
        var dying = new DyingClock(site.Clock, after);
        await using var scope = site.Services.CreateAsyncScope();
        var (services, deposits) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<DepositGuard>());
        var db = services.GetRequiredService<HotelDb>();
        var letters = ActivatorUtilities.CreateInstance<BookingLetters>(services, dying);
        var moves = ActivatorUtilities.CreateInstance<BookingMoves>(services, letters, new DeadlineDesk(db, deposits, dying), dying);
        await ActivatorUtilities.CreateInstance<DueBookings>(services, moves, dying).MoveAsync(CancellationToken.None).ContinueWith(_ => { }, TaskScheduler.Default);
        await ActivatorUtilities.CreateInstance<DueDeadlines>(services, letters, dying).MoveAsync(CancellationToken.None).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    public Task<Booking> ReadAsync(int id) => site.InDatabaseAsync(db => db.Bookings.AsNoTracking().Include(booking => booking.Functions.OrderBy(function => function.Id)).SingleAsync(booking => booking.Id == id));

    public Task<List<MailKind>> LettersAsync(int bookingId) => site.InDatabaseAsync(db => db.Outbox.Where(mail => mail.BookingId == bookingId).OrderBy(mail => mail.Id).Select(mail => mail.Kind).ToListAsync());

    public Task<List<Deadline>> DatesAsync(int bookingId) => site.InDatabaseAsync(db => db.Deadlines.AsNoTracking().Where(row => row.BookingId == bookingId).OrderBy(row => row.Id).ToListAsync());

    public async Task<string> LinkAsync(int bookingId)
    {
        var booking = await ReadAsync(bookingId);
        var address = site.Services.GetRequiredService<SignedLinks>().EventAddress(booking);
        return address[address.IndexOf("/events/", StringComparison.Ordinal)..];
    }

    private sealed class DyingClock(IClock clock, int after) : IClock
    {
        private int _looks;

        public Instant GetCurrentInstant() => ++_looks > after ? throw new InvalidOperationException("The process is killed here.") : clock.GetCurrentInstant();
    }
}
