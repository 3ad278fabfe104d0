using CsCheck;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Spaces;
using NodaTime;
using static HotelCorporate.Domain.Tests.Resources.House;

namespace HotelCorporate.Domain.Tests.Resources;

/// <summary>People and tables in the minutes between functions (domain section 7).</summary>
public sealed class TurnRoundTests
{
    private static readonly Resource Banqueting = People(1, "Banqueting", 6, (SetupStyle.Theatre, 3), (SetupStyle.Banquet, 3));
    private static readonly Resource Rounds = Thing(2, "Round table", 34, (SetupStyle.Banquet, 10));
    private static readonly Occupation WholeDay = Span("0:00", "23:59");

    [Fact]
    public void Three_changes_between_17_and_18_need_9_people_6_are_there_and_40_rounds_34_owned()
    {
        var functions = new[]
        {
            Planned(1, "9:00", "17:00"), Planned(2, "9:00", "17:00"), Planned(3, "9:00", "17:00"),
            Planned(4, "18:00", "22:30", SetupStyle.Banquet, 180), Planned(5, "18:00", "22:30", SetupStyle.Banquet, 120), Planned(6, "18:00", "22:30", SetupStyle.Banquet, 100),
        };
        HeldFunction[] held = [.. functions.Select((function, i) => function.Held((i % 3) + 1))];
        var clash = Between(Clashes(held, []), "17:00");
        Assert.Equal((Span("17:00", "18:00"), 3), (clash.Time, clash.Changes));
        Assert.Equal([new TurnRoundLack(Banqueting, 9, 6), new TurnRoundLack(Rounds, 40, 34)], clash.Lacks);
        Assert.Equal([new TurnRoundLack(Rounds, 40, 34)], Between(Clashes(held, []), "18:00").Lacks); // the tables are short through the dinner
        Assert.Equal(3, TurnRounds.Changes(held).Count(change => change is { Before: not null, After: not null }));
    }

    [Fact]
    public void A_24_hour_hold_is_turned_only_before_and_after()
    {
        var (first, second) = (Planned(1, "9:00", "12:00"), Planned(2, "14:00", "17:00"));
        typeof(Function).GetProperty(nameof(Function.OccupiedUntil))!.SetValue(first, second.StartsAt);
        typeof(Function).GetProperty(nameof(Function.OccupiedFrom))!.SetValue(second, second.StartsAt);
        Assert.Equal([Span("8:30", "9:00"), Span("17:00", "17:30")], TurnRounds.Changes([first.Held(1), second.Held(1)]).Select(change => change.Time));
    }

    [Fact]
    public void Who_serves_one_function_does_not_turn_the_space_of_another()
    {
        var (lunch, dinner) = (Planned(1, "12:00", "18:00", SetupStyle.Reception), Planned(2, "17:00", "20:00", SetupStyle.Banquet));
        var waiters = ResourceNeed.Of(lunch, Banqueting, 4, null, null, Zone);
        var clash = Assert.Single(Clashes([lunch.Held(), dinner.Held()], [waiters]));
        Assert.Equal((Span("16:30", "17:00"), new TurnRoundLack(Banqueting, 7, 6)), (clash.Time, Assert.Single(clash.Lacks)));
    }

    /// <summary>Held against a count of every minute that knows nothing of steps, runs or changes.</summary>
    [Fact]
    public void No_moment_with_too_much_to_do_is_called_feasible_and_no_other_is_a_clash() =>
        Gen.Select(AnyFunctions, Gen.Int[0, 12], Gen.Int[0, 40]).Sample((functions, people, tables) =>
        {
            var (crew, rounds) = (People(1, "Crew", people, (SetupStyle.Theatre, 2), (SetupStyle.Banquet, 3)), Thing(2, "Rounds", tables, (SetupStyle.Banquet, 10)));
            HeldFunction[] held = [.. functions.Select(function => function.Held())];
            ResourceNeed[] needs = [.. functions.Where(function => function.Id % 3 == 0).Select(function => ResourceNeed.Of(function, crew, 1 + (function.Id % 4), null, null, Zone))];
            var clashes = TurnRounds.Clashes(new ResourceBook(new([crew, rounds]), held, needs), WholeDay);
            for (var minute = WholeDay.From; minute < WholeDay.Until; minute += Duration.FromMinutes(1))
            {
                var (busy, used) = (0, 0);
                foreach (var function in functions)
                {
                    var isThere = function.OccupiedFrom <= minute && minute < function.OccupiedUntil;
                    var works = isThere && (minute < function.StartsAt || minute >= function.EndsAt);
                    if (function.Id % 3 == 0) busy += isThere ? 1 + (function.Id % 4) : 0;
                    else busy += !works ? 0 : function.Style switch { SetupStyle.Theatre => 2, SetupStyle.Banquet => 3, _ => 0 };
                    if (isThere && function.Style == SetupStyle.Banquet) used += (int)Math.Ceiling(function.Expected / 10m);
                }

                var told = clashes.Where(clash => clash.Time.From <= minute && minute < clash.Time.Until).ToList();
                if (told.Count != (busy > people || used > tables ? 1 : 0)) return false;
                if (told is [var clash] && !(Told(clash, crew, busy, people) && Told(clash, rounds, used, tables))) return false;
            }

            return true;

            static bool Told(TurnRoundClash clash, Resource resource, int needed, int there) =>
                needed <= there || clash.Lacks.Any(lack => lack.Resource == resource && lack.Needed >= needed && lack.There == there);
        }, iter: 300);

    private static Gen<Function[]> AnyFunctions { get; } = Gen.Select(Gen.Int[2, 36], Gen.Int[1, 8], Gen.OneOf(Gen.Const(SetupStyle.Theatre), Gen.Const(SetupStyle.Banquet), Gen.Const(SetupStyle.Reception)), Gen.Int[1, 150], Gen.Int[0, 3]).Array[0, 9]
        .Select(rows => rows.Select((row, i) => Planned(i + 1, $"{row.Item1 / 2}:{row.Item1 % 2 * 30:00}", $"{(row.Item1 + row.Item2) / 2}:{(row.Item1 + row.Item2) % 2 * 30:00}", row.Item3, row.Item4, row.Item5 * 20, row.Item5 * 15)).ToArray());

    private static IReadOnlyList<TurnRoundClash> Clashes(HeldFunction[] held, ResourceNeed[] needs) => TurnRounds.Clashes(new ResourceBook(new([Banqueting, Rounds]), held, needs), WholeDay);

    private static TurnRoundClash Between(IReadOnlyList<TurnRoundClash> clashes, string from) => Assert.Single(clashes, clash => clash.Time.From == Moment(from));
}
