using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Resources;

/// <summary>How many of a resource are needed and there, from one moment to another.</summary>
/// <param name="There">The stock, and what is hired then.</param>
public readonly record struct LoadStep(Occupation Time, long Needed, long There)
{
    public long Missing => Math.Max(0, Needed - There);
}

/// <summary>More of a resource is needed than is there.</summary>
/// <param name="Needed">At the worst moment.</param>
/// <param name="There">At the worst moment.</param>
/// <param name="FunctionIds">Those that compete for it, in the order of their times.</param>
public sealed record Shortage(Resource Resource, Occupation Time, long Needed, long There, IReadOnlyList<int> FunctionIds)
{
    public long Missing => Needed - There;
}

/// <summary>The use of one resource over time against its stock. Pure; a moment at which one use ends and another begins counts the second only.</summary>
public sealed class ResourceLoad
{
    private readonly List<ResourceUse> _uses, _hired;

    public ResourceLoad(Resource resource, IEnumerable<ResourceUse> uses, IEnumerable<ResourceUse> hired)
    {
        (Resource, _uses, _hired) = (resource, [.. uses.OrderBy(use => use.Time.From).ThenBy(use => use.FunctionId)], [.. hired]);
        Steps = Walk(resource.Stock, _uses, _hired);
    }

    public Resource Resource { get; }

    /// <summary>One after the other without a hole, from the first need or hire to the last.</summary>
    public IReadOnlyList<LoadStep> Steps { get; }

    public IReadOnlyList<ResourceUse> Uses => _uses;

    /// <summary>What comes from outside.</summary>
    public IReadOnlyList<ResourceUse> Hired => _hired;

    /// <summary>How many more could be used for the whole of a time; below 0 when some are short.</summary>
    public long FreeIn(Occupation time)
    {
        var within = Steps.Where(step => step.Time.Overlaps(time)).ToList();
        var free = within.Count == 0 ? Resource.Stock : within.Min(step => step.There - step.Needed);
        var isCovered = within.Count > 0 && within[0].Time.From <= time.From && within[^1].Time.Until >= time.Until;
        return isCovered ? free : Math.Min(free, Resource.Stock);
    }

    /// <summary>Each time in which some are short without a break.</summary>
    public IReadOnlyList<Shortage> Shortages()
    {
        var found = new List<Shortage>();
        for (var i = 0; i < Steps.Count; i++)
        {
            if (Steps[i].Missing == 0) continue;
            var (from, worst) = (Steps[i].Time.From, Steps[i]);
            while (i + 1 < Steps.Count && Steps[i + 1].Missing > 0)
                if (Steps[++i].Missing > worst.Missing) worst = Steps[i];
            var time = new Occupation(from, Steps[i].Time.Until);
            found.Add(new Shortage(Resource, time, worst.Needed, worst.There, [.. _uses.Where(use => use.Time.Overlaps(time)).Select(use => use.FunctionId).Distinct()]));
        }

        return found;
    }

    private static List<LoadStep> Walk(int stock, IEnumerable<ResourceUse> uses, IEnumerable<ResourceUse> hired)
    {
        var turns = new SortedDictionary<Instant, (long Needed, long Hired)>();
        foreach (var use in uses) Turn(use.Time, use.Quantity, 0);
        foreach (var hire in hired) Turn(hire.Time, 0, hire.Quantity);
        var steps = new List<LoadStep>();
        var (needed, there) = (0L, (long)stock);
        Instant? last = null;
        foreach (var (at, change) in turns)
        {
            if (last is { } from && from < at)
            {
                if (steps.Count > 0 && (steps[^1].Needed, steps[^1].There) == (needed, there)) steps[^1] = steps[^1] with { Time = new Occupation(steps[^1].Time.From, at) };
                else steps.Add(new LoadStep(new Occupation(from, at), needed, there));
            }

            (needed, there, last) = (needed + change.Needed, there + change.Hired, at);
        }

        return steps;

        void Turn(Occupation time, long needed, long hired)
        {
            Add(time.From, needed, hired);
            Add(time.Until, -needed, -hired);
        }

        void Add(Instant at, long needed, long hired)
        {
            var known = turns.GetValueOrDefault(at);
            turns[at] = (known.Needed + needed, known.Hired + hired);
        }
    }
}
