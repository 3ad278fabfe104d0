using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Domain.Resources;

/// <summary>
/// What the functions of a time use of a hotel's resources: what was entered for them, kits as their parts, and what their style needs by itself
/// (tables while they take their space, people while it is set up and cleared). What is entered for a function counts instead of what its style usually needs. Pure.
/// </summary>
public sealed class ResourceBook
{
    private readonly Dictionary<int, ResourceLoad> _loads = [];
    private readonly ILookup<int, ResourceUse> _uses;
    private readonly ILookup<int, ResourceUse> _hired;

    /// <param name="functions">Those that hold; what is needed for others takes nothing.</param>
    public ResourceBook(ResourceCatalogue catalogue, IReadOnlyCollection<HeldFunction> functions, IReadOnlyCollection<ResourceNeed> needs)
    {
        (Catalogue, Functions) = (catalogue, functions);
        var held = functions.ToDictionary(function => function.Id);
        var counted = needs.Where(need => held.ContainsKey(need.FunctionId)).ToList();
        List<ResourceUse> uses = [.. counted.SelectMany(need => Pieces(need.ResourceId, need.Quantity, need, held[need.FunctionId]))];
        var entered = uses.Select(use => (use.FunctionId, use.ResourceId)).ToHashSet();
        foreach (var resource in catalogue.All.Where(resource => resource is { IsRetired: false, StyleFigures.Length: > 0 }))
            foreach (var function in functions)
                if (!entered.Contains((function.Id, resource.Id))) uses.AddRange(OfStyle(function, resource));
        _uses = uses.ToLookup(use => use.ResourceId);
        _hired = counted.SelectMany(need => need.Hires.SelectMany(hire => Pieces(hire.ResourceId, hire.Quantity, need, held[need.FunctionId]))).ToLookup(use => use.ResourceId);
    }

    public ResourceCatalogue Catalogue { get; }

    public IReadOnlyCollection<HeldFunction> Functions { get; }

    /// <summary>The use of one resource over time; of a kit there is none, but of its parts.</summary>
    public ResourceLoad LoadOf(Resource resource)
    {
        if (!_loads.TryGetValue(resource.Id, out var load)) _loads[resource.Id] = load = new ResourceLoad(resource, _uses[resource.Id], _hired[resource.Id]);
        return load;
    }

    /// <summary>All that is short, the earliest first.</summary>
    public IReadOnlyList<Shortage> Shortages() =>
        [.. Catalogue.All.Where(resource => !resource.IsKit).SelectMany(resource => LoadOf(resource).Shortages()).OrderBy(shortage => shortage.Time.From).ThenBy(shortage => shortage.Resource.Name, StringComparer.Ordinal)];

    /// <summary>How many more of a resource could be used for the whole of a time, below 0 when some are short; of a kit: as many as its scarcest part allows.</summary>
    public long FreeIn(Resource resource, Occupation time)
    {
        if (!resource.IsKit) return LoadOf(resource).FreeIn(time);
        var parts = Catalogue.PiecesOf(resource.Id, 1).Select(part => (Free: LoadOf(Catalogue.Find(part.Key)!).FreeIn(time), Each: part.Value)).ToList();
        return parts.Count == 0 ? 0 : parts.Min(part => (long)Math.Floor((decimal)part.Free / part.Each));
    }

    /// <summary>What these functions would be short of that they were not short of before, or by fewer.</summary>
    /// <param name="before">The book as it stood before they moved.</param>
    public IReadOnlyList<Shortage> NewSince(ResourceBook before, IReadOnlySet<int> functionIds)
    {
        var was = Of(before).GroupBy(shortage => shortage.Resource.Id).ToDictionary(group => group.Key, group => group.Max(shortage => shortage.Missing));
        return [.. Of(this).Where(shortage => shortage.Missing > was.GetValueOrDefault(shortage.Resource.Id))];

        IEnumerable<Shortage> Of(ResourceBook book) => book.Shortages().Where(shortage => shortage.FunctionIds.Any(functionIds.Contains));
    }

    private IEnumerable<ResourceUse> Pieces(int resourceId, int quantity, ResourceNeed need, HeldFunction function)
    {
        var time = need.TimeIn(function.StartsAt, function.Taken);
        return Catalogue.PiecesOf(resourceId, quantity).Select(piece => new ResourceUse(piece.Key, piece.Value, time, function.Id));
    }

    private static IEnumerable<ResourceUse> OfStyle(HeldFunction function, Resource resource)
    {
        var needed = resource.NeededFor(function.Style, function.Seats);
        if (needed == 0) yield break;
        if (!resource.IsPeople) yield return new ResourceUse(resource.Id, needed, function.Taken, function.Id);
        if (resource.IsPeople && function.SetsUp is { } setsUp) yield return new ResourceUse(resource.Id, needed, setsUp, function.Id);
        if (resource.IsPeople && function.Clears is { } clears) yield return new ResourceUse(resource.Id, needed, clears, function.Id);
    }
}
