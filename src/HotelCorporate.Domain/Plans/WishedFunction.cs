using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Plans;

/// <summary>A function of an event whose days are still open.</summary>
/// <param name="Day">Days after the event's first; 0 is the first.</param>
/// <param name="From">On the hotel's wall.</param>
/// <param name="Until">On the hotel's wall; the minute itself is outside.</param>
/// <param name="Times">Minutes to set up and to clear.</param>
/// <param name="Nights">Midnights between its start and its end; 0 ends on the day it begins.</param>
/// <param name="IsExclusive">It shares a shareable space with nobody.</param>
/// <param name="KeepsSpace">A 24-hour hold: its space stays set until the event's next session in it, in the same style.</param>
/// <param name="HasBackUp">The back-up room of an outdoor space is held with it.</param>
/// <param name="Position">Its place among those that were typed; 0 is the first.</param>
public sealed record WishedFunction(
    string Name, int Day, LocalTime From, LocalTime Until, int People, SetupStyle Style, SetupTimes Times, int Nights = 0, bool IsExclusive = false, int Position = 0,
    bool KeepsSpace = false, bool HasBackUp = false)
{
    public LocalDateTime StartOn(LocalDate first) => first.PlusDays(Day) + From;

    public LocalDateTime EndOn(LocalDate first) => first.PlusDays(Day + Nights) + Until;

    /// <summary>Whether the two are sessions of one 24-hour hold when they are in one space.</summary>
    public bool KeepsWith(WishedFunction other) => KeepsSpace && other.KeepsSpace && Style == other.Style;

    /// <summary>Minutes later; earlier when below zero. Null when it would begin or end on another day.</summary>
    public WishedFunction? ShiftedBy(int minutes)
    {
        var (from, until) = (Minute(From) + minutes, Minute(Until) + minutes);
        return from is < 0 or >= 1440 || until is < 0 or >= 1440 ? null : this with { From = From.PlusMinutes(minutes), Until = Until.PlusMinutes(minutes) };

        static int Minute(LocalTime time) => (time.Hour * 60) + time.Minute;
    }
}
