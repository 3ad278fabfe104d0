using HotelCorporate.Domain.Staff;
using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>A date that must be kept, and until when it is wanted.</summary>
/// <param name="Part">Which one, where a booking has several of a kind, from 1; otherwise 0.</param>
/// <param name="On">The hotel's day.</param>
/// <param name="At">The time of that day at which it is missed; none: when the day is over.</param>
public sealed record DeadlineWish(DeadlineKind Kind, int Part, LocalDate On, LocalTime? At = null)
{
    /// <summary>What is to be done.</summary>
    public Sentence Words
    {
        get
        {
            if (Kind == DeadlineKind.Deposit) return $"Deposit, part {Part}";
            return Kind switch
            {
                DeadlineKind.QuoteValid => "The offer ends",
                DeadlineKind.Option => "The option ends",
                DeadlineKind.Decision => "The client decides",
                DeadlineKind.BlockReview => "Review the bedrooms",
                DeadlineKind.CutOff => "Cut-off of the bedrooms",
                DeadlineKind.RoomingList => "Rooming list",
                DeadlineKind.MenuChoice => "Menu choice",
                DeadlineKind.Guarantee => "Final number of people",
                _ => "Signed function sheet",
            };
        }
    }
}

/// <summary>One date of a booking: who has to do something by when, and whether it was done. It is a task of the booking's owner.</summary>
public sealed class Deadline : DeskTask
{
    private Deadline() { }

    public Deadline(Booking booking, DeadlineWish wish, DeadlineClock clock, Instant now)
        : base(booking.PropertyId, booking.Id, wish.Words, wish.On, booking.OwnerId, now)
    {
        (Kind, Part) = (wish.Kind, wish.Part);
        Put(wish.On, wish.At, clock, now);
    }

    public DeadlineKind Kind { get; private set; }

    /// <summary>Which one of its kind, from 1; 0 where there is one alone.</summary>
    public int Part { get; private set; }

    /// <summary>The time of that day; none: the whole day is in.</summary>
    public LocalTime? At { get; private set; }

    /// <summary>The moment from which it is missed (domain section 3).</summary>
    public Instant DueAt { get; private set; }

    /// <summary>A person chose the day: no rule changes it, and moving the booking moves it along.</summary>
    public bool IsByHand { get; private set; }

    /// <summary>When the clock has to look at it next, to remind or to find it missed; none when it has no more to do.</summary>
    public Instant? WakesAt { get; private set; }

    public Instant? RemindedAt { get; private set; }

    public Instant? MissedAt { get; private set; }

    public bool IsMissed(Instant now) => IsOpen && DueAt <= now;

    /// <summary>Follows its rule to another day, and is open again when the facts had closed it.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Follow(DeadlineWish wish, DeadlineClock clock, Instant now)
    {
        if (DoneById is not null) return false;
        var (on, at) = IsByHand ? (DueOn, At) : (wish.On, wish.At);
        if (IsOpen && (on, at) == (DueOn, At)) return false;
        DoneAt = null;
        Put(on, at, clock, now);
        return true;
    }

    /// <summary>A person chooses another day.</summary>
    /// <exception cref="HouseRuleException">It is done, or the day is over.</exception>
    public void MoveTo(LocalDate on, DeadlineClock clock, Instant now)
    {
        if (!IsOpen) throw new HouseRuleException("This deadline is closed: there is nothing left to do.");
        if (on < now.InZone(clock.Zone).Date) throw new HouseRuleException("The day is over. Choose today or a later day.") { Field = "on" };
        IsByHand = true;
        Put(on, At, clock, now);
    }

    /// <summary>The event moves by some days, and a day that was set by hand with it.</summary>
    public void Shift(int days, DeadlineClock clock, Instant now)
    {
        if (IsByHand && IsOpen) Put(DueOn.PlusDays(days), At, clock, now);
    }

    public override void Finish(int? by, Instant at)
    {
        base.Finish(by, at);
        WakesAt = null;
    }

    /// <summary>What the clock has to do now; afterwards it sleeps until the next.</summary>
    public DeadlineWake Wake(Instant now)
    {
        if (!IsOpen || WakesAt is null || WakesAt > now) return DeadlineWake.Nothing;
        if (DueAt <= now)
        {
            (MissedAt, WakesAt) = (now, null);
            return DeadlineWake.Missed;
        }

        (RemindedAt, WakesAt) = (now, DueAt);
        return DeadlineWake.Remind;
    }

    private void Put(LocalDate on, LocalTime? at, DeadlineClock clock, Instant now)
    {
        (DueOn, At) = (on, at);
        DueAt = clock.MissedFrom(on, at);
        (MissedAt, RemindedAt) = (null, null);
        var reminder = clock.RemindAt(on, now);
        WakesAt = reminder > now && reminder < DueAt ? reminder : DueAt;
    }
}

/// <summary>What a deadline wants of the clock.</summary>
public enum DeadlineWake
{
    Nothing,

    /// <summary>It is near.</summary>
    Remind,

    /// <summary>It is over, and was not kept.</summary>
    Missed,
}

/// <summary>When a hotel's deadlines are missed, and when it reminds of them.</summary>
/// <param name="ReminderDays">Days before; one that is nearer than that when it is made reminds on the next morning.</param>
/// <param name="Morning">The time of the day at which reminders go.</param>
public sealed record DeadlineClock(DateTimeZone Zone, int ReminderDays, LocalTime Morning)
{
    /// <summary>A date alone is missed once the hotel's date is later; one with a time, at that time (domain section 3).</summary>
    public Instant MissedFrom(LocalDate on, LocalTime? at) =>
        at is { } time ? Zone.AtLeniently(on + time).ToInstant() : Zone.AtStartOfDay(on.PlusDays(1)).ToInstant();

    /// <summary>The morning on which a deadline is reminded of.</summary>
    public Instant RemindAt(LocalDate on, Instant now) =>
        Zone.AtLeniently(LocalDate.Max(on.PlusDays(-ReminderDays), now.InZone(Zone).Date.PlusDays(1)) + Morning).ToInstant();
}
