using HotelCorporate.Web.Documents;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>Makes the sheets of what a view shows. Pure.</summary>
internal static class DiarySheets
{
    /// <param name="sellers">The names of those who own bookings.</param>
    public static DiarySheet Of(DiaryContent content, DiarySpan span, DiaryFilter filter, DateTimeZone zone, HotelSheet hotel, IReadOnlyDictionary<int, string> sellers, Words words)
    {
        var listed = content.Listed(filter).Select((room, place) => (room, place)).ToDictionary(at => at.room.Id);
        var ranks = content.Ranks();
        return new DiarySheet(hotel, DiaryDrawing.Title(span, words.Culture), words.Language, span.First, span.End.PlusDays(-1))
        {
            Holidays = content.Holidays,
            Spaces = [.. listed.Values.OrderBy(at => at.place).Select(at => at.room.Name)],
            Lines = [.. content.Functions.Where(function => filter.Shows(function) && listed.ContainsKey(function.SpaceId))
                .OrderBy(function => listed[function.SpaceId].place).ThenBy(function => function.Start).ThenBy(function => function.Id)
                .Select(function => Line(function, listed[function.SpaceId].room))],
            Closures = [.. content.Closures.Where(closure => listed.ContainsKey(closure.SpaceId)).OrderBy(closure => listed[closure.SpaceId].place).ThenBy(closure => closure.Start)
                .Select(closure => new DiarySheet.Shut(listed[closure.SpaceId].room.Floor, listed[closure.SpaceId].room.Name, closure.Reason, closure.Start, closure.End))],
        };

        DiarySheet.Line Line(DiaryFunction function, DiaryRoom room)
        {
            var facts = content.Facts.GetValueOrDefault(function.BookingId);
            return new DiarySheet.Line(
                room.Floor, room.Name, function.Booking, function.Name, function.Account, function.Reference, function.Status.ToString(), ranks.TryGetValue(function.Id, out var rank) ? rank : null,
                function.Start, function.End, Local(function.OccupiedFrom), Local(function.OccupiedUntil), function.People, function.Style.ToString(), facts?.Contact ?? "", facts?.Phone ?? "",
                function.OptionUntil, function.AwaitsNumber ? facts?.GuaranteeUntil : null, sellers.GetValueOrDefault(function.OwnerId ?? 0, ""), string.Join("; ", [.. Remarks(function, words), .. content.Noises(function).Select(words.Say)]));
        }

        LocalDateTime Local(Instant at) => at.InZone(zone).LocalDateTime;
    }

    public static YearSheet Of(YearPage page) => new(
        page.Year,
        [.. YearPage.Months.Select(month => (IReadOnlyList<decimal>)[.. Enumerable.Range(1, CalendarSystem.Iso.GetDaysInMonth(page.Year, month)).Select(day => page.Held.OnDay(new LocalDate(page.Year, month, day)))])],
        [.. page.Rooms.Select(room => new YearSheet.Space(room.Floor, room.Name, [.. YearPage.Months.Select(month => page.Held.InMonth(room.AtomIds, month))], page.Held.InYear(room.AtomIds)))],
        [.. YearPage.Months.Select(page.Held.InMonth)], page.Held.InYear());

    private static List<string> Remarks(DiaryFunction function, Words words)
    {
        List<string> said = [];
        if (function.IsLoud) said.Add(words["Loud"]);
        if (function.NeedsQuiet) said.Add(words["Needs quiet"]);
        if (function.KeepsSpace) said.Add(words["24-hour hold"]);
        if (function.HasBackUp) said.Add(words["Back-up room held"]);
        if (function.CapacityReason is { Length: > 0 } reason) said.Add($"{words["Reason for the numbers"]}: {reason}");
        return said;
    }
}
