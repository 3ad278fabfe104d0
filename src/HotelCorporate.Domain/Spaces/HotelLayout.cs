namespace HotelCorporate.Domain.Spaces;

/// <summary>All spaces of one hotel and the rooms that they are made of: the rules that need to see several of them at once.</summary>
public sealed class HotelLayout(int propertyId, IEnumerable<Space> spaces, IEnumerable<Atom> atoms, Standing standing)
{
    private const int MostLanes = 20;

    private readonly List<Space> _spaces = [.. spaces];
    private readonly List<Atom> _atoms = [.. atoms];

    public IReadOnlyList<Space> Spaces => _spaces;

    public IReadOnlyList<Atom> Atoms => _atoms;

    public int NextPosition => _spaces.Select(space => space.Position + 1).DefaultIfEmpty(0).Max();

    /// <summary>Names are compared without regard to capital letters.</summary>
    public Space? Named(string name) => _spaces.Find(space => IsSame(space.Name, name));

    public Atom? AtomNamed(string name) => _atoms.Find(atom => IsSame(atom.Name, name));

    /// <summary>A space that is not made of anything yet: follow with <see cref="StandAlone"/> or <see cref="Join"/>.</summary>
    /// <exception cref="HouseRuleException">A fact is impossible, or the name is taken.</exception>
    public Space Add(SpaceFacts facts)
    {
        var described = facts.Checked();
        RefuseTakenName(described.Name, null);
        var space = new Space { PropertyId = propertyId, Name = described.Name };
        space.Describe(described);
        _spaces.Add(space);
        return space;
    }

    /// <summary>A room that stands for itself under the space's old name takes the new one.</summary>
    /// <exception cref="HouseRuleException">A fact is impossible, the name is taken, or a back-up room is still held.</exception>
    public void Describe(Space space, SpaceFacts facts)
    {
        var described = facts.Checked();
        RefuseTakenName(described.Name, space);
        if (!described.IsOutdoor && space.BackUpSpaceId is not null) RefuseWhileBackedUp(space, nameof(SpaceFacts.IsOutdoor));
        if (described.IsOutdoor && _spaces.Find(other => other.BackUpSpaceId is { } id && id == space.Id) is { } backedUp)
            throw new HouseRuleException($"It is the back-up room of {backedUp.Name}, so it stays indoors. Choose another back-up room there first.") { Field = nameof(SpaceFacts.IsOutdoor) };
        if (space.Atoms is [{ Atom: var own }] && own.Name == space.Name && AtomNamed(described.Name) is null) own.Name = described.Name;
        space.Describe(described);
    }

    /// <summary>Makes it a room of its own, which as many groups as there are lanes may share.</summary>
    /// <param name="room">The room's own name; the space's where none is given.</param>
    /// <exception cref="HouseRuleException">Something stands on it, or another space is that room.</exception>
    public void StandAlone(Space space, int lanes, string? room = null)
    {
        if (lanes is < 1 or > MostLanes) throw new HouseRuleException($"From 1 to {MostLanes} groups may share a room.") { Field = nameof(Atom.Lanes) };
        var atom = space.Atoms is [{ Atom: var own }] && (room is null || IsSame(own.Name, room)) ? own : AtomNamed(room ?? space.Name);
        var isNew = atom is null;
        atom ??= new Atom { PropertyId = propertyId, Name = room ?? space.Name };
        RefuseOthersRooms(space, [atom]);
        if (lanes != atom.Lanes && standing.AtomIds.Contains(atom.Id))
            throw new HouseRuleException("Bookings or closures stand on this room in the time to come, so the number of groups stays. Move them first.") { Field = nameof(Atom.Lanes) };
        Make(space, [atom]);
        if (isNew) _atoms.Add(atom);
        atom.Lanes = lanes;
    }

    /// <summary>Makes it a combination of rooms, all of which it takes.</summary>
    /// <exception cref="HouseRuleException">Less than two rooms, something stands on it, or another space is made of the same.</exception>
    public void Join(Space space, IReadOnlyCollection<Atom> rooms)
    {
        if (rooms.Count < 2) throw new HouseRuleException("A combination has two rooms at least. Choose more, or make it a room of its own.") { Field = nameof(Space.Atoms) };
        RefuseOthersRooms(space, rooms);
        Make(space, rooms);
    }

    /// <summary>The room that is held with an outdoor one when a function asks for it; none takes it away.</summary>
    /// <exception cref="HouseRuleException">It is not outdoors, the other is no indoor space on sale, they share a room, or the back-up is held.</exception>
    public void BackUp(Space space, int? backUpId)
    {
        if (space.BackUpSpaceId == backUpId) return;
        RefuseWhileBackedUp(space, nameof(Space.BackUpSpaceId));
        if (backUpId is { } id)
        {
            if (!space.IsOutdoor) throw new HouseRuleException("Only an outdoor space has a back-up room. Tick that it is outdoors, or choose none.") { Field = nameof(Space.BackUpSpaceId) };
            if (_spaces.Find(other => other.Id == id) is not { IsOutdoor: false, IsRetired: false } other || other == space)
                throw new HouseRuleException("A back-up is an indoor space of this hotel that is sold. Choose one of the list.") { Field = nameof(Space.BackUpSpaceId) };
            if (other.Atoms.Any(taken => space.Atoms.Any(own => own.Atom == taken.Atom)))
                throw new HouseRuleException($"{other.Name} shares a room with it, so it is no way out. Choose another.") { Field = nameof(Space.BackUpSpaceId) };
        }

        space.BackUpSpaceId = backUpId;
    }

    /// <summary>It is offered nowhere any more; what is booked in it stays.</summary>
    /// <exception cref="HouseRuleException">It is the back-up of another space.</exception>
    public void Retire(Space space)
    {
        if (_spaces.Find(other => other.BackUpSpaceId == space.Id && !other.IsRetired) is { } backedUp)
            throw new HouseRuleException($"It is the back-up room of {backedUp.Name}. Choose another back-up room there first.");
        space.IsRetired = true;
    }

    /// <summary>It is offered again.</summary>
    /// <exception cref="HouseRuleException">Another space has become what it is made of.</exception>
    public void Sell(Space space)
    {
        RefuseOthersRooms(space, [.. space.Atoms.Select(taken => taken.Atom)]);
        space.IsRetired = false;
    }

    /// <summary>Forgets a space that was added and then refused.</summary>
    internal void Drop(Space space) => _spaces.Remove(space);

    private void Make(Space space, IReadOnlyCollection<Atom> rooms)
    {
        var isSame = space.Atoms.Count == rooms.Count && space.Atoms.All(taken => rooms.Contains(taken.Atom));
        if (!isSame && standing.SpaceIds.Contains(space.Id) && space.Atoms.Count > 0)
            throw new HouseRuleException($"Bookings or closures stand on {space.Name} in the time to come, so what it is made of stays. Move them first.") { Field = nameof(Space.Atoms) };
        space.MakeOf(rooms);
    }

    private void RefuseOthersRooms(Space space, IReadOnlyCollection<Atom> rooms)
    {
        if (_spaces.Find(other => other != space && !other.IsRetired && other.Atoms.Count == rooms.Count && other.Atoms.All(taken => rooms.Contains(taken.Atom))) is { } same)
            throw new HouseRuleException($"{same.Name} is made of the same. Change that one, or choose other rooms.") { Field = nameof(Space.Atoms) };
    }

    private void RefuseTakenName(string name, Space? own)
    {
        if (_spaces.Exists(other => other != own && IsSame(other.Name, name))) throw new HouseRuleException("Another space of this hotel has this name. Choose another.") { Field = nameof(Space.Name) };
    }

    private void RefuseWhileBackedUp(Space space, string field)
    {
        if (standing.BackedUpIds.Contains(space.Id)) throw new HouseRuleException("Functions to come hold its back-up room, so that stays. Let them give it up first.") { Field = field };
    }

    private static bool IsSame(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
