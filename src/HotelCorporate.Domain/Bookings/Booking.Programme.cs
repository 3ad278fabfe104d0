using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <content>Where its functions are, and when: moved in the diary while the booking lives.</content>
public sealed partial class Booking
{
    /// <summary>Moves functions to other rooms or times, all or none. What held its room gives it up; the caller tries the new one.</summary>
    /// <param name="timesFor">The hotel's minutes for a style, for a function that is set in another one.</param>
    /// <param name="place">The next place in the line of the new rooms.</param>
    /// <returns>Those that take other rooms or times than before: with a 24-hour hold also a neighbour of what moved.</returns>
    /// <exception cref="HouseRuleException">The booking has ended, a function has begun, the new time is over, or two functions would meet.</exception>
    public IReadOnlyList<Function> Rearrange(IReadOnlyCollection<FunctionMove> moves, Func<SetupStyle, SetupTimes> timesFor, long place, DateTimeZone zone, Instant now)
    {
        if (Status is BookingStatus.TurnedDown or BookingStatus.Lost or BookingStatus.Cancelled or BookingStatus.Closed)
            throw new HouseRuleException($"This booking is {Status}: its functions stay where they are. Copy it to a new one to plan again.");
        var before = Live.ToDictionary(function => function.Id, function => function.Taken);
        var moved = new List<Function>();
        foreach (var move in moves)
        {
            var function = Find(move.FunctionId);
            if (function.IsCancelled) throw new HouseRuleException($"{function.Name} is cancelled.");
            var hasBegun = function.StartsAt <= now;
            if (hasBegun && (move.SpaceId != function.SpaceId || move.Start != function.Start)) throw new HouseRuleException($"{function.Name} has begun. Only its end can be changed.");
            function.Move(move, timesFor(move.Style ?? function.Style), zone);
            if (!hasBegun && function.StartsAt < now) throw new HouseRuleException($"{function.Name} would start in the past. Choose a time to come.");
            if (hasBegun && function.EndsAt <= now) throw new HouseRuleException($"{function.Name} would have ended already. Choose an end to come.");
            moved.Add(function);
        }

        Arrange();
        foreach (var function in moved) RefuseToMeetItself(function);
        var changed = Live.Where(function => before[function.Id] != function.Taken).ToList();
        if (Holds) changed.ForEach(function => function.Requeue(place, before[function.Id]));
        Version++;
        return changed;
    }

    /// <summary>Other functions take the place of all that it has: the client chose another alternative of the offer. What they held is given up; the caller tries the new ones.</summary>
    /// <param name="planned">The new ones, each with its key in the offer.</param>
    /// <param name="why">Stays with those that do not take place.</param>
    /// <param name="place">The next place in the line of the new rooms.</param>
    /// <exception cref="HouseRuleException">Two of the new ones would meet.</exception>
    public IReadOnlyDictionary<int, Function> Replace(IEnumerable<(int Key, Function Function)> planned, string why, long place)
    {
        foreach (var function in Live.ToList()) function.Cancel(why);
        var made = planned.ToDictionary(pair => pair.Key, pair => pair.Function);
        foreach (var function in made.Values)
        {
            if (Holds && function.SpaceId is not null) function.Queue(place);
            _functions.Add(function);
        }

        Arrange();
        foreach (var function in made.Values) RefuseToMeetItself(function);
        Version++;
        return made;
    }

    /// <summary>The back-up rooms of what has begun are free again.</summary>
    /// <returns>The functions that gave one up.</returns>
    public IReadOnlyList<Function> ReleaseBackUps(Instant now)
    {
        var begun = Live.Where(function => function.HasBackUp && function.StartsAt <= now).ToList();
        begun.ForEach(function => function.ReleaseBackUp());
        if (begun.Count > 0) Version++;
        return begun;
    }

    private Function Find(int functionId) => _functions.Find(function => function.Id == functionId) ?? throw new HouseRuleException("This function is no longer there.");

    /// <summary>Joins sessions under a 24-hour hold: same room, same style, at most a day apart.</summary>
    private void Arrange()
    {
        FirstOn = Live.Min(function => (LocalDate?)function.Start.Date);
        foreach (var function in Live) function.Stand();
        foreach (var sessions in Live.Where(function => function is { KeepsSpace: true, SpaceId: not null }).GroupBy(function => (function.SpaceId, function.Style)))
        {
            Function? last = null;
            foreach (var session in sessions.OrderBy(function => function.StartsAt))
            {
                if (last is not null && KeptSpace.Joins(last.EndsAt, session.StartsAt)) last.JoinTo(session);
                last = session;
            }
        }
    }
}
