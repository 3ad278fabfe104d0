using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Seeing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <content>A new booking, on option at once when the client is on the phone and wants the rooms held.</content>
public sealed partial class BookingMoves
{
    /// <summary>Stores an inquiry; with an option date it holds its rooms, or queues for them, in the same transaction.</summary>
    /// <param name="numbered">Called when it has its number and before all is kept.</param>
    /// <exception cref="HouseRuleException">The option date is over, or a function has no room.</exception>
    /// <exception cref="RoomTakenException">Another booking took the room in the same moment.</exception>
    public async Task OpenAsync(Booking booking, Property property, LocalDate? optionOn, Actor actor, Action<Booking> numbered, CancellationToken cancel)
    {
        links.GetReady();
        using var work = Telemetry.Begin("booking move", Telemetry.Bookings, Telemetry.Tag("move", optionOn is null ? "inquire" : "option"));
        try
        {
            await StoreAsync(booking, property, optionOn, actor, numbered, cancel);
            work.About("booking", booking.Id);
            work.Outcome = "done";
        }
        catch (HouseRuleException)
        {
            work.Outcome = "refused";
            throw;
        }
        catch (DbUpdateException refusal) when (db.IsGuardRefusal(refusal))
        {
            work.Outcome = "refused";
            throw RoomTakenException.Meanwhile(refusal);
        }
    }

    private async Task StoreAsync(Booking booking, Property property, LocalDate? optionOn, Actor actor, Action<Booking> numbered, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var today = property.Today(now);
        var rooms = await RoomsAroundAsync(property.Id, [.. booking.Functions.Select(function => function.SpaceId).OfType<int>()], cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        if (optionOn is { } until)
        {
            await db.LockAtomsAsync(rooms.AtomIds, cancel);
            booking.Option(until, today, await NextPlaceAsync(rooms, cancel));
        }

        booking.Number(await db.NextBookingReferenceAsync(today.Year, cancel));
        db.Bookings.Add(booking);
        await db.SaveChangesAsync(cancel);
        numbered(booking);
        db.Note(actor, now, nameof(Booking), booking.Id, "inquire", to: nameof(BookingStatus.Inquiry));
        if (optionOn is not null)
        {
            await TakeRoomsAsync(booking, rooms, everyRoomMustBeFree: false, cancel);
            db.Note(actor, now, nameof(Booking), booking.Id, "option", nameof(BookingStatus.Inquiry), StatusAndOption(booking));
            await letters.HeldAsync(booking, cancel);
            deadlines.FollowFresh(booking, property);
        }

        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
    }
}
