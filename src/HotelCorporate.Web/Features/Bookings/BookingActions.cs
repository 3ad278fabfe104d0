using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Features.Bookings;

/// <summary>What all that is done on a booking's page shares: afterwards the page is shown, with what was refused and why.</summary>
public abstract class BookingActions(HotelDb db) : HotelController
{
    private const string Shown = "~/Features/Bookings/Details.cshtml";

    protected HotelDb Db { get; } = db;

    protected BookingReading Reading => ActivatorUtilities.CreateInstance<BookingReading>(HttpContext.RequestServices);

    /// <summary>Does the move; a refusal is shown on the booking's page with its reason (422), a room that is taken with who has it (409).</summary>
    protected async Task<IActionResult> MoveAsync(int id, Func<Task> move, CancellationToken cancel)
    {
        if (!await Db.Bookings.AnyAsync(booking => booking.Id == id, cancel)) return NotFound();
        IReadOnlyList<Sentence> inTheWay = [];
        var status = StatusCodes.Status422UnprocessableEntity;
        if (ModelState.IsValid)
        {
            try
            {
                await move();
                return LocalRedirect($"/bookings/{id}");
            }
            catch (HouseRuleException refusal)
            {
                Refuse("", refusal);
            }
            catch (RoomTakenException taken)
            {
                Refuse("", taken.Sentence);
                status = StatusCodes.Status409Conflict;
            }
            catch (BookingStaysException stays)
            {
                Refuse("", "Nothing was moved. This is in the way:");
                (inTheWay, status) = (stays.InTheWay, StatusCodes.Status409Conflict);
            }

            Db.ChangeTracker.Clear();
        }

        Response.StatusCode = status;
        return View(Shown, await Reading.ReadAsync(id, cancel) is { } page ? page with { InTheWay = inTheWay } : null);
    }
}
