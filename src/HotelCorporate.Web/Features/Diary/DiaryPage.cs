using HotelCorporate.Domain.Bookings;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>All that the diary shows, with every text and place worked out: the view only writes it down.</summary>
public sealed record DiaryPage(
    DiaryView View, LocalDate Date, LocalDate Today, string Title, LocalDate Earlier, LocalDate Later,
    IReadOnlyList<DiaryPage.Column> Columns, IReadOnlyList<DiaryPage.Floor> Floors, IReadOnlyList<DiaryPage.AgendaDay> Agenda,
    string Units, string? NowAt, int Count)
{
    /// <summary>One hour of the day view, or one day of the others.</summary>
    public sealed record Column(string Text, string? Hint, string? Address, bool IsToday, bool IsWeekend);

    public sealed record Floor(string Name, IReadOnlyList<Row> Rows);

    /// <summary>One space; its height grows with those who wait.</summary>
    public sealed record Row(int SpaceId, string Name, string Hint, string Class, IReadOnlyList<Bar> Bars);

    /// <summary>One function in one row. <paramref name="EndsClass"/> places the lighter ends: set-up and clearing.</summary>
    public sealed record Bar(Entry Entry, string Class, string? EndsClass, bool IsEcho);

    /// <summary>One function, in words.</summary>
    public sealed record Entry(
        int BookingId, string Reference, string Booking, string Account, string Function, string Space, BookingStatus Status, int? Rank,
        string Times, string Occupied, int People, string Style, string? Option);

    public sealed record AgendaDay(string Text, string Address, bool IsToday, IReadOnlyList<Entry> Entries, int Count);
}
