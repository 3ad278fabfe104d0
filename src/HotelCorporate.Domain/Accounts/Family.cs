namespace HotelCorporate.Domain.Accounts;

/// <summary>Which company belongs to which: groups over any number of steps.</summary>
public sealed class Family
{
    private readonly Dictionary<int, int> _parents;
    private readonly ILookup<int, int> _children;

    /// <param name="links">Each company that has a parent, and the parent.</param>
    public Family(IReadOnlyCollection<(int Id, int ParentId)> links)
    {
        _parents = links.ToDictionary(link => link.Id, link => link.ParentId);
        _children = links.ToLookup(link => link.ParentId, link => link.Id);
    }

    public static Family None { get; } = new([]);

    /// <summary>The group above, the group above that, and so on; nearest first.</summary>
    public IReadOnlyList<int> Above(int id)
    {
        List<int> above = [];
        for (var at = id; _parents.TryGetValue(at, out var parent) && parent != id && !above.Contains(parent); at = parent) above.Add(parent);
        return above;
    }

    /// <summary>Every company that belongs to it, over any number of steps; itself not in.</summary>
    public IReadOnlyList<int> Below(int id)
    {
        List<int> below = [];
        Queue<int> next = new(_children[id]);
        while (next.TryDequeue(out var child))
        {
            if (child == id || below.Contains(child)) continue;
            below.Add(child);
            foreach (var grandchild in _children[child]) next.Enqueue(grandchild);
        }

        return below;
    }

    /// <summary>The company and all that belongs to it.</summary>
    public IReadOnlyList<int> Of(int id) => [id, .. Below(id)];
}
