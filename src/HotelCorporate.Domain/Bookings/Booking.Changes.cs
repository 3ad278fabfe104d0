using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <content>What changes a booking as a whole: a copy, another day, one function less, opened again.</content>
public sealed partial class Booking
{
    /// <summary>Days that a booking moves by at most, either way.</summary>
    public const int MostDays = 1100;

    /// <summary>The series that it belongs to; none for a booking of its own.</summary>
    public int? SeriesId { get; private set; }

    /// <summary>Which one of its series it is, from 1.</summary>
    public int SeriesPosition { get; private set; }

    /// <summary>The last day on which anything of it takes place.</summary>
    public LocalDate? LastDay => Live.Select(function => (LocalDate?)function.End.PlusMinutes(-1).Date).Max();

    /// <summary>The same event for the same company, some days later: an inquiry of its own, with its functions in the same rooms.</summary>
    /// <exception cref="HouseRuleException">The clock skips one of its times on the new day.</exception>
    public Booking CopyBy(int days, int? ownerId, DateTimeZone zone, Instant now)
    {
        RefuseTooFar(days);
        var copy = Inquire(PropertyId, AccountId, "", Name, ownerId, now);
        foreach (var function in Live) copy.Add(function.CopyBy(days, zone), function.Use, place: null);
        return copy;
    }

    /// <summary>Makes it one of a series.</summary>
    public void Join(int seriesId, int position) => (SeriesId, SeriesPosition) = (seriesId, position);

    /// <summary>It goes its own way from now on: changes of the series leave it alone.</summary>
    public void LeaveSeries()
    {
        if (SeriesId is null) return;
        (SeriesId, SeriesPosition) = (null, 0);
        Version++;
    }

    /// <summary>The moves that bring every function some days on, at the same time of day.</summary>
    public IReadOnlyList<FunctionMove> MovesBy(int days)
    {
        RefuseTooFar(days);
        if (HasEnded || Status == BookingStatus.Closed) throw new HouseRuleException($"This booking is {Status}: its functions stay where they are. Copy it to a new one to plan again.");
        if (Status == BookingStatus.Actual) throw new HouseRuleException("The event has begun. Only its functions to come can be moved, one by one.");
        if (Live.FirstOrDefault(function => function.SpaceId is null) is { } homeless) throw new HouseRuleException($"Choose a room for {homeless.Name} first: find a space that fits.");
        return [.. Live.Select(function => new FunctionMove(function.Id, function.SpaceId!.Value, function.Start.PlusDays(days), function.End.PlusDays(days)))];
    }

    /// <summary>One function of many does not take place; what it held is free.</summary>
    /// <exception cref="HouseRuleException">It is the last one, has begun, or the booking has ended.</exception>
    public Function CancelFunction(int functionId, string reason, Instant now)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new HouseRuleException("Say why: the reason stays with the booking.") { Field = "reason" };
        if (reason.Length > 200) throw new HouseRuleException("The reason has 200 characters at most.") { Field = "reason" };
        if (HasEnded || Status == BookingStatus.Closed) throw new HouseRuleException($"This booking is {Status}: its functions stay as they are.");
        var function = Find(functionId);
        if (function.IsCancelled) throw new HouseRuleException($"{function.Name} is cancelled.");
        if (function.StartsAt <= now) throw new HouseRuleException($"{function.Name} has begun. Enter how many people came instead.");
        if (Live.Count() == 1) throw new HouseRuleException("It is the only function. Cancel the whole booking instead.");
        function.Cancel(reason);
        Arrange();
        Version++;
        return function;
    }

    /// <summary>An administrator opens what had ended: it is an inquiry again, or quoted where an offer was made, and goes on from there by its own verbs.</summary>
    /// <exception cref="HouseRuleException">It has not ended, or nobody says why.</exception>
    public void Reopen(bool wasQuoted, string reason)
    {
        if (!HasEnded) throw new HouseRuleException($"This booking is {Status}: it has not ended.");
        if (string.IsNullOrWhiteSpace(reason)) throw new HouseRuleException("Say why: the reason stays with the booking.") { Field = "reason" };
        Status = wasQuoted ? BookingStatus.Quoted : BookingStatus.Inquiry;
        (LostFor, Competitor, EndComment, EndedOn) = (null, null, null, null);
        (OptionOn, OptionEndsAt, ChallengeEndsAt, Extensions) = (null, null, null, 0);
        Version++;
    }

    /// <summary>The deadline is over and the client said nothing: what is expected is guaranteed (domain section 8).</summary>
    /// <returns>The functions whose number became final.</returns>
    public IReadOnlyList<Function> GuaranteeExpected()
    {
        if (Status != BookingStatus.Definite) return [];
        var silent = Live.Where(function => function.Guaranteed is null).ToList();
        silent.ForEach(function => function.Guarantee(function.Expected, deadlineIsOver: false));
        if (silent.Count > 0) Version++;
        return silent;
    }

    private static void RefuseTooFar(int days)
    {
        if (days is 0 or < -MostDays or > MostDays) throw new HouseRuleException($"Move by 1 to {MostDays} days, forward or back.") { Field = "days" };
    }
}
