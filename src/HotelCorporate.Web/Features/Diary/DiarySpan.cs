using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>The days that a view of the diary shows: the first is in, the end is not.</summary>
public sealed record DiarySpan(DiaryView View, LocalDate Date, LocalDate First, LocalDate End)
{
    public int Days => Period.DaysBetween(First, End);

    public LocalDate Earlier => Shift(-1);

    public LocalDate Later => Shift(1);

    public static DiarySpan Of(DiaryView view, LocalDate date) => view switch
    {
        DiaryView.Day => new(view, date, date, date.PlusDays(1)),
        DiaryView.Week => new(view, date, date.PlusDays(1).Previous(IsoDayOfWeek.Monday), date.Next(IsoDayOfWeek.Monday)),
        DiaryView.Month => new(view, date, date.With(DateAdjusters.StartOfMonth), date.With(DateAdjusters.EndOfMonth).PlusDays(1)),
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, "An unknown view."),
    };

    private LocalDate Shift(int by) => View switch
    {
        DiaryView.Day => Date.PlusDays(by),
        DiaryView.Week => Date.PlusWeeks(by),
        _ => Date.PlusMonths(by),
    };
}
