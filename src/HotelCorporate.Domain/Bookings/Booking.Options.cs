using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <content>How an option ends by itself.</content>
public sealed partial class Booking
{
    /// <summary>The moment until which a promoted booking may sign, when that is later than its option date.</summary>
    public Instant? OptionEndsAt { get; private set; }

    /// <summary>The option's day is over at the hotel, and so are the hours that a promotion gave.</summary>
    public bool HasLapsed(LocalDate today, Instant? now = null) =>
        Status == BookingStatus.Tentative && OptionOn < today && (OptionEndsAt is null || now is null || OptionEndsAt <= now);

    /// <summary>Its first function has started (set-up does not count).</summary>
    public bool HasBegun(Instant now) => Live.Any(function => function.StartsAt <= now);

    /// <summary>The option is over: the booking is lost, and its rooms go to those that wait.</summary>
    /// <exception cref="HouseRuleException">It still runs.</exception>
    public void Lapse(LocalDate today, Instant now)
    {
        if (!HasLapsed(today, now)) throw new HouseRuleException("The option still runs.");
        Lose(new BookingEnd(today, "option expired", LostReason.OptionExpired));
    }

    /// <summary>A manager takes its room for another booking: it goes to the head of the line.</summary>
    /// <param name="place">Lower than any other in the line.</param>
    /// <exception cref="HouseRuleException">Only an option can be displaced.</exception>
    public void Displace(int functionId, long place)
    {
        if (Status != BookingStatus.Tentative) throw new HouseRuleException($"{Reference} is {Status}. Only an option can be displaced: choose another room or time.");
        _functions.Single(function => function.Id == functionId).Displace(place);
        Version++;
    }

    /// <summary>A waiting function became firm. With the last one the client gets time to sign.</summary>
    /// <param name="hours">Working hours: the hotel's setting.</param>
    public void Promoted(Instant now, WorkingHours office, int hours)
    {
        if (Status == BookingStatus.Tentative && !_functions.Exists(function => function.IsWaiting)) OptionEndsAt = office.Plus(now, hours);
        Version++;
    }
}
