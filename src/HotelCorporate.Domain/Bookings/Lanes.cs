using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Domain.Bookings;

/// <summary>Finds the lanes that a function may take: on each of its atoms the lowest that is free for the whole occupation.</summary>
public static class Lanes
{
    /// <param name="exclusive">It shares with nobody: it takes every lane of each atom.</param>
    /// <returns>A lane per atom (every lane for an exclusive use), or null when an atom has none free.</returns>
    public static IReadOnlyList<(Atom Atom, int Lane)>? Free(IReadOnlyList<Atom> atoms, Occupation wanted, IEnumerable<Hold> firm, bool exclusive = false)
    {
        var overlapping = firm.Where(hold => hold.Occupation.Overlaps(wanted)).ToList();
        var taken = new List<(Atom, int)>(atoms.Count);
        foreach (var atom in atoms)
        {
            if (exclusive)
            {
                if (overlapping.Exists(hold => hold.AtomId == atom.Id)) return null;
                taken.AddRange(Enumerable.Range(0, atom.Lanes).Select(lane => (atom, lane)));
                continue;
            }

            var lane = Enumerable.Range(0, atom.Lanes).FirstOrDefault(
                lane => !overlapping.Exists(hold => hold.AtomId == atom.Id && hold.Lane == lane), -1);
            if (lane < 0) return null;
            taken.Add((atom, lane));
        }

        return taken;
    }
}
