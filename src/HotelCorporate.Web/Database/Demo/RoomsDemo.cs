using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>Bedrooms of each hotel, with a year of BAR from a month before today: dearer in season, cheaper at week-ends. Invented figures.</summary>
internal static class RoomsDemo
{
    private static readonly (string Code, string Name, int Physical, decimal Bar)[] Types =
    [
        ("STD", "Standard", 110, 118m), ("SUP", "Superior", 60, 142m), ("DLX", "Deluxe", 24, 186m), ("STE", "Suite", 8, 320m),
    ];

    public static async Task FillAsync(HotelDb db, IEnumerable<Property> hotels, Instant now, CancellationToken cancel)
    {
        foreach (var hotel in hotels)
        {
            var first = hotel.Today(now).PlusDays(-30);
            var dearer = hotel.Code == "NYC" ? 2.1m : 1m;
            foreach (var (code, name, physical, bar) in Types)
            {
                var type = new RoomType { PropertyId = hotel.Id, Code = code, Name = name, Physical = physical };
                db.RoomTypes.Add(type);
                await db.SaveChangesAsync(cancel);
                for (var i = 0; i < 395; i++)
                {
                    var night = first.PlusDays(i);
                    var season = night.Month is 5 or 6 or 9 or 10 ? 1.15m : night.Month is 1 or 2 ? 0.88m : 1m;
                    var weekday = night.DayOfWeek is IsoDayOfWeek.Friday or IsoDayOfWeek.Saturday ? 0.92m : 1m;
                    db.BarRates.Add(new BarRate { RoomTypeId = type.Id, Night = night, Amount = Money.Of(decimal.Round(bar * dearer * season * weekday), hotel.Currency) });
                }

                await db.SaveChangesAsync(cancel);
                foreach (var rate in db.ChangeTracker.Entries<BarRate>().ToList()) rate.State = EntityState.Detached; // each later save would look at thousands of them
            }
        }
    }
}
