using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Bookings;

/// <summary>The dates that a booking keeps: another day chosen by hand, done, or the day on which the client said that it would decide.</summary>
[Authorize(Policy = Policies.Events)]
[Route("bookings/{id:int}/dates")]
public sealed class BookingDatesController(HotelDb db, IClock clock) : BookingActions(db)
{
    [HttpPost("{deadlineId:int}/move")]
    public Task<IActionResult> MoveDate(int id, int deadlineId, LocalDate? on, CancellationToken cancel) => ChangeAsync(id, deadlineId, (deadline, zone, now) =>
    {
        if (deadline.Kind == DeadlineKind.Option) throw new HouseRuleException("Prolong the option instead: its client is told.");
        if (deadline.Kind == DeadlineKind.Deposit) throw new HouseRuleException("The contract says when the deposit is due.");
        var was = deadline.DueOn;
        deadline.MoveTo(on ?? throw new HouseRuleException("Type the new day.") { Field = "on" }, zone, now);
        Db.Note(Me, now, nameof(Booking), id, "move deadline", $"{deadline.Text}: {was}", $"{deadline.Text}: {deadline.DueOn}");
    }, cancel);

    [HttpPost("{deadlineId:int}/done")]
    public Task<IActionResult> Done(int id, int deadlineId, CancellationToken cancel) => ChangeAsync(id, deadlineId, (deadline, _, now) =>
    {
        if (deadline.Kind is DeadlineKind.Option or DeadlineKind.QuoteValid) throw new HouseRuleException("It is done once the client has accepted, or the day is over.");
        if (deadline.Kind == DeadlineKind.Deposit) throw new HouseRuleException("It is done once the money is recorded.");
        deadline.Finish(Me.UserId, now);
        Db.Note(Me, now, nameof(Booking), id, "deadline kept", to: deadline.Text);
    }, cancel);

    /// <summary>The day on which the client decides.</summary>
    [OncePerForm]
    [HttpPost("decision")]
    public Task<IActionResult> Decision(int id, LocalDate? on, CancellationToken cancel) => MoveAsync(id, async () =>
    {
        var booking = await Db.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == id, cancel);
        var property = await DeskQueries.PropertyAsync(Db, booking.PropertyId, cancel);
        var now = clock.GetCurrentInstant();
        if (on is not { } day) throw new HouseRuleException("Type the day on which the client decides.") { Field = "on" };
        if (!booking.May(BookingStatus.Definite)) throw new HouseRuleException($"This booking is {booking.Status}: there is nothing left to decide.");
        var row = await Db.Deadlines.SingleOrDefaultAsync(row => row.BookingId == id && row.Kind == DeadlineKind.Decision && row.DoneAt == null, cancel);
        if (row is null) Db.Tasks.Add(row = new Deadline(booking, new DeadlineWish(DeadlineKind.Decision, 0, day), property.Deadlines, now));
        row.MoveTo(day, property.Deadlines, now);
        Db.Note(Me, now, nameof(Booking), id, "client decides", to: $"{day}");
        await Db.SaveChangesAsync(cancel);
    }, cancel);

    private Task<IActionResult> ChangeAsync(int id, int deadlineId, Action<Deadline, DeadlineClock, Instant> change, CancellationToken cancel) => MoveAsync(id, async () =>
    {
        var row = await Db.Deadlines.SingleOrDefaultAsync(row => row.Id == deadlineId && row.BookingId == id, cancel) ?? throw new HouseRuleException("This deadline is no longer there.");
        var property = await DeskQueries.PropertyAsync(Db, row.PropertyId, cancel);
        change(row, property.Deadlines, clock.GetCurrentInstant());
        await Db.SaveChangesAsync(cancel);
    }, cancel);
}
