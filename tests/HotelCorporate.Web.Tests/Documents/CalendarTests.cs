using System.Text;
using HotelCorporate.Web.Documents.Calendar;
using Ical.Net;
using NodaTime;

namespace HotelCorporate.Web.Tests.Documents;

public sealed class CalendarTests
{
    private static readonly Instant Stamp = Instant.FromUtc(2026, 11, 24, 8, 0);

    [Fact]
    public void An_invitation_asks_and_carries_zone_organizer_and_utc_stamp()
    {
        var text = Encoding.UTF8.GetString(FunctionInvite.Write(
            SheetExamples.Hotel, new InviteSheet(SheetExamples.Programme[0], 2, false), "mail@hotel.example", "Jörg", "jorg@client.example", Stamp));
        var unfolded = text.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal);
        foreach (var said in new[] { "METHOD:REQUEST", "BEGIN:VTIMEZONE", "TZID:Europe/Tirane", "DTSTART;TZID=Europe/Tirane:20270327T090000", "DTSTAMP:20261124T080000Z", "SEQUENCE:2", "mailto:mail@hotel.example", "mailto:jorg@client.example", "UID:f-1@skanderbeg.example" })
            Assert.Contains(said, unfolded, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 76, line));
    }

    [Fact]
    public void A_cancelled_function_is_taken_out_with_the_same_uid()
    {
        var calendar = Calendar.Load(Encoding.UTF8.GetString(FunctionInvite.Write(
            SheetExamples.Hotel, new InviteSheet(SheetExamples.Programme[0], 3, true), "mail@hotel.example", "Jörg", "jorg@client.example", Stamp)))!;
        Assert.Equal("CANCEL", calendar.Method);
        var entry = Assert.Single(calendar.Events);
        Assert.Equal("CANCELLED", entry.Status);
        Assert.Equal(3, entry.Sequence);
        Assert.Equal("f-1@skanderbeg.example", entry.Uid);
    }

    [Fact]
    public void A_programme_across_the_clock_change_keeps_its_true_length()
    {
        var calendar = Calendar.Load(Encoding.UTF8.GetString(ProgrammeCalendar.Write(
            SheetExamples.Hotel, "HC-1", "Meeting",
            [SheetExamples.Programme[1] with { Start = new(2027, 3, 28, 1, 0), End = new(2027, 3, 28, 4, 0) }], Stamp)))!;
        Assert.Equal("PUBLISH", calendar.Method);
        var entry = Assert.Single(calendar.Events);
        Assert.Equal(TimeSpan.FromHours(2), entry.DtEnd!.AsUtc - entry.DtStart!.AsUtc);
    }
}
