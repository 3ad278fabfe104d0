using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Domain.Bookings;

/// <summary>Finds the lanes that a function may take: on each of its atoms the lowest that is free for the whole occupation.</summary>
public static class Lanes
{
    /// <returns>A lane per atom, or null when an atom has none free.</returns>
    public static IReadOnlyList<(Atom Atom, int Lane)>? Free(IReadOnlyList<Atom> atoms, Occupation wanted, IEnumerable<Hold> firm)
    {
        var overlapping = firm.Where(hold => new Occupation(hold.From, hold.Until).Overlaps(wanted)).ToList();
        var taken = new List<(Atom, int)>(atoms.Count);
        foreach (var atom in atoms)
        {
            var lane = Enumerable.Range(0, atom.Lanes).FirstOrDefault(
                lane => !overlapping.Exists(hold => hold.AtomId == atom.Id && hold.Lane == lane), -1);
            if (lane < 0) return null;
            taken.Add((atom, lane));
        }

        return taken;
    }
}
