namespace HotelCorporate.Domain.Resources;

/// <summary>All resources of a hotel, and what its kits come to.</summary>
public sealed class ResourceCatalogue(IEnumerable<Resource> resources)
{
    private readonly Dictionary<int, Resource> _all = resources.ToDictionary(resource => resource.Id);

    public IReadOnlyCollection<Resource> All => _all.Values;

    public Resource? Find(int id) => _all.GetValueOrDefault(id);

    /// <summary>What so many of a resource are made of in the end: of a kit its parts, and their parts; of anything else itself.</summary>
    public IReadOnlyDictionary<int, long> PiecesOf(int id, long quantity)
    {
        var pieces = new Dictionary<int, long>();
        Take(id, quantity);
        return pieces;

        void Take(int taken, long many)
        {
            if (!_all.TryGetValue(taken, out var resource)) return;
            if (!resource.IsKit) pieces[taken] = pieces.GetValueOrDefault(taken) + many;
            foreach (var part in resource.Parts) Take(part.PartId, many * part.Quantity);
        }
    }

    /// <summary>Holds every kit against the parts that it names, as a change to one may spoil another.</summary>
    /// <exception cref="HouseRuleException">A part is unknown, a kit contains itself, also through another, or one comes to more than 100,000 pieces of something.</exception>
    public void RefuseImpossibleKits()
    {
        foreach (var kit in _all.Values.Where(resource => resource.IsKit))
            if (kit.Parts.Any(part => !_all.ContainsKey(part.PartId)))
                throw new HouseRuleException("A part is another resource of this hotel. Choose of the list.") { Field = nameof(Resource.Parts) };
        foreach (var kit in _all.Values.Where(resource => resource.IsKit)) RefuseLoop(kit);
        foreach (var kit in _all.Values.Where(resource => resource.IsKit)) RefuseTooMany(kit);
    }

    private void RefuseLoop(Resource kit)
    {
        var (seen, next) = (new HashSet<int>(), new Queue<Resource>([kit]));
        while (next.TryDequeue(out var holder))
            foreach (var part in holder.Parts)
            {
                if (part.PartId == kit.Id && holder == kit) throw new HouseRuleException($"{kit.Name} cannot contain itself.") { Field = nameof(Resource.Parts) };
                if (part.PartId == kit.Id) throw new HouseRuleException($"{kit.Name} would contain itself: it is in {holder.Name}.") { Field = nameof(Resource.Parts) };
                if (seen.Add(part.PartId)) next.Enqueue(_all[part.PartId]);
            }
    }

    private void RefuseTooMany(Resource kit)
    {
        var known = new Dictionary<int, decimal>();
        if (PiecesIn(kit) > Resource.Most) throw new HouseRuleException($"{kit.Name} would come to more than {Resource.Most} pieces. Put fewer into it.") { Field = nameof(Resource.Parts) };

        // Each counted once, and no more than matters, however deep kits stand in kits.
        decimal PiecesIn(Resource resource)
        {
            if (!resource.IsKit) return 1;
            if (!known.TryGetValue(resource.Id, out var pieces)) known[resource.Id] = pieces = Math.Min(Resource.Most + 1, resource.Parts.Sum(part => part.Quantity * PiecesIn(_all[part.PartId])));
            return pieces;
        }
    }
}
