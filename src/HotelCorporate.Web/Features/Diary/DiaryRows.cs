using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>A space as the diary reads it.</summary>
public sealed record DiaryRoom(int Id, string Name, string Floor, decimal? AreaM2, IReadOnlyList<int> AtomIds);

/// <summary>A function as the diary reads it.</summary>
public sealed record DiaryFunction(
    int Id, int SpaceId, string Name, SetupStyle Style, LocalDateTime Start, LocalDateTime End, Instant OccupiedFrom, Instant OccupiedUntil,
    int People, bool IsFirm, long? QueuedAs,
    int BookingId, string Reference, string Booking, string Account, BookingStatus Status, LocalDate? OptionOn, int Version)
{
    public bool IsWaiting => QueuedAs is not null && !IsFirm;

    public bool Overlaps(DiaryFunction other) =>
        OccupiedFrom < other.OccupiedUntil && other.OccupiedFrom < OccupiedUntil;
}
