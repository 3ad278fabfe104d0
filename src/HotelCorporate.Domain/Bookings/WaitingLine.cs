using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Domain.Bookings;

/// <summary>Who stands in line for a room, and who gets it when it comes free. Pure: what is held is passed in.</summary>
public static class WaitingLine
{
    /// <summary>Tries those that wait in their order; each whose whole occupation is now free becomes firm.</summary>
    /// <param name="firm">The firm holds that could be in the way; what is given out is added to them.</param>
    /// <returns>Those that became firm, in the order in which they did.</returns>
    public static IReadOnlyList<Function> Promote(IEnumerable<Function> waiting, Func<Function, IReadOnlyList<Atom>> atomsOf, ICollection<Hold> firm)
    {
        List<Function> promoted = [];
        foreach (var function in waiting.Where(function => function.IsWaiting).OrderBy(function => function.QueuedAs).ThenBy(function => function.Id))
        {
            if (Lanes.Free(atomsOf(function), function.Occupation, firm, function.IsExclusive) is not { } free) continue;
            foreach (var (atom, lane) in free)
                firm.Add(new Hold(function.BookingId, function.Id, atom.Id, lane, function.OccupiedFrom, function.OccupiedUntil));
            function.Promote();
            promoted.Add(function);
        }

        return promoted;
    }

    /// <summary>1 when firm; else 2 and the earlier waiting functions of other bookings that overlap it on an atom; none when it asks for nothing.</summary>
    public static int? Rank(Function function, IEnumerable<Function> waiting, Func<Function, IReadOnlyList<Atom>> atomsOf)
    {
        if (function.IsFirm) return 1;
        if (!function.IsWaiting) return null;
        var own = atomsOf(function).Select(atom => atom.Id).ToHashSet();
        return 2 + waiting.Count(other =>
            other.BookingId != function.BookingId && other.IsWaiting && other.QueuedAs < function.QueuedAs
            && other.Occupation.Overlaps(function.Occupation) && atomsOf(other).Any(atom => own.Contains(atom.Id)));
    }
}
