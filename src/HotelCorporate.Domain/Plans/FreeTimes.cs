using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Plans;

/// <summary>A firm hold of an atom's lane, without whom it is for: a year of them is read at once.</summary>
public readonly record struct TakenLane(int AtomId, int Lane, Instant From, Instant Until);

/// <summary>Says in a few steps whether an atom is free for a time, however much is booked.</summary>
public sealed class FreeTimes
{
    private readonly Dictionary<int, List<LaneTimes>> _byAtom = [];

    public FreeTimes(IEnumerable<TakenLane> taken)
    {
        foreach (var lane in taken.GroupBy(hold => (hold.AtomId, hold.Lane)))
        {
            if (!_byAtom.TryGetValue(lane.Key.AtomId, out var lanes)) _byAtom[lane.Key.AtomId] = lanes = [];
            lanes.Add(new LaneTimes(lane));
        }
    }

    /// <summary>Whether a lane of it (every lane for an exclusive use) is free from set-up to cleared.</summary>
    public bool IsFree(Atom atom, int atomId, Occupation wanted, bool exclusive)
    {
        if (!_byAtom.TryGetValue(atomId, out var lanes)) return true;
        var used = 0;
        foreach (var lane in lanes) if (lane.Overlap(wanted)) used++;
        return exclusive ? used == 0 : used < atom.Lanes;
    }

    /// <summary>The holds of one lane by their start, each with the latest end so far: one look finds whether any of them overlaps.</summary>
    private sealed class LaneTimes
    {
        private readonly Instant[] _from;
        private readonly Instant[] _latest;

        public LaneTimes(IEnumerable<TakenLane> holds)
        {
            var sorted = holds.OrderBy(hold => hold.From).ToArray();
            _from = Array.ConvertAll(sorted, hold => hold.From);
            _latest = Array.ConvertAll(sorted, hold => hold.Until);
            for (var i = 1; i < _latest.Length; i++) if (_latest[i] < _latest[i - 1]) _latest[i] = _latest[i - 1];
        }

        public bool Overlap(Occupation wanted)
        {
            var at = Array.BinarySearch(_from, wanted.Until);
            if (at < 0) at = ~at;
            while (at > 0 && _from[at - 1] >= wanted.Until) at--;
            return at > 0 && _latest[at - 1] > wanted.From;
        }
    }
}
