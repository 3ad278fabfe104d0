using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace HotelCorporate.Web.Documents.Calendar;

/// <summary>What the calendar files share: times in the hotel's zone, which goes with them; the hotel as organizer.</summary>
internal static class HotelCalendar
{
    public static Ical.Net.Calendar Of(HotelSheet hotel, string method, LocalDate first)
    {
        var calendar = new Ical.Net.Calendar { Method = method, ProductId = "-//HotelCorporate//Events//EN" };
        // With its rules from the year of the first event: a reader that does not know the zone's name still gets the hour right.
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(hotel.TimeZoneId, new DateTime(first.Year, 1, 1), includeHistoricalData: false));
        return calendar;
    }

    public static CalendarEvent Event(HotelSheet hotel, ProgrammeRow function, int sequence, Instant stamp, string summary, string description) => new()
    {
        Uid = function.Uid,
        Sequence = sequence,
        Summary = summary,
        Description = description,
        Location = string.Join(", ", new[] { function.Space, hotel.Name, hotel.Street, hotel.City }.Where(text => text.Length > 0)),
        DtStamp = new CalDateTime(stamp.ToDateTimeUtc(), "UTC"),
        DtStart = At(function.Start, hotel.TimeZoneId),
        DtEnd = At(function.End, hotel.TimeZoneId),
        Organizer = new Organizer("mailto:" + hotel.Email) { CommonName = hotel.Name },
    };

    public static byte[] Bytes(Ical.Net.Calendar calendar) => System.Text.Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);

    private static CalDateTime At(LocalDateTime time, string zone) =>
        new(DateTime.SpecifyKind(time.ToDateTimeUnspecified(), DateTimeKind.Unspecified), zone, true);
}
