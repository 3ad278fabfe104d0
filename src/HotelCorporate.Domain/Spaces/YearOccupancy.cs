using NodaTime;

namespace HotelCorporate.Domain.Spaces;

/// <summary>How much of a house is held, day by day of a year: of the hours from 6 to 24 on the hotel's wall of its atoms, the part that is held, set-up and clearing included. A lane of a shareable atom counts for its part.</summary>
public sealed class YearOccupancy
{
    private static readonly LocalTime Opens = new(6, 0);

    private readonly LocalDate _first;
    private readonly long[] _opens, _closes;
    private readonly Dictionary<int, (int Lanes, long[] Held)> _atoms;

    /// <param name="lanes">Each atom, and how many groups share it at once.</param>
    public YearOccupancy(int year, DateTimeZone zone, IEnumerable<KeyValuePair<int, int>> lanes)
    {
        _first = new LocalDate(year, 1, 1);
        var days = CalendarSystem.Iso.GetDaysInYear(year);
        _opens = [.. Enumerable.Range(0, days).Select(day => _first.PlusDays(day).At(Opens).InZoneLeniently(zone).ToInstant().ToUnixTimeTicks())];
        _closes = [.. Enumerable.Range(1, days).Select(day => _first.PlusDays(day).AtStartOfDayInZone(zone).ToInstant().ToUnixTimeTicks())];
        _atoms = lanes.ToDictionary(atom => atom.Key, atom => (atom.Value, new long[days]));
    }

    public int Year => _first.Year;

    /// <summary>Counts what is held of an atom in one of its lanes; an atom that was not named is passed over.</summary>
    /// <param name="until">The moment itself is free again.</param>
    public void Add(int atomId, Instant from, Instant until)
    {
        if (!_atoms.TryGetValue(atomId, out var atom)) return;
        var (starts, ends) = (from.ToUnixTimeTicks(), until.ToUnixTimeTicks());
        var day = Array.BinarySearch(_closes, starts) is var found && found >= 0 ? found + 1 : ~found;
        for (; day < _opens.Length && _opens[day] < ends; day++)
            atom.Held[day] += Math.Max(0, Math.Min(ends, _closes[day]) - Math.Max(starts, _opens[day]));
    }

    /// <summary>0 to 1, of the whole house.</summary>
    public decimal OnDay(LocalDate day) => Share(_atoms.Keys, day, day.PlusDays(1));

    /// <summary>0 to 1, of the whole house.</summary>
    public decimal InMonth(int month) => InMonth(_atoms.Keys, month);

    /// <summary>0 to 1, of these atoms: a combination has the mean of its rooms.</summary>
    public decimal InMonth(IEnumerable<int> atomIds, int month) => Share(atomIds, new LocalDate(Year, month, 1), new LocalDate(Year, month, 1).PlusMonths(1));

    /// <summary>0 to 1, of the whole house.</summary>
    public decimal InYear() => InYear(_atoms.Keys);

    /// <summary>0 to 1, of these atoms.</summary>
    public decimal InYear(IEnumerable<int> atomIds) => Share(atomIds, _first, _first.PlusYears(1));

    private decimal Share(IEnumerable<int> atomIds, LocalDate from, LocalDate end)
    {
        var (first, last) = (Period.DaysBetween(_first, from), Period.DaysBetween(_first, end));
        var (held, atoms) = (0m, 0);
        foreach (var (lanes, ticks) in atomIds.Select(id => _atoms[id]))
        {
            var ofAtom = 0L;
            for (var day = first; day < last; day++) ofAtom += ticks[day];
            (held, atoms) = (held + ((decimal)ofAtom / lanes), atoms + 1);
        }

        var open = 0L;
        for (var day = first; day < last; day++) open += _closes[day] - _opens[day];
        return atoms == 0 ? 0 : held / open / atoms;
    }
}
