using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>Six weeks of the house, and blocks around today: one that fills, one on option, one that was given back and owes for unused rooms. Invented figures and names.</summary>
internal static class BlocksDemo
{
    private const int HouseDays = 45;

    private static readonly string[] Guests = ["Arben Kola", "Marta Lindqvist", "Jonas Weber", "Sofia Marchetti", "Piotr Nowak", "Elena Petrova", "Liam O'Connor", "Ines Carvalho", "Dritan Hasa", "Claire Dubois"];

    public static async Task FillAsync(HotelDb db, IEnumerable<Property> hotels, Instant now, CancellationToken cancel)
    {
        foreach (var hotel in hotels)
        {
            var today = hotel.Today(now);
            var types = await db.RoomTypes.Where(type => type.PropertyId == hotel.Id).OrderBy(type => type.Id).ToListAsync(cancel);
            foreach (var (type, share) in types.Zip([58, 52, 45, 40]))
                for (var i = -2; i < HouseDays; i++)
                {
                    var night = today.PlusDays(i);
                    var weekday = night.DayOfWeek is IsoDayOfWeek.Friday or IsoDayOfWeek.Saturday ? -14 : 0;
                    db.HouseNights.Add(new HouseNight(type.Id, night, new HouseFacts(type.Physical, type.Physical / 40, type.Physical * (share + weekday + (i * 7 % 11)) / 100)));
                }

            foreach (var booking in await db.Bookings.Include(booking => booking.Functions).Where(booking => booking.PropertyId == hotel.Id).ToListAsync(cancel))
                if (Block(booking, hotel, types, today) is { } block)
                {
                    db.Blocks.Add(block);
                    db.Note(Actor.Clock, now, nameof(Booking), booking.Id, "keep bedrooms", to: $"{block.Held} room nights");
                }

            await db.SaveChangesAsync(cancel);
            foreach (var night in db.ChangeTracker.Entries<HouseNight>().ToList()) night.State = EntityState.Detached;
        }
    }

    private static RoomBlock? Block(Booking booking, Property hotel, List<RoomType> types, LocalDate today) => booking.Name switch
    {
        "Leadership training" => Filling(booking, hotel, types, today),
        "Quarterly review" => Option(booking, hotel, types, today),
        "Annual meeting" => Unused(booking, hotel, types, today),
        _ => null,
    };

    private static RoomBlock Filling(Booking booking, Property hotel, List<RoomType> types, LocalDate today)
    {
        var made = today.PlusDays(-48);
        var stay = EventNights.Of(booking.Functions)!;
        var block = new RoomBlock(hotel.Id, booking.Id, made);
        var nights = Enumerable.Range(-1, Period.DaysBetween(stay.First, stay.Last) + 2).Select(stay.First.PlusDays).ToList();
        block.Agree(new(0.20m, 0.80m, AttritionBasis.Cumulative, 40), "40:10; 20:45; 10:80; 0:100");
        block.Contract([.. nights.Select(night => Night(types[0], night, night < stay.First ? 8 : 14, 112m, hotel)), .. nights.Skip(1).Select(night => Night(types[1], night, 4, 138m, hotel))], terms: null, (_, _) => 100, made);
        block.Date(today.PlusDays(2), today.PlusDays(1), [today.PlusDays(-20), today], null, made);
        foreach (var (day, taken) in new[] { (-40, 2), (-30, 5), (-21, 7), (-12, 11), (-4, 12) })
            foreach (var night in nights.Skip(1)) block.PickUp(types[0], night, taken, today.PlusDays(day));
        block.PickUp(types[0], nights[0], 5, today.PlusDays(-4));
        foreach (var (guest, i) in Guests.Select((guest, i) => (guest, i)))
            block.Name(new GuestFacts(guest, types[i < 3 ? 1 : 0].Id, stay.First, stay.Last.PlusDays(1), $"LT-{i + 101}", "", i == 4 ? "Arrives after midnight" : ""), _ => "", today.PlusDays(-2));
        return block;
    }

    private static RoomBlock Option(Booking booking, Property hotel, List<RoomType> types, LocalDate today)
    {
        var stay = EventNights.Of(booking.Functions)!;
        var block = new RoomBlock(hotel.Id, booking.Id, today.PlusDays(-6));
        foreach (var night in new[] { stay.First.PlusDays(-1), stay.First })
        {
            var line = block.Keep(types[1], night, Occupancy.Single, night == stay.First ? 12 : 6, 100, WhenShort.Refuse, stay);
            block.Price(line, new RateAnswer(Money.Of(142m, hotel.Currency), null, null, [new("BAR of the night", 142m)]), null, null, hotel.Currency);
        }

        return block;
    }

    private static RoomBlock Unused(Booking booking, Property hotel, List<RoomType> types, LocalDate today)
    {
        var (made, first) = (today.PlusDays(-60), EventNights.Of(booking.Functions)!.First.PlusDays(-1));
        var block = new RoomBlock(hotel.Id, booking.Id, made);
        int[] rooms = [20, 50, 20], used = [10, 45, 14];
        block.Agree(new(0.20m, 0.75m, AttritionBasis.PerNight, 40), "");
        block.Contract([.. rooms.Select((number, i) => Night(types[0], first.PlusDays(i), number, 150m, hotel))], terms: null, (_, _) => 100, made);
        block.Date(first.PlusDays(-30), first.PlusDays(-14), [], null, made);
        for (var i = 0; i < rooms.Length; i++) block.PickUp(types[0], first.PlusDays(i), used[i] / 2, first.PlusDays(-45));
        for (var i = 0; i < rooms.Length; i++) block.PickUp(types[0], first.PlusDays(i), used[i], first.PlusDays(-33));
        block.Release(first.PlusDays(-29));
        return block;
    }

    private static ContractedNight Night(RoomType type, LocalDate night, int rooms, decimal rate, Property hotel) =>
        new(type.Id, night, Occupancy.Single, rooms, Money.Of(rate, hotel.Currency), [new("Rate of the contract", rate)]);
}
