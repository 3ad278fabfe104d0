using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>Bookings around today in every status, made through the same door as a person's.</summary>
internal static class BookingsDemo
{
    private static readonly (string Name, int Day, int Days, string From, string To, SetupStyle Style, int People, BookingStatus Status)[] Events =
    [
        ("Annual meeting", -1, 2, "09:00", "17:00", SetupStyle.Theatre, 45, BookingStatus.Actual),
        ("Sales kick-off", 1, 2, "09:00", "17:00", SetupStyle.Classroom, 24, BookingStatus.Definite),
        ("Product launch", 3, 1, "14:00", "18:00", SetupStyle.Reception, 60, BookingStatus.Tentative),
        ("Leadership training", 6, 3, "08:30", "16:30", SetupStyle.UShape, 14, BookingStatus.Definite),
        ("Investor day", 3, 1, "10:00", "16:00", SetupStyle.Theatre, 40, BookingStatus.Tentative),
        ("Gala dinner", 10, 1, "19:00", "23:30", SetupStyle.Banquet, 36, BookingStatus.Quoted),
        ("Board retreat", 2, 2, "09:00", "15:00", SetupStyle.Boardroom, 12, BookingStatus.Inquiry),
        ("Research colloquium", -8, 2, "09:00", "17:00", SetupStyle.Classroom, 20, BookingStatus.Closed),
        ("Staff party", 5, 1, "18:00", "23:00", SetupStyle.Reception, 55, BookingStatus.Lost),
        ("Regional audit", 4, 1, "09:00", "13:00", SetupStyle.Boardroom, 10, BookingStatus.TurnedDown),
        ("Summer forum", 9, 1, "09:00", "18:00", SetupStyle.Theatre, 38, BookingStatus.Cancelled),
        ("Partner workshop", -1, 4, "09:00", "12:30", SetupStyle.Classroom, 22, BookingStatus.Actual),
        ("Press lunch", 13, 1, "12:00", "15:00", SetupStyle.Banquet, 30, BookingStatus.Definite),
        ("Autumn training", -420, 1, "09:00", "17:00", SetupStyle.Classroom, 18, BookingStatus.Closed),
        ("Quarterly review", 20, 1, "09:00", "17:00", SetupStyle.UShape, 15, BookingStatus.Tentative),
    ];

    /// <summary>Which of a hotel's six companies asks for each event: one comes often, others once.</summary>
    private static readonly int[] Companies = [0, 0, 1, 0, 2, 3, 4, 0, 5, 4, 1, 2, 5, LongAgo, 3];

    private const int LongAgo = 13;

    public static async Task FillAsync(HotelDb db, BookingMoves moves, InvoiceIssuing issuing, IReadOnlyList<Property> properties, IReadOnlyList<Account> accounts, Instant now, CancellationToken cancel)
    {
        foreach (var property in properties)
        {
            var spaces = await db.Spaces.AsSplitQuery().Include(space => space.Capacities).Include(space => space.Atoms)
                .Where(space => space.PropertyId == property.Id).OrderBy(space => space.Position).ToListAsync(cancel);
            var today = property.Today(now);
            for (var i = 0; i < Events.Length; i++)
            {
                var (name, day, days, from, to, style, people, status) = Events[i];
                var fitting = spaces.Where(space => space.In(style) is { } capacity && capacity.Legal >= people).OrderBy(space => space.In(style)!.Legal).ToList();
                // The launch and the investor day want the same room on the same day: one of them waits.
                var space = fitting[i is 2 or 4 ? fitting.Count - 1 : i % Math.Min(4, fitting.Count)];
                var booking = Booking.Inquire(property.Id, accounts[Companies[i] == LongAgo ? LongAgo : Companies[i] + (property.Code == "NYC" ? 6 : 0)].Id, await db.NextBookingReferenceAsync(today.Year, cancel), name, ownerId: null, now);
                for (var k = 0; k < days; k++)
                {
                    var date = today.PlusDays(day + k);
                    booking.Add(Function.Plan(days == 1 ? name : $"{name}, day {k + 1}", space.Id, style, date + Time(from), date + Time(to), people, property.Zone));
                }

                db.Bookings.Add(booking);
                await db.SaveChangesAsync(cancel);
                await BringAsync(db, moves, issuing, property, booking, status, now, cancel);
            }
        }
    }

    private static LocalTime Time(string text) => NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Parse(text).Value;

    private static async Task BringAsync(HotelDb db, BookingMoves moves, InvoiceIssuing issuing, Property property, Booking booking, BookingStatus status, Instant now, CancellationToken cancel)
    {
        var today = property.Today(now);
        var actor = Actor.Clock;
        switch (status)
        {
            case BookingStatus.Tentative:
                await moves.OptionAsync(booking.Id, today.PlusDays(3), actor, cancel);
                break;
            case BookingStatus.Quoted:
                await QuotesDemo.SentAsync(db, property, booking, now, cancel);
                booking.Offer();
                await db.SaveChangesAsync(cancel);
                break;
            case BookingStatus.Lost:
                await moves.LoseAsync(booking.Id, LostReason.Competitor, "Cheaper by a tenth", "Hotel Adriatik", actor, cancel);
                break;
            case BookingStatus.TurnedDown:
                await moves.TurnDownAsync(booking.Id, LostReason.Space, "No room of the size on that day", actor, cancel);
                break;
            case BookingStatus.Definite or BookingStatus.Actual or BookingStatus.Closed or BookingStatus.Cancelled:
                var quote = await QuotesDemo.SentAsync(db, property, booking, now, cancel);
                await moves.AcceptOfferAsync(quote.Id, new Acceptance("Signed on paper", today.PlusDays(-20), "PO-4711", quote.SeenHash!, now, "on paper"), actor, cancel);
                if (status == BookingStatus.Cancelled) await moves.CancelAsync(booking.Id, null, "The forum moved to another city", actor, cancel);
                if (status is not (BookingStatus.Actual or BookingStatus.Closed)) break;
                await moves.BeginAsync(booking.Id, actor, cancel);
                if (status == BookingStatus.Actual) break;
                foreach (var function in booking.Functions) function.Serve(function.Expected - 1);
                await db.SaveChangesAsync(cancel);
                await issuing.FinalAsync(booking.Id, actor, cancel);
                await moves.CloseAsync(booking.Id, actor, cancel);
                break;
            default:
                break;
        }
    }
}
