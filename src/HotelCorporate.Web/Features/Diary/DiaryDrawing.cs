using System.Globalization;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>
/// Places functions in rows and columns. Pure. Places are whole units of the view's width, written as classes
/// (x12 w30: see diary.css), since the page's security policy allows no style on an element.
/// </summary>
public sealed class DiaryDrawing
{
    /// <summary>Nights are left out where nothing happens in them.</summary>
    private const int Morning = 6 * 60;
    private const int Midnight = 24 * 60;
    private const int MostLines = 9;

    private readonly DiarySpan _span;
    private readonly DateTimeZone _zone;
    private readonly LocalDateTime _now;
    private readonly LocalDatePattern _day;
    private readonly LocalDatePattern _dayAndMonth;
    private readonly CultureInfo _culture;
    private readonly string _people, _inLine, _taken, _optionUntil;
    private readonly Dictionary<BookingStatus, string> _statuses;
    private readonly Dictionary<SetupStyle, string> _styles;
    private readonly Dictionary<LocalDate, string> _dates = [];
    private readonly Dictionary<LocalDate, string> _isoDates = [];
    private readonly Dictionary<(BookingStatus, bool, bool, bool, int), string> _kinds = [];
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly string[] Times = [.. Enumerable.Range(0, Midnight).Select(minute => Time.Format(LocalTime.FromMinutesSinceMidnight(minute)))];
    private int _opens = Morning;

    /// <param name="texts">The reader's words for ours.</param>
    public DiaryDrawing(DiarySpan span, DateTimeZone zone, Instant now, CultureInfo culture, Func<string, string> texts)
    {
        (_span, _zone, _culture) = (span, zone, culture);
        (_people, _inLine, _taken, _optionUntil) = (texts("people"), texts("in line, rank"), texts("Takes the room"), texts("Option until"));
        _statuses = Enum.GetValues<BookingStatus>().ToDictionary(status => status, status => texts(status.ToString()));
        _styles = Enum.GetValues<SetupStyle>().ToDictionary(style => style, style => texts(style.ToString()));
        _now = now.InZone(zone).LocalDateTime;
        _day = LocalDatePattern.Create("ddd d MMM uuuu", culture);
        _dayAndMonth = LocalDatePattern.Create("ddd d MMM", culture);
    }

    /// <summary>Minutes in one unit of width.</summary>
    private int Unit => _span.View switch { DiaryView.Day => 5, DiaryView.Week => 30, _ => 120 };

    private int UnitsADay => (Midnight - _opens) / Unit;

    private int Units => UnitsADay * _span.Days;

    public DiaryPage Draw(IReadOnlyList<DiaryRoom> rooms, IReadOnlyList<DiaryFunction> functions)
    {
        if (_span.View == DiaryView.Day && functions.Any(function => StartsAtNight(function))) _opens = 0;
        var ranks = Ranks(rooms, functions);
        var names = rooms.ToDictionary(room => room.Id, room => room.Name);
        var entries = functions.ToDictionary(function => function.Id, function => Entry(function, names[function.SpaceId], ranks));
        var bySpace = functions.ToLookup(function => function.SpaceId);
        var rows = rooms.Select(room => (room.Floor, Row: Row(room, rooms, bySpace, entries))).ToList();
        return new DiaryPage(
            _span.View, _span.Date, _now.Date, Title(), _span.Earlier, _span.Later, Columns(),
            [.. rows.GroupBy(row => row.Floor, row => row.Row, StringComparer.Ordinal).Select(floor => new DiaryPage.Floor(floor.Key, [.. floor]))],
            Agenda(functions, entries),
            string.Create(CultureInfo.InvariantCulture, $"diary-{_span.View} n{Units} d{(_span.View == DiaryView.Day ? (Midnight - _opens) / 60 : _span.Days)}"),
            _now.Date >= _span.First && _now.Date < _span.End ? "now x" + Text(Place(_now)) : null,
            functions.Count, new DiaryPage.Scale(LocalDatePattern.Iso.Format(_span.First), _opens, Unit, _span.View switch { DiaryView.Day => 15, DiaryView.Week => 30, _ => Midnight }));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A page names the same days many times.</summary>
    private string Day(LocalDate date) => _dates.TryGetValue(date, out var text) ? text : _dates[date] = _dayAndMonth.Format(date);

    private string Moment(LocalDateTime moment) => (_isoDates.TryGetValue(moment.Date, out var text) ? text : _isoDates[moment.Date] = LocalDatePattern.Iso.Format(moment.Date) + "T") + Clock(moment);

    private static string Clock(LocalDateTime moment) => Times[(moment.Hour * 60) + moment.Minute];

    private bool StartsAtNight(DiaryFunction function)
    {
        var starts = Local(function.OccupiedFrom);
        return starts.Date == _span.First ? starts.Hour < 6 : Local(function.OccupiedUntil) is var ends && ends.Date == _span.First && ends.Hour < 7;
    }

    private LocalDateTime Local(Instant at) => at.InZone(_zone).LocalDateTime;

    /// <summary>Units from the left edge.</summary>
    private int Place(LocalDateTime local)
    {
        if (local.Date < _span.First) return 0;
        if (local.Date >= _span.End) return Units;
        var minutes = Math.Clamp((local.Hour * 60) + local.Minute - _opens, 0, Midnight - _opens);
        return (Period.DaysBetween(_span.First, local.Date) * UnitsADay) + (minutes / Unit);
    }

    private DiaryPage.Place Across(LocalDateTime from, LocalDateTime until)
    {
        var left = Math.Min(Place(from), Units - 1);
        return new DiaryPage.Place(left, Math.Max(1, Place(until) - left), left > Units * 7 / 10);
    }

    private DiaryPage.Row Row(
        DiaryRoom room, IReadOnlyList<DiaryRoom> rooms, ILookup<int, DiaryFunction> bySpace, Dictionary<int, DiaryPage.Entry> entries)
    {
        var sharing = rooms.Where(other => other.Id == room.Id || other.AtomIds.Any(room.AtomIds.Contains));
        var bars = new List<DiaryPage.Bar>();
        List<List<DiaryFunction>> lines = [[]];
        foreach (var function in sharing.SelectMany(other => bySpace[other.Id]).OrderByDescending(function => function.IsFirm).ThenBy(function => function.OccupiedFrom).ThenBy(function => function.Id))
        {
            // What is only asked for stands in its own row; what is held also in the rows of the rooms that it takes away.
            var echo = function.SpaceId != room.Id;
            if (echo && !function.IsFirm) continue;
            var line = function.IsFirm ? 0 : 1;
            // Firm ones come first, in the order of time: only the last of a line can be in the way.
            while (line < lines.Count && (function.IsFirm ? lines[line].Count > 0 && lines[line][^1].Overlaps(function) : lines[line].Exists(function.Overlaps))) line++;
            if (line >= MostLines) continue;
            while (line >= lines.Count) lines.Add([]);
            lines[line].Add(function);
            var entry = entries[function.Id];
            var occupied = Across(entry.OccupiedFrom, entry.OccupiedUntil);
            bars.Add(new DiaryPage.Bar(
                entry, Kind(function.Status, function.IsWaiting, function.IsFirm, echo, line),
                _span.View == DiaryView.Month ? occupied : Across(function.Start, function.End), _span.View == DiaryView.Month ? null : occupied, echo));
        }

        var hint = room.AreaM2 is { } area ? area.ToString("0", _culture) + " m²" : "";
        return new DiaryPage.Row(room.Id, room.Name, hint, (room.AtomIds.Count > 1 ? "combined " : "") + "lines" + Text(lines.Count), new DiaryBars(bars, detailed: _span.View != DiaryView.Month));
    }

    /// <summary>The classes of a bar but for its place; a page has few kinds and many bars.</summary>
    private string Kind(BookingStatus status, bool waits, bool firm, bool echo, int line) => _kinds.TryGetValue((status, waits, firm, echo, line), out var kind)
        ? kind
        : _kinds[(status, waits, firm, echo, line)] = $" st-{status}{(waits ? " waits" : "")}{(echo ? " echo" : "")}{(firm ? "" : " thin")} l{Text(line)}";

    private DiaryPage.Entry Entry(DiaryFunction function, string space, Dictionary<int, int> ranks)
    {
        var sameDay = function.Start.Date == function.End.Date;
        var rank = ranks.TryGetValue(function.Id, out var place) ? place : (int?)null;
        var (from, until) = (Local(function.OccupiedFrom), Local(function.OccupiedUntil));
        var times = $"{Day(function.Start.Date)} {Clock(function.Start)}–{(sameDay ? "" : Day(function.End.Date) + " ")}{Clock(function.End)}";
        var status = rank is null ? _statuses[function.Status] : $"{_statuses[function.Status]}, {_inLine} {Text(rank.Value)}";
        var where = $"{space}, {_styles[function.Style]}, {function.People.ToString(_culture)} {_people}";
        if (_span.View == DiaryView.Month) return new DiaryPage.Entry(function.Id, function.Version, null, null, function.BookingId, function.Booking, function.Status, rank, [function.Booking, status, function.Account, times], times, where, from, until);
        List<string> tip = [function.Booking, status, $"{function.Account}, {function.Reference}", function.Name, times, $"{_taken} {Clock(from)}–{Clock(until)}", where];
        if (function is { Status: BookingStatus.Tentative, OptionOn: { } on }) tip.Add($"{_optionUntil} {Day(on)}");
        return new DiaryPage.Entry(function.Id, function.Version, Moment(function.Start), Moment(function.End), function.BookingId, function.Booking, function.Status, rank, tip, times, where, from, until);
    }

    /// <summary>A waiting one's place in line: 2 and those of other bookings that queued earlier and overlap it on an atom.</summary>
    private static Dictionary<int, int> Ranks(IReadOnlyList<DiaryRoom> rooms, IReadOnlyList<DiaryFunction> functions)
    {
        var atoms = rooms.ToDictionary(room => room.Id, room => room.AtomIds);
        var waiting = functions.Where(function => function.IsWaiting).ToList();
        return waiting.ToDictionary(
            function => function.Id,
            function => 2 + waiting.Count(other => other.BookingId != function.BookingId && other.QueuedAs < function.QueuedAs
                && other.Overlaps(function) && atoms[other.SpaceId].Any(atoms[function.SpaceId].Contains)));
    }

    private string Title() => _span.View switch
    {
        DiaryView.Day => _day.Format(_span.First),
        DiaryView.Week => $"{_dayAndMonth.Format(_span.First)} – {_day.Format(_span.End.PlusDays(-1))}",
        _ => LocalDatePattern.Create("MMMM uuuu", _culture).Format(_span.First),
    };

    private List<DiaryPage.Column> Columns()
    {
        if (_span.View == DiaryView.Day)
        {
            return [.. Enumerable.Range(_opens / 60, 24 - (_opens / 60)).Select(hour => new DiaryPage.Column(hour.ToString("00", CultureInfo.InvariantCulture), null, null, false, false))];
        }

        var weekday = LocalDatePattern.Create("ddd", _culture);
        return [.. Enumerable.Range(0, _span.Days).Select(_span.First.PlusDays).Select(day => new DiaryPage.Column(
            _span.View == DiaryView.Week ? LocalDatePattern.Create("ddd d", _culture).Format(day) : Text(day.Day),
            _span.View == DiaryView.Week ? null : weekday.Format(day)[..1],
            DayAddress(day), day == _now.Date, day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))];
    }

    private static string DayAddress(LocalDate day) => "/diary?view=day&date=" + LocalDatePattern.Iso.Format(day);

    /// <summary>For narrow screens: what is on, day by day; a month gives the counts only.</summary>
    private List<DiaryPage.AgendaDay> Agenda(IReadOnlyList<DiaryFunction> functions, Dictionary<int, DiaryPage.Entry> entries) =>
        [.. functions
            .GroupBy(function => LocalDate.Max(function.Start.Date, _span.First)).OrderBy(day => day.Key)
            .Select(day => new DiaryPage.AgendaDay(
                _day.Format(day.Key), DayAddress(day.Key), day.Key == _now.Date,
                _span.View == DiaryView.Month ? [] : [.. day.OrderBy(function => function.Start).Select(function => entries[function.Id])], day.Count()))];
}
