using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <content>The client took an offer: its programme becomes the booking's (domain section 10).</content>
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

    /// <summary>What the packages of the main offer bring, such as a dinner, comes into the booking and takes its room like the rest. What has no room then is told to the owner: the client's acceptance does not fail by it.</summary>
    private async Task BringAsync(Booking booking, Quote quote, Property property, Rooms rooms, Actor actor, CancellationToken cancel)
    {
        var made = new List<Function>();
        foreach (var planned in quote.Programme.Where(planned => planned.FunctionId is null && !booking.Functions.Any(function => !function.IsCancelled && function.Start.Date == planned.Start.Date && string.Equals(function.Name, planned.Name, StringComparison.OrdinalIgnoreCase))))
        {
            var function = FunctionOf(planned, property);
            if (await HasRoomAsync(booking, function, rooms, cancel))
            {
                booking.Add(function, booking.Holds ? await NextPlaceAsync(rooms, cancel) : null);
                made.Add(function);
            }
            else await TellAsync(booking, $"{planned.Name} on {planned.Start.Date} comes with the package of {quote.Number} and has no room then. Find it one.", cancel);
        }

        if (made.Count == 0) return;
        await db.SaveChangesAsync(cancel);
        var names = await DeskQueries.SpaceNamesAsync(db, made.Select(function => function.SpaceId), cancel);
        foreach (var function in made) db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), booking.Id, "add function", to: Where(function, names), why: $"{quote.Number} / {quote.Revision}");
        if (booking.Holds) await TakeRoomsAsync(booking, rooms, everyRoomMustBeFree: false, cancel);
    }

    /// <summary>Whether the function can come in: its room takes so many, nothing else of the booking is there, and where the booking is definite already the room is free.</summary>
    private async Task<bool> HasRoomAsync(Booking booking, Function function, Rooms rooms, CancellationToken cancel)
    {
        if (function.SpaceId is not { } space) return !booking.Holds;
        if ((await DeskQueries.SpacesAsync(db, [space], cancel))[space].WhyNot(function.Expected, function.Style) is not null) return false;
        var atoms = rooms.Of(function);
        if (booking.Functions.Any(other => other is { IsCancelled: false, SpaceId: not null } && other.Occupation.Overlaps(function.Occupation) && rooms.Of(other).Any(atom => atoms.Any(own => own.Id == atom.Id)))) return false;
        return booking.Status is not (BookingStatus.Definite or BookingStatus.Actual) || Lanes.Free(atoms, function.Occupation, await FirmAroundAsync([function], rooms, cancel), function.IsExclusive) is not null;
    }
}
