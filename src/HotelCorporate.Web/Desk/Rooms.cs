using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Web.Desk;

/// <summary>A room with the atoms that it takes, in the order of their ids, and the room that backs it up.</summary>
internal sealed record TakenRoom(int SpaceId, int? BackUpSpaceId, IReadOnlyList<Atom> Atoms);

/// <summary>Rooms that can be in each other's way, however far the chain of combinations and of back-ups goes.</summary>
internal sealed class Rooms
{
    private readonly Dictionary<int, TakenRoom> _rooms;

    private Rooms(IEnumerable<TakenRoom> rooms) => _rooms = rooms.ToDictionary(room => room.SpaceId);

    public List<int> SpaceIds => [.. _rooms.Keys];

    public IEnumerable<Atom> Atoms => _rooms.Values.SelectMany(room => room.Atoms).DistinctBy(atom => atom.Id);

    public List<int> AtomIds => [.. Atoms.Select(atom => atom.Id).Order()];

    /// <summary>What the function takes: its room, and the room that is held as its back-up.</summary>
    public IReadOnlyList<Atom> Of(Function function)
    {
        var room = _rooms[function.SpaceId!.Value];
        return function.HasBackUp && room.BackUpSpaceId is { } backUp ? [.. room.Atoms.Concat(_rooms[backUp].Atoms).DistinctBy(atom => atom.Id).OrderBy(atom => atom.Id)] : room.Atoms;
    }

    public IReadOnlyList<Atom> OfSpace(int spaceId) => _rooms[spaceId].Atoms;

    public static Rooms Around(IReadOnlyCollection<int> wanted, IReadOnlyList<TakenRoom> all)
    {
        var inside = all.Where(room => wanted.Contains(room.SpaceId)).ToList();
        for (var before = -1; before != inside.Count;)
        {
            before = inside.Count;
            var atoms = inside.SelectMany(room => room.Atoms).Select(atom => atom.Id).ToHashSet();
            var backUps = inside.Select(room => room.BackUpSpaceId).OfType<int>().ToHashSet();
            var backedUp = inside.Select(room => room.SpaceId).ToHashSet();
            inside = [.. all.Where(room => room.Atoms.Any(atom => atoms.Contains(atom.Id)) || backUps.Contains(room.SpaceId) || (room.BackUpSpaceId is { } own && backedUp.Contains(own)))];
        }

        return new Rooms(inside);
    }
}
