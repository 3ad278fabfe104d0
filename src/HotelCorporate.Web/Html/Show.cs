using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Html;

/// <summary>Dates, times and amounts as a page shows them, in the reader's culture.</summary>
public static class Show
{
    /// <summary>Day and date together: "Tue 14 Apr 2026".</summary>
    public static string Day(LocalDate date) => LocalDatePattern.Create("ddd d MMM uuuu", CultureInfo.CurrentCulture).Format(date);

    public static string Time(LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Format(time);

    /// <summary>For an input of type date.</summary>
    public static string Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";

    public static string Moment(Instant at, DateTimeZone zone) =>
        LocalDateTimePattern.Create("ddd d MMM uuuu HH':'mm", CultureInfo.CurrentCulture).Format(at.InZone(zone).LocalDateTime);
}
