using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Desk;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>A space as the diary reads it.</summary>
public sealed record DiaryRoom(int Id, string Name, string Floor, decimal? AreaM2, IReadOnlyList<DiaryAtom> Atoms)
{
    public IReadOnlyList<int> AtomIds { get; } = [.. Atoms.Select(atom => atom.Id)];

    public bool HasDaylight { get; init; }

    public bool IsOutdoor { get; init; }

    public bool IsRetired { get; init; }

    public int? BackUpSpaceId { get; init; }

    /// <summary>It seats as many as the filter asks for.</summary>
    public bool Seats { get; init; } = true;

    public bool IsCombination => Atoms.Count > 1;

    public bool IsShareable => Atoms.Any(atom => atom.Lanes > 1);

    public bool SharesWith(DiaryRoom other) => Id == other.Id || other.AtomIds.Any(AtomIds.Contains);
}

/// <summary>A room that cannot be divided, and how many groups share it at once.</summary>
public readonly record struct DiaryAtom(int Id, int Lanes);

/// <summary>A function as the diary reads it.</summary>
public sealed record DiaryFunction(
    int Id, int SpaceId, string Name, SetupStyle Style, LocalDateTime Start, LocalDateTime End, Instant OccupiedFrom, Instant OccupiedUntil,
    int People, bool IsFirm, long? QueuedAs,
    int BookingId, string Reference, string Booking, string Account, BookingStatus Status, LocalDate? OptionOn, int Version)
{
    public int AccountId { get; init; }

    public int? OwnerId { get; init; }

    public bool IsGuaranteed { get; init; }

    public bool KeepsSpace { get; init; }

    public bool HasBackUp { get; init; }

    public bool IsLoud { get; init; }

    public bool NeedsQuiet { get; init; }

    public string? CapacityReason { get; init; }

    public bool IsWaiting => QueuedAs is not null && !IsFirm;

    /// <summary>The last day of an option that stands; none otherwise.</summary>
    public LocalDate? OptionUntil => Status == BookingStatus.Tentative ? OptionOn : null;

    /// <summary>The client still owes its final number.</summary>
    public bool AwaitsNumber => !IsGuaranteed && Status is (BookingStatus.Tentative or BookingStatus.Definite);

    public bool Overlaps(DiaryFunction other) =>
        OccupiedFrom < other.OccupiedUntil && other.OccupiedFrom < OccupiedUntil;
}

/// <summary>A closure as the diary reads it.</summary>
public sealed record DiaryClosure(int Id, int SpaceId, string Reason, LocalDateTime Start, LocalDateTime End, Instant From, Instant Until);

/// <summary>What the cards and the day sheet say beyond the function itself.</summary>
/// <param name="GuaranteeUntil">When the final number is due.</param>
/// <param name="Contact">Who is on site, otherwise the company's first contact; empty when none has a telephone.</param>
public sealed record DiaryFacts(LocalDateTime? GuaranteeUntil, string Contact, string Phone);

/// <summary>All that is read for a view, before anything is filtered.</summary>
public sealed record DiaryContent(
    IReadOnlyList<DiaryRoom> Rooms, IReadOnlyList<DiaryFunction> Functions, IReadOnlyList<DiaryClosure> Closures,
    IReadOnlyDictionary<LocalDate, string> Holidays, IReadOnlyDictionary<int, DiaryFacts> Facts)
{
    /// <summary>Which rooms share a wall or a door, the lower id first; read with the details only.</summary>
    public IReadOnlySet<(int SpaceId, int OtherId)> Neighbours { get; init; } = new HashSet<(int, int)>();

    private IReadOnlyList<HeardFunction>? _heard;

    /// <summary>The loud functions beside a quiet one, or the quiet ones beside a loud one, shown or not.</summary>
    public IEnumerable<Sentence> Noises(DiaryFunction function)
    {
        if (Neighbours.Count == 0 || (!function.IsLoud && !function.NeedsQuiet)) return [];
        _heard ??= [.. Functions.Where(other => other.IsLoud || other.NeedsQuiet).Select(Heard)];
        return NoisyNeighbours.Of(Heard(function), _heard, Neighbours).Select(noise => noise.Said);
    }

    private HeardFunction Heard(DiaryFunction function) => new(
        function.Id, function.BookingId, function.Reference, function.Name, function.SpaceId, Rooms.First(room => room.Id == function.SpaceId).Name, function.Start, function.End,
        function.IsLoud, function.NeedsQuiet, NoisyNeighbours.Stands(function.Status));

    /// <summary>The rooms that are listed: a retired one only while something is booked in it.</summary>
    public IEnumerable<DiaryRoom> Listed(DiaryFilter filter)
    {
        var used = Functions.Select(function => function.SpaceId).ToHashSet();
        return Rooms.Where(room => filter.Shows(room) && (!room.IsRetired || used.Contains(room.Id)));
    }

    /// <summary>A waiting one's place in line: 2 and those of other bookings that queued earlier and overlap it on an atom, shown or not.</summary>
    public IReadOnlyDictionary<int, int> Ranks()
    {
        var atoms = Rooms.ToDictionary(room => room.Id, room => room.AtomIds);
        var waiting = Functions.Where(function => function.IsWaiting).ToList();
        return waiting.ToDictionary(
            function => function.Id,
            function => 2 + waiting.Count(other => other.BookingId != function.BookingId && other.QueuedAs < function.QueuedAs
                && other.Overlaps(function) && atoms[other.SpaceId].Any(atoms[function.SpaceId].Contains)));
    }
}
