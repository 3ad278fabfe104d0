using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <content>How an option runs, is prolonged, is challenged and ends by itself.</content>
public sealed partial class Booking
{
    /// <summary>The moment until which a promoted booking may sign, when that is later than its option date.</summary>
    public Instant? OptionEndsAt { get; private set; }

    /// <summary>The moment at which the option is lost unless the client has signed: another client is ready to. None while nobody is.</summary>
    public Instant? ChallengeEndsAt { get; private set; }

    /// <summary>How often the client prolonged the option by itself.</summary>
    public int Extensions { get; private set; }

    /// <summary>The option's day is over at the hotel, and so are the hours that a promotion gave; or a challenge was not answered.</summary>
    public bool HasLapsed(LocalDate today, Instant? now = null) =>
        Status == BookingStatus.Tentative && (ChallengeEndsAt <= now || (OptionOn < today && (OptionEndsAt is null || now is null || OptionEndsAt <= now)));

    /// <summary>Its first function has started (set-up does not count).</summary>
    public bool HasBegun(Instant now) => Live.Any(function => function.StartsAt <= now);

    /// <summary>The option is over: the booking is lost, and its rooms go to those that wait.</summary>
    /// <exception cref="HouseRuleException">It still runs.</exception>
    public void Lapse(LocalDate today, Instant now)
    {
        if (!HasLapsed(today, now)) throw new HouseRuleException("The option still runs.");
        Lose(new BookingEnd(today, ChallengeEndsAt <= now ? "did not sign when another client was ready to" : "option expired", LostReason.OptionExpired));
    }

    /// <summary>The house lets the option run longer, or shorter.</summary>
    /// <exception cref="HouseRuleException">The booking is not on option, the day is over, or another client is ready to sign.</exception>
    public void Prolong(LocalDate until, LocalDate today)
    {
        if (Status != BookingStatus.Tentative) throw new HouseRuleException($"This booking is {Status}: it has no option to prolong.");
        if (ChallengeEndsAt is not null) throw new HouseRuleException("Another client is ready to sign for these rooms: the option is not prolonged until that is settled.");
        if (until < today) throw new HouseRuleException("The option date is over. Choose today or a later day.") { Field = "optionOn" };
        OptionOn = until;
        Version++;
    }

    /// <summary>The client prolongs its own option, where the house allows it.</summary>
    /// <param name="most">How often a client may.</param>
    /// <param name="days">By how many days.</param>
    /// <param name="isAwaited">Others stand in line for its rooms.</param>
    public void Extend(int days, int most, bool isAwaited, LocalDate today)
    {
        if (WhyNotExtended(most, isAwaited) is { } refused) throw new HouseRuleException(refused);
        Prolong(LocalDate.Max(OptionOn!.Value, today).PlusDays(days), today);
        Extensions++;
    }

    /// <summary>Why the client may not prolong its option; null when it may.</summary>
    public Sentence? WhyNotExtended(int most, bool isAwaited)
    {
        if (Status != BookingStatus.Tentative) return $"This booking is {Status}: it has no option to prolong.";
        if (AcceptedBy is not null) return "The offer is accepted already: the option stands while the rest is settled.";
        if (ChallengeEndsAt is not null) return "Another client is ready to sign for these rooms: the option cannot be prolonged. Accept the offer in time, or give the option back.";
        if (isAwaited) return "Another client waits for these rooms: the option cannot be prolonged. Ask the hotel.";
        if (Extensions >= most) return "The option was prolonged before. Ask the hotel.";
        return null;
    }

    /// <summary>Another client would sign for its rooms: this one signs within some working hours or loses them.</summary>
    /// <exception cref="HouseRuleException">It is not an option that holds, has signed, or is challenged already.</exception>
    public void Challenged(Instant now, WorkingHours office, int hours)
    {
        if (hours is < 1 or > 400) throw new HouseRuleException("A challenge runs for 1 to 400 working hours.") { Field = "hours" };
        if (Status != BookingStatus.Tentative) throw new HouseRuleException($"{Reference} is {Status}. Only an option can be challenged: choose another room or time.");
        if (AcceptedBy is not null) throw new HouseRuleException($"{Reference} is signed and waits for something else. It cannot be challenged: choose another room or time.");
        if (ChallengeEndsAt is not null) throw new HouseRuleException($"{Reference} is challenged already. Wait for its answer.");
        ChallengeEndsAt = office.Plus(now, hours);
        Version++;
    }

    /// <summary>The challenge is over: it signed, or nobody waits any more.</summary>
    public void Unchallenge()
    {
        if (ChallengeEndsAt is null) return;
        ChallengeEndsAt = null;
        Version++;
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
