using BenchmarkDotNet.Attributes;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Plans;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Benchmarks;

/// <summary>Planning an event in 30 spaces with 400 functions a week, on one core; what is taken is read already.</summary>
[MemoryDiagnoser]
public class PlanBenchmarks
{
    private const int Rooms = 27;
    private static readonly LocalDate First = new(2027, 1, 1);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Tirane"];
    private readonly PlanPeriod _year = PlanPeriod.Of(First, First.PlusDays(364), PlanPeriod.EveryDay);
    private readonly TakenLane[] _taken = [.. Taken()];
    private readonly EventPlanning _four, _twelve;

    public PlanBenchmarks()
    {
        var house = new PlanHouse(Spaces(), [.. Enumerable.Range(1, Rooms - 1).Select(id => SpaceNeighbour.Of(id, id + 1))]);
        var free = new FreeTimes(_taken);
        _four = new EventPlanning(EventWish.Of([Function(0, 50), Function(1, 45), Function(1, 18), Function(2, 60)]), house, free, Zone);
        _twelve = new EventPlanning(EventWish.Of([.. Enumerable.Range(0, 12).Select(i => Function(i / 4, 20 + (3 * i)))]), house, free, Zone);
    }

    [Benchmark]
    public FreeTimes Sorting_a_year_of_holds() => new(_taken);

    [Benchmark]
    public int Windows_of_a_year_for_four_functions_on_three_days() => _four.Windows(_year).Count(window => window.Fits == true);

    [Benchmark]
    public int Windows_of_a_year_for_twelve_functions_on_three_days() => _twelve.Windows(_year).Count(window => window.Fits == true);

    [Benchmark]
    public int The_proven_plan_of_four_functions() => PlanSearch.Best(_four.At(First.PlusDays(67)), 3, int.MaxValue).Plans[0].Cost;

    private static WishedFunction Function(int day, int people) => new($"Function of {people}", day, new(9, 0), new(12, 0), people, SetupStyle.Theatre, new(45, 30));

    private static IEnumerable<TakenLane> Taken()
    {
        for (var n = 0; n < 400 * 52; n++)
        {
            var from = (First.PlusDays(n / 57) + new LocalTime(8 + (n % 4 * 3), 0)).InZoneLeniently(Zone).ToInstant();
            yield return new TakenLane(1 + (n / 4 * 7 % Rooms), 0, from, from + Duration.FromMinutes(150));
        }
    }

    private static List<Space> Spaces()
    {
        var atoms = Enumerable.Range(1, Rooms).Select(id => Numbered(new Atom { PropertyId = 1, Name = $"Room {id}" }, id)).ToList();
        return [.. Enumerable.Range(1, 30).Select(id => Space(id, id <= Rooms ? [atoms[id - 1]] : [.. atoms.Skip((id - Rooms - 1) * 3).Take(3)]))];
    }

    private static Space Space(int id, IReadOnlyList<Atom> atoms)
    {
        var space = Numbered(new Space { PropertyId = 1, Name = $"Space {id}", Floor = $"{id / 10}", Position = id }, id);
        space.Offer(new Capacity(SetupStyle.Theatre, 5, (25 + (3 * id)) * atoms.Count, (30 + (3 * id)) * atoms.Count));
        foreach (var atom in atoms)
        {
            space.Occupy(atom);
            typeof(SpaceAtom).GetProperty(nameof(SpaceAtom.AtomId))!.SetValue(space.Atoms[^1], atom.Id);
        }

        return space;
    }

    private static T Numbered<T>(T made, int id)
    {
        typeof(T).GetProperty("Id")!.SetValue(made, id);
        return made;
    }
}
