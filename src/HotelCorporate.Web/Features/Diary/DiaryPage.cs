using HotelCorporate.Domain.Bookings;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>All that the diary shows, with every text and place worked out: the view only writes it down.</summary>
/// <param name="Holiday">Of the one day that the day view shows.</param>
/// <param name="Count">The functions that are shown.</param>
public sealed record DiaryPage(
    DiaryView View, LocalDate Date, LocalDate Today, string Title, string? Holiday, LocalDate Earlier, LocalDate Later,
    IReadOnlyList<DiaryPage.Column> Columns, IReadOnlyList<DiaryPage.Floor> Floors, IReadOnlyList<DiaryPage.AgendaDay> Agenda,
    string Units, string? NowAt, int Count, DiaryPage.Scale Drawn)
{
    public required DiaryFilterBar Filters { get; init; }

    /// <summary>One hour of the day view, or one day of the others.</summary>
    public sealed record Column(string Text, string? Hint, string? Address, bool IsToday, bool IsWeekend, string? Holiday = null);

    public sealed record Floor(string Name, IReadOnlyList<Row> Rows);

    /// <summary>One space; its height grows with those who wait.</summary>
    public sealed record Row(int SpaceId, string Name, string Hint, string Class, DiaryBars Bars, DiaryClosures Closures);

    /// <summary>One function in one row: what it is, and where it stands; the lighter ends reach over set-up and clearing.</summary>
    public readonly record struct Bar(Entry Entry, string Kind, Place At, Place? Ends, bool IsEcho);

    /// <summary>A time in which a space is closed.</summary>
    /// <param name="Tip">The reason, which space and when.</param>
    public readonly record struct Block(DiaryClosure Closure, string Tip, int Line, Place At);

    /// <summary>Units from the left edge and units wide; what stands late opens its card to the left.</summary>
    public readonly record struct Place(int Left, int Width, bool IsLate);

    /// <summary>How places are times, for whoever draws on it.</summary>
    /// <param name="First">The day at the left edge.</param>
    /// <param name="Opens">Minutes of each day that are left out at its start.</param>
    /// <param name="Unit">Minutes in one unit of width.</param>
    /// <param name="Step">Minutes that a move takes at least.</param>
    public sealed record Scale(string First, int Opens, int Unit, int Step);

    /// <summary>One function, in words.</summary>
    /// <param name="Tip">All that is known of it, a line each.</param>
    /// <param name="Start">2026-11-28T09:00; none where whole days are moved.</param>
    public sealed record Entry(int FunctionId, int Version, string? Start, string? End, int BookingId, string Booking, BookingStatus Status, int? Rank, IReadOnlyList<string> Tip, string Times, string Where, LocalDateTime OccupiedFrom, LocalDateTime OccupiedUntil);

    /// <param name="Notes">Its holiday, and what is closed.</param>
    public sealed record AgendaDay(string Text, string Address, bool IsToday, IReadOnlyList<string> Notes, IReadOnlyList<Entry> Entries, int Count);
}
