using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <content>The client took an alternative: its programme becomes the booking's (domain section 10).</content>
public sealed partial class BookingMoves
{
    /// <summary>The function that a planned one becomes, with the hotel's minutes for its style.</summary>
    /// <exception cref="HouseRuleException">The clock skips one of its times.</exception>
    public static Function FunctionOf(PlannedFunction planned, Property property) => Function.Plan(
        planned.Name, planned.SpaceId, planned.Style, planned.Start, planned.End, planned.People, property.Zone, property.TimesFor(planned.Style), planned.SecondStart, planned.SecondEnd);

    /// <summary>The booking's functions make room for those of the alternative, in the same transaction; what they leave goes to those who wait. The guards are checked on the new ones afterwards.</summary>
    private async Task ReplaceFunctionsAsync(Booking booking, Quote quote, Property property, Rooms rooms, Actor actor, CancellationToken cancel)
    {
        var old = booking.Functions.Where(function => !function.IsCancelled).Select(function => (int?)function.Id).ToList();
        var made = booking.Replace(quote.Programme.Select(planned => (planned.Key, FunctionOf(planned, property))), $"{quote.Number} / {quote.Revision} {quote.Letter}", await NextPlaceAsync(rooms, cancel));
        await db.Holds.Where(hold => old.Contains(hold.FunctionId)).ExecuteDeleteAsync(cancel);
        await db.SaveChangesAsync(cancel);
        quote.BelongTo(made.ToDictionary(pair => pair.Key, pair => pair.Value.Id));
        var names = await DeskQueries.SpaceNamesAsync(db, booking.Functions.Select(function => function.SpaceId), cancel);
        foreach (var function in made.Values) db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), booking.Id, "add function", to: Where(function, names), why: $"Alternative {quote.Letter}");
        if (booking.Holds) await TakeRoomsAsync(booking, rooms, everyRoomMustBeFree: false, cancel);
        await db.SaveChangesAsync(cancel);
        await PromoteAsync(booking, rooms, actor, cancel);
    }
}
