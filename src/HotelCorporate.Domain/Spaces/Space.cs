namespace HotelCorporate.Domain.Spaces;

/// <summary>A sellable room: one atom, or a combination of several with figures of its own.</summary>
public sealed partial class Space
{
    private readonly List<Capacity> _capacities = [];
    private readonly List<SpaceAtom> _atoms = [];

    public int Id { get; private set; }

    public required int PropertyId { get; init; }

    public required string Name { get; set; }

    public string Floor { get; set; } = "";

    /// <summary>Square metres; none where the house has not measured.</summary>
    public decimal? AreaM2 { get; set; }

    /// <summary>Metres.</summary>
    public decimal? HeightM { get; set; }

    /// <summary>Metres; with <see cref="WidthM"/> the rectangle that the plan draws.</summary>
    public decimal? LengthM { get; set; }

    /// <summary>Metres.</summary>
    public decimal? WidthM { get; set; }

    public bool HasDaylight { get; set; }

    public bool IsOutdoor { get; set; }

    /// <summary>The room that is held with this one when a function asks for a back-up; released when the function begins.</summary>
    public int? BackUpSpaceId { get; set; }

    /// <summary>How people and goods come in: "step-free, goods lift 2.1 m".</summary>
    public string Access { get; set; } = "";

    /// <summary>No longer sold: it is offered nowhere, and what was booked in it stays.</summary>
    public bool IsRetired { get; set; }

    public int Position { get; set; }

    public IReadOnlyList<Capacity> Capacities => _capacities;

    public IReadOnlyList<SpaceAtom> Atoms => _atoms;

    public bool IsCombination => _atoms.Count > 1;

    /// <summary>What is taken with its back-up room, each atom once.</summary>
    public IReadOnlyList<SpaceAtom> AtomsWith(Space? backUp) => backUp is null ? Atoms : [.. Atoms.Concat(backUp.Atoms).DistinctBy(atom => atom.AtomId)];

    public Capacity? In(SetupStyle style) => _capacities.FirstOrDefault(capacity => capacity.Style == style);

    /// <exception cref="HouseRuleException">It is not set in that style, or more would come than the law allows (domain section 7).</exception>
    public void RefuseUnlessItTakes(int people, SetupStyle style)
    {
        if (WhyNot(people, style) is { } whyNot) throw new HouseRuleException(whyNot);
    }

    /// <summary>Why so many may not be in it in that style; null when they may.</summary>
    public Sentence? WhyNot(int people, SetupStyle style)
    {
        if (In(style) is not { } capacity) return $"{Name} is not set in that style. Choose another style or room.";
        if (people > capacity.Legal) return $"{Name} takes {capacity.Legal} people at most in that style; {people} are expected. Choose another room or style.";
        return null;
    }

    /// <summary>What is off is allowed with a reason only.</summary>
    /// <exception cref="HouseRuleException">Fewer than it is meant for, or more than sit comfortably (domain section 7).</exception>
    public void RefuseUnlessComfortable(int people, SetupStyle style)
    {
        if (In(style) is { } capacity && (people < capacity.Minimum || people > capacity.Comfortable))
            throw new HouseRuleException($"{Name} is meant for {capacity.Minimum} to {capacity.Comfortable} people in that style; {people} are expected. Say why it is to be this room.") { Field = "Reason" };
    }

    public void Offer(Capacity capacity)
    {
        capacity.RefuseUnlessItGoesUp();
        _capacities.RemoveAll(old => old.Style == capacity.Style);
        _capacities.Add(capacity);
    }

    public void Occupy(Atom atom)
    {
        if (atom.PropertyId != PropertyId) throw new HouseRuleException($"{atom.Name} is in another hotel.");
        _atoms.Add(new SpaceAtom { Atom = atom });
    }
}
