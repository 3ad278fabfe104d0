using Ical.Net.DataTypes;
using NodaTime;

namespace HotelCorporate.Web.Documents.Calendar;

/// <summary>One function's invitation for one guest's calendar: REQUEST puts it there or moves it, CANCEL takes it out.</summary>
public static class FunctionInvite
{
    /// <param name="organizer">The address that the mail comes from; calendars take an invitation from nobody else.</param>
    public static byte[] Write(HotelSheet hotel, InviteSheet invite, string organizer, string guestName, string guestAddress, Instant stamp)
    {
        var calendar = HotelCalendar.Of(hotel, Method(invite), invite.Function.Start.Date);
        var entry = HotelCalendar.Event(hotel, invite.Function, invite.Sequence, stamp, invite.Function.Name, invite.Description);
        entry.Organizer = new Organizer("mailto:" + organizer) { CommonName = hotel.Name };
        entry.Status = invite.Cancelled ? "CANCELLED" : "CONFIRMED";
        entry.Attendees.Add(new Attendee("mailto:" + guestAddress) { CommonName = guestName, ParticipationStatus = "NEEDS-ACTION", Role = "REQ-PARTICIPANT", Rsvp = !invite.Cancelled });
        calendar.Events.Add(entry);
        return HotelCalendar.Bytes(calendar);
    }

    public static string Method(InviteSheet invite) => invite.Cancelled ? "CANCEL" : "REQUEST";
}
