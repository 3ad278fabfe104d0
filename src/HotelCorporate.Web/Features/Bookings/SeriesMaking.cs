using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Bookings;

/// <summary>Bookings that repeat.</summary>
public sealed class SeriesMaking(HotelDb db, BookingMoves moves, IClock clock)
{
    /// <summary>The days that a form asks for, each with what is in the way of the booking's rooms on it.</summary>
    /// <exception cref="HouseRuleException">The booking is longer than the interval, the end is too early or too late.</exception>
    public async Task<IReadOnlyList<SeriesPage.Day>> DaysAsync(Booking booking, SeriesForm form, CancellationToken cancel)
    {
        if (booking is not { FirstOn: { } first, LastDay: { } last }) throw new HouseRuleException("It has no function yet: there is nothing to repeat.");
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        var holidays = (await db.Holidays.AsNoTracking().Where(holiday => holiday.PropertyId == property.Id).ToListAsync(cancel)).GroupBy(holiday => holiday.On).ToDictionary(group => group.Key, group => group.First().Name);
        var planned = BookingSeries.Days(form.Step, form.Every, first, Period.DaysBetween(first, last) + 1, form.Until!.Value, holidays);
        var days = new List<SeriesPage.Day>();
        foreach (var day in planned)
        {
            IReadOnlyList<string> taken;
            try
            {
                var copy = booking.CopyBy(Period.DaysBetween(first, day.Day), null, property.Zone, clock.GetCurrentInstant());
                taken = [.. (await moves.ObstaclesAsync(copy, cancel)).Select(Words.Here.Say)];
            }
            catch (HouseRuleException refusal)
            {
                taken = [Words.Here.Say(refusal.Sentence)]; // the clock skips its time on that day
            }

            days.Add(new(day.Day, day.Holiday, taken));
        }

        return days;
    }

    /// <summary>Makes a booking for each chosen day; together with the first they are the series.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> MakeAsync(Booking first, SeriesForm form, Actor actor, CancellationToken cancel)
    {
        if (first.SeriesId is not null) throw new HouseRuleException("This booking belongs to a series already. Let it leave that one first.");
        var property = await DeskQueries.PropertyAsync(db, first.PropertyId, cancel);
        var made = new BookingSeries(first.PropertyId, form.Step, form.Every, first.FirstOn!.Value, form.Until!.Value);
        await using (var turn = await db.BeginWriteAsync(cancel))
        {
            db.Series.Add(made);
            await db.SaveChangesAsync(cancel);
            var own = await db.Bookings.SingleAsync(booking => booking.Id == first.Id, cancel);
            own.Join(made.Id, 1);
            db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), first.Id, "make series", to: $"{form.Days.Count + 1} bookings until {form.Until}");
            await db.SaveChangesAsync(cancel);
            await turn.CommitAsync(cancel);
        }

        var position = 1;
        foreach (var day in form.Days.Order())
        {
            var copy = first.CopyBy(Period.DaysBetween(first.FirstOn!.Value, day), actor.UserId, property.Zone, clock.GetCurrentInstant());
            copy.Join(made.Id, ++position);
            await moves.OpenAsync(copy, property, form.OptionOn, actor, _ => { }, cancel);
            db.ChangeTracker.Clear();
        }

        return form.Days.Count;
    }

    /// <summary>The bookings of a series that a change is for, and that can still be changed.</summary>
    public async Task<IReadOnlyList<Booking>> MeantAsync(Booking from, SeriesScope scope, CancellationToken cancel) =>
        [.. (await db.Bookings.AsNoTracking().Include(booking => booking.Functions)
            .Where(booking => scope == SeriesScope.One ? booking.Id == from.Id : booking.SeriesId == from.SeriesId && (scope == SeriesScope.All || booking.SeriesPosition >= from.SeriesPosition))
            .OrderBy(booking => booking.SeriesPosition).ToListAsync(cancel)).Where(booking => !booking.HasEnded && booking.Status is not (BookingStatus.Closed or BookingStatus.Actual))];
}
