using NodaTime;

namespace HotelCorporate.Web.Documents.Calendar;

/// <summary>A booking's whole programme as a file to keep (METHOD:PUBLISH); nobody is asked to answer.</summary>
public static class ProgrammeCalendar
{
    public static byte[] Write(HotelSheet hotel, string reference, string title, IReadOnlyList<ProgrammeRow> programme, Instant stamp)
    {
        var calendar = HotelCalendar.Of(hotel, "PUBLISH", programme.Count > 0 ? programme.Min(row => row.Start.Date) : stamp.InUtc().Date);
        foreach (var (function, i) in programme.Select((function, i) => (function, i)))
        {
            var row = function.Uid.Length > 0 ? function : function with { Uid = $"{reference}-{i + 1}@{hotel.Email.Split('@')[^1]}" };
            calendar.Events.Add(HotelCalendar.Event(hotel, row, 0, stamp, $"{row.Name} \u2013 {title}", reference));
        }

        return HotelCalendar.Bytes(calendar);
    }
}
