using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>The days that a view of the diary shows: the first is in, the end is not.</summary>
public sealed record DiarySpan(DiaryView View, LocalDate Date, LocalDate First, LocalDate End)
{
    private const int SixWeeks = 42;

    public int Days => Period.DaysBetween(First, End);

    /// <summary>So many functions that a bar is all that fits: without a label, and with a short card.</summary>
    public bool IsLight => View is DiaryView.Month or DiaryView.SixWeeks;

    public LocalDate Earlier => Shift(-1);

    public LocalDate Later => Shift(1);

    public static DiarySpan Of(DiaryView view, LocalDate date) => view switch
    {
        DiaryView.Day => new(view, date, date, date.PlusDays(1)),
        DiaryView.Week => new(view, date, Monday(date), date.Next(IsoDayOfWeek.Monday)),
        DiaryView.Month => new(view, date, date.With(DateAdjusters.StartOfMonth), date.With(DateAdjusters.EndOfMonth).PlusDays(1)),
        DiaryView.SixWeeks => new(view, date, Monday(date), Monday(date).PlusDays(SixWeeks)),
        DiaryView.Year => new(view, date, new LocalDate(date.Year, 1, 1), new LocalDate(date.Year + 1, 1, 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, "An unknown view."),
    };

    /// <summary>The day that an address names; today when it names none that the diary knows.</summary>
    public static LocalDate Asked(string? date, LocalDate today) =>
        LocalDatePattern.Iso.Parse(date ?? "") is { Success: true, Value: { Year: >= 1900 and <= 2200 } day } ? day : today;

    /// <summary>From where the view begins to where it ends.</summary>
    public (Instant Opens, Instant Closes) In(DateTimeZone zone) => (First.AtStartOfDayInZone(zone).ToInstant(), End.AtStartOfDayInZone(zone).ToInstant());

    private static LocalDate Monday(LocalDate date) => date.PlusDays(1).Previous(IsoDayOfWeek.Monday);

    private LocalDate Shift(int by) => View switch
    {
        DiaryView.Day => Date.PlusDays(by),
        DiaryView.Week => Date.PlusWeeks(by),
        DiaryView.Month => Date.PlusMonths(by),
        DiaryView.SixWeeks => Date.PlusDays(by * SixWeeks),
        _ => Date.PlusYears(by),
    };
}
