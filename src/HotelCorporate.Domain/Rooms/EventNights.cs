using HotelCorporate.Domain.Bookings;
using NodaTime;

namespace HotelCorporate.Domain.Rooms;

/// <summary>The nights of an event, both in: from its first day on, up to the night before its last day; the night of a single day.</summary>
public sealed record EventNights(LocalDate First, LocalDate Last)
{
    /// <summary>Nights that may be added before and after the event, on each side.</summary>
    public const int MostShoulders = 7;

    /// <summary>Null while the booking has no function.</summary>
    public static EventNights? Of(IEnumerable<Function> functions)
    {
        var days = functions.Where(function => !function.IsCancelled).Select(function => function.Start.Date).ToList();
        if (days.Count == 0) return null;
        var (first, last) = (days.Min(), days.Max());
        return new(first, last > first ? last.PlusDays(-1) : last);
    }

    /// <summary>A night before or after the event.</summary>
    public bool IsShoulder(LocalDate night) => night < First || night > Last;

    public bool MayHave(LocalDate night) => night >= First.PlusDays(-MostShoulders) && night <= Last.PlusDays(MostShoulders);
}
