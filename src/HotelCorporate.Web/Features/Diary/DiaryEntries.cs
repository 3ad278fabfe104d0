using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>Says functions and closures in the reader's words.</summary>
/// <param name="texts">The reader's words for ours.</param>
internal sealed class DiaryEntries(DiarySpan span, DiaryScale scale, CultureInfo culture, Func<string, string> texts)
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly string[] Times = [.. Enumerable.Range(0, 24 * 60).Select(minute => Time.Format(LocalTime.FromMinutesSinceMidnight(minute)))];

    private readonly string _people = texts("people"), _inLine = texts("in line, rank"), _taken = texts("Takes the room"), _optionUntil = texts("Option until");
    private readonly string _numberDue = texts("Final number due"), _backUpFor = texts("back-up for"), _closed = texts("Closed (space)"), _reason = texts("Reason for the numbers");
    private readonly string _keeps = texts("24-hour hold"), _loud = texts("Loud"), _quiet = texts("Needs quiet"), _backUp = texts("Back-up room held");
    private readonly Dictionary<BookingStatus, string> _statuses = Enum.GetValues<BookingStatus>().ToDictionary(status => status, status => texts(status.ToString()));
    private readonly Dictionary<SetupStyle, string> _styles = Enum.GetValues<SetupStyle>().ToDictionary(style => style, style => texts(style.ToString()));
    private readonly LocalDatePattern _dayAndMonth = LocalDatePattern.Create("ddd d MMM", culture);
    private readonly Dictionary<LocalDate, string> _dates = [];
    private readonly Dictionary<LocalDate, string> _isoDates = [];

    public DiaryPage.Entry Of(DiaryFunction function, string space, int? rank, DiaryFacts? facts, IEnumerable<Sentence> noises)
    {
        var (from, until) = (scale.Local(function.OccupiedFrom), scale.Local(function.OccupiedUntil));
        var times = Between(function.Start, function.End);
        var status = rank is null ? _statuses[function.Status] : $"{_statuses[function.Status]}, {_inLine} {rank.Value.ToString(CultureInfo.InvariantCulture)}";
        var where = $"{space}, {_styles[function.Style]}, {function.People.ToString(culture)} {_people}";
        IReadOnlyList<string> tip = span.IsLight
            ? [function.Booking, status, function.Account, times]
            : [function.Booking, status, $"{function.Account}, {function.Reference}", function.Name, times, $"{_taken} {Clock(from)}–{Clock(until)}", where, .. More(function, facts), .. noises.Select(noise => "⚠ " + Say(noise))];
        var (start, end) = span.IsLight ? (null, null) : (Moment(function.Start), Moment(function.End));
        return new DiaryPage.Entry(function.Id, function.Version, start, end, function.BookingId, function.Booking, function.Status, rank, tip, times, where, from, until);
    }

    /// <summary>The same function in the row of the room that is held for the rain.</summary>
    public DiaryPage.Entry BackUp(DiaryPage.Entry entry)
    {
        var named = $"{_backUpFor} {entry.Booking}";
        return entry with { Booking = named, Tip = [named, .. entry.Tip.Skip(1)] };
    }

    public string Closed(DiaryClosure closure, string space) => $"{_closed}: {closure.Reason}, {space}, {Between(closure.Start, closure.End)}";

    /// <summary>A page names the same days many times.</summary>
    public string Day(LocalDate date) => _dates.TryGetValue(date, out var text) ? text : _dates[date] = _dayAndMonth.Format(date);

    private string Between(LocalDateTime start, LocalDateTime end) =>
        $"{Day(start.Date)} {Clock(start)}–{(start.Date == end.Date ? "" : Day(end.Date) + " ")}{Clock(end)}";

    private IEnumerable<string> More(DiaryFunction function, DiaryFacts? facts)
    {
        if (function.OptionUntil is { } on) yield return $"{_optionUntil} {Day(on)}";
        if (function.AwaitsNumber && facts?.GuaranteeUntil is { } due) yield return $"{_numberDue} {Day(due.Date)} {Clock(due)}";
        if (facts is { Phone.Length: > 0 }) yield return $"☎ {facts.Contact}, {facts.Phone}";
        if (function.IsLoud) yield return $"♪ {_loud}";
        if (function.NeedsQuiet) yield return $"∅ {_quiet}";
        if (function.KeepsSpace) yield return $"⟳ {_keeps}";
        if (function.HasBackUp) yield return $"☂ {_backUp}";
        if (function.CapacityReason is { Length: > 0 } reason) yield return $"{_reason}: {reason}";
    }

    private string Say(Sentence sentence) => sentence.Fill(texts, gap => (string)gap, culture);

    private string Moment(LocalDateTime moment) => (_isoDates.TryGetValue(moment.Date, out var text) ? text : _isoDates[moment.Date] = LocalDatePattern.Iso.Format(moment.Date) + "T") + Clock(moment);

    private static string Clock(LocalDateTime moment) => Times[(moment.Hour * 60) + moment.Minute];
}
