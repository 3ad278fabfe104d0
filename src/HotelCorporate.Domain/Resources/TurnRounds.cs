using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Resources;

/// <summary>A space is turned: cleared after one function, set up for another, or both in one go.</summary>
/// <param name="Before">The function that it is cleared of; none when it stood free.</param>
/// <param name="After">The function that it is set up for; none when nothing follows at once.</param>
public sealed record TurnRound(Occupation Time, HeldFunction? Before, HeldFunction? After);

/// <summary>Of a resource more is needed than is there, at the worst moment.</summary>
public sealed record TurnRoundLack(Resource Resource, long Needed, long There);

/// <summary>A time in which the house cannot do all that is planned.</summary>
/// <param name="Changes">How many spaces are turned in it.</param>
public sealed record TurnRoundClash(Occupation Time, int Changes, IReadOnlyList<TurnRoundLack> Lacks);

/// <summary>Whether people and tables suffice to turn the spaces between functions (domain section 7). Pure.</summary>
public static class TurnRounds
{
    /// <summary>Every change, the earliest first. A clearing that runs into the set-up of the next function in the same rooms is one change with it.</summary>
    public static IReadOnlyList<TurnRound> Changes(IReadOnlyCollection<HeldFunction> functions)
    {
        var cleared = functions.Where(function => function.Clears is not null).ToList();
        var changes = new List<TurnRound>();
        foreach (var after in functions.Where(function => function.SetsUp is not null).OrderBy(function => function.Taken.From))
        {
            var before = cleared.Find(function => function.Taken.Until == after.Taken.From && function.Atoms.Any(after.Atoms.Contains));
            if (before is not null) cleared.Remove(before);
            changes.Add(new TurnRound(new Occupation(before?.Clears?.From ?? after.Taken.From, after.StartsAt), before, after));
        }

        changes.AddRange(cleared.Select(before => new TurnRound(before.Clears!.Value, before, null)));
        return [.. changes.OrderBy(change => change.Time.From).ThenBy(change => change.Time.Until)];
    }

    /// <summary>Each time within the given one in which something that set-ups need is short; none when all is feasible at every moment.</summary>
    /// <remarks>A time in which people are short is one clash, with the most that is needed of everything in it; tables that are still short before or after are one of their own.</remarks>
    public static IReadOnlyList<TurnRoundClash> Clashes(ResourceBook book, Occupation within)
    {
        var loads = book.Catalogue.All.Where(resource => resource is { IsRetired: false, StyleFigures.Length: > 0 }).Select(book.LoadOf).ToList();
        var changes = Changes(book.Functions);
        var moments = loads.SelectMany(load => load.Steps).SelectMany(step => new[] { step.Time.From, step.Time.Until }).Append(within.From).Append(within.Until)
            .Where(at => at >= within.From && at <= within.Until).Distinct().Order().ToList();
        var clashes = new List<TurnRoundClash>();
        var (open, kind) = ((Occupation?)null, State.Fine);
        foreach (var time in moments.Zip(moments.Skip(1), (from, until) => new Occupation(from, until)))
        {
            var now = StateIn(time);
            if (now == kind && open is { } run)
            {
                open = run with { Until = time.Until };
                continue;
            }

            Close();
            (open, kind) = (time, now);
        }

        Close();
        return clashes;

        State StateIn(Occupation time)
        {
            var isShort = loads.FindAll(load => load.Steps.Any(step => step.Missing > 0 && step.Time.Overlaps(time)));
            if (isShort.Count == 0) return State.Fine;
            return isShort.Exists(load => load.Resource.IsPeople) ? State.PeopleShort : State.ThingsShort;
        }

        void Close()
        {
            if (open is not { } time || kind == State.Fine) return;
            var lacks = loads.Select(load => (load.Resource, Worst: load.Steps.Where(step => step.Time.Overlaps(time)).OrderByDescending(step => step.Missing).FirstOrDefault())).Where(load => load.Worst.Missing > 0);
            clashes.Add(new TurnRoundClash(time, changes.Count(change => change.Time.Overlaps(time)),
                [.. lacks.OrderByDescending(load => load.Resource.IsPeople).ThenBy(load => load.Resource.Name, StringComparer.Ordinal).Select(load => new TurnRoundLack(load.Resource, load.Worst.Needed, load.Worst.There))]));
        }
    }

    private enum State
    {
        Fine,
        PeopleShort,
        ThingsShort,
    }
}
