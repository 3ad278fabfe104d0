using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>Where a moment stands in the width of a view, in whole units (x12 w30: see diary-places.css), since the page's security policy allows no style on an element.</summary>
internal sealed class DiaryScale(DiarySpan span, DateTimeZone zone, bool withNight)
{
    private const int Midnight = 24 * 60;

    /// <summary>Nights are left out where nothing happens in them.</summary>
    private readonly int _opens = withNight ? 0 : 6 * 60;

    /// <summary>Minutes in one unit of width.</summary>
    private int Unit => span.View switch { DiaryView.Day => 5, DiaryView.Week => 30, _ => 120 };

    private int UnitsADay => (Midnight - _opens) / Unit;

    public int Units => UnitsADay * span.Days;

    /// <summary>The hours of a day, or the days.</summary>
    public int Columns => span.View == DiaryView.Day ? (Midnight - _opens) / 60 : span.Days;

    public int FirstHour => _opens / 60;

    /// <summary>The classes of the whole: its view, its units, its columns.</summary>
    public string Classes => string.Create(CultureInfo.InvariantCulture, $"diary-{span.View}{(span.IsLight ? " light" : "")} n{Units} d{Columns}");

    /// <summary>The same for whoever draws on it: a light view moves whole days.</summary>
    public DiaryPage.Scale Drawn => new(NodaTime.Text.LocalDatePattern.Iso.Format(span.First), _opens, Unit, span.View switch { DiaryView.Day => 15, DiaryView.Week => 30, _ => Midnight });

    public LocalDateTime Local(Instant at) => at.InZone(zone).LocalDateTime;

    /// <summary>Whether something of the one day is outside of the hours that are shown otherwise.</summary>
    public static bool NeedsNight(DiarySpan span, DateTimeZone zone, DiaryFunction function)
    {
        var (starts, ends) = (function.OccupiedFrom.InZone(zone).LocalDateTime, function.OccupiedUntil.InZone(zone).LocalDateTime);
        return starts.Date == span.First ? starts.Hour < 6 : ends.Date == span.First && ends.Hour < 7;
    }

    /// <summary>Units from the left edge.</summary>
    public int Place(LocalDateTime local)
    {
        if (local.Date < span.First) return 0;
        if (local.Date >= span.End) return Units;
        var minutes = Math.Clamp((local.Hour * 60) + local.Minute - _opens, 0, Midnight - _opens);
        return (Period.DaysBetween(span.First, local.Date) * UnitsADay) + (minutes / Unit);
    }

    public DiaryPage.Place Across(LocalDateTime from, LocalDateTime until)
    {
        var left = Math.Min(Place(from), Units - 1);
        return new DiaryPage.Place(left, Math.Max(1, Place(until) - left), left > Units * 7 / 10);
    }
}
