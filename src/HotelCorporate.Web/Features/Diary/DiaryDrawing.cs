using System.Globalization;
using HotelCorporate.Domain.Bookings;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>Places functions and closures in rows and columns. Pure.</summary>
public sealed class DiaryDrawing
{
    private readonly DiarySpan _span;
    private readonly LocalDateTime _now;
    private readonly CultureInfo _culture;
    private readonly DiaryContent _content;
    private readonly DiaryScale _scale;
    private readonly DiaryEntries _entries;
    private readonly Dictionary<int, DiaryRoom> _rooms;
    private readonly Dictionary<int, DiaryPage.Entry> _said;
    private readonly Dictionary<int, string> _closed;
    private readonly List<DiaryFunction> _shown;
    private readonly ILookup<int, DiaryFunction> _bySpace, _byBackUp;
    private readonly ILookup<int, DiaryClosure> _closures;
    private readonly Dictionary<(BookingStatus, bool, bool, bool, int), string> _kinds = [];
    private readonly List<DiaryRoom> _listed;

    /// <param name="texts">The reader's words for ours.</param>
    public DiaryDrawing(DiarySpan span, DateTimeZone zone, Instant now, CultureInfo culture, Func<string, string> texts, DiaryContent content, DiaryFilter filter)
    {
        (_span, _culture, _content, _now) = (span, culture, content, now.InZone(zone).LocalDateTime);
        _rooms = content.Rooms.ToDictionary(room => room.Id);
        _listed = [.. content.Listed(filter)];
        _shown = [.. content.Functions.Where(filter.Shows)];
        _scale = new DiaryScale(span, zone, span.View == DiaryView.Day && _shown.Exists(function => DiaryScale.NeedsNight(span, zone, function)));
        _entries = new DiaryEntries(span, _scale, culture, texts);
        var ranks = content.Ranks();
        _said = _shown.ToDictionary(function => function.Id, function => _entries.Of(
            function, _rooms[function.SpaceId].Name, ranks.TryGetValue(function.Id, out var rank) ? rank : null, content.Facts.GetValueOrDefault(function.BookingId), content.Noises(function)));
        _closed = content.Closures.ToDictionary(closure => closure.Id, closure => _entries.Closed(closure, _rooms[closure.SpaceId].Name));
        _bySpace = _shown.ToLookup(function => function.SpaceId);
        _byBackUp = _shown.Where(function => function is { HasBackUp: true, IsFirm: true } && _rooms[function.SpaceId].BackUpSpaceId is not null).ToLookup(function => _rooms[function.SpaceId].BackUpSpaceId!.Value);
        _closures = content.Closures.ToLookup(closure => closure.SpaceId);
    }

    public DiaryPage Draw(DiaryFilterBar filters)
    {
        var listed = _listed.Select(room => room.Id).ToHashSet();
        var counted = _shown.FindAll(function => listed.Contains(function.SpaceId));
        return new DiaryPage(
            _span.View, _span.Date, _now.Date, Title(_span, _culture), _span.View == DiaryView.Day ? _content.Holidays.GetValueOrDefault(_span.First) : null, _span.Earlier, _span.Later, Columns(filters.Filter),
            [.. _listed.GroupBy(room => room.Floor, Row, StringComparer.Ordinal).Select(floor => new DiaryPage.Floor(floor.Key, [.. floor]))],
            Agenda(counted, listed, filters.Filter), _scale.Classes,
            _now.Date >= _span.First && _now.Date < _span.End ? "now x" + Text(_scale.Place(_now)) : null,
            counted.Count, _scale.Drawn) { Filters = filters };
    }

    /// <summary>All that is known of a function, a line each; null when it is not shown.</summary>
    public IReadOnlyList<string>? Card(int functionId) => _said.GetValueOrDefault(functionId)?.Tip;

    public static string Title(DiarySpan span, CultureInfo culture)
    {
        var day = LocalDatePattern.Create("ddd d MMM uuuu", culture);
        return span.View switch
        {
            DiaryView.Day => day.Format(span.First),
            DiaryView.Week or DiaryView.SixWeeks => $"{LocalDatePattern.Create("ddd d MMM", culture).Format(span.First)} – {day.Format(span.End.PlusDays(-1))}",
            DiaryView.Month => LocalDatePattern.Create("MMMM uuuu", culture).Format(span.First),
            _ => Text(span.First.Year),
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private DiaryPage.Row Row(DiaryRoom room)
    {
        var sharing = _content.Rooms.Where(room.SharesWith).ToList();
        var (bars, blocks, lines) = (new List<DiaryPage.Bar>(), new List<DiaryPage.Block>(), new DiaryLines());
        foreach (var taking in Takings(room, sharing))
        {
            if (lines.Take(taking.From, taking.Until, taking.IsFirm) is not { } line) continue;
            if (taking.Closure is { } closure) blocks.Add(new(closure, _closed[closure.Id], line, _scale.Across(closure.Start, closure.End)));
            if (taking.Function is { } function) bars.Add(Bar(function, taking.IsEcho, taking.IsBackUp, line));
        }

        var hint = room.AreaM2 is { } area ? area.ToString("0", _culture) + " m²" : "";
        return new DiaryPage.Row(room.Id, room.Name, hint, (room.IsCombination ? "combined " : "") + "lines" + Text(lines.Count), new DiaryBars(bars, detailed: !_span.IsLight), new DiaryClosures(blocks));
    }

    /// <summary>What is only asked for stands in its own row; what is held, or closed, also in the rows of the rooms that it takes away.</summary>
    private List<Taking> Takings(DiaryRoom room, List<DiaryRoom> sharing)
    {
        var takings = new List<Taking>();
        foreach (var other in sharing)
        {
            var isEcho = other.Id != room.Id;
            takings.AddRange(_bySpace[other.Id].Where(function => function.IsFirm || !isEcho).Select(function => new Taking(function.OccupiedFrom, function.OccupiedUntil, function.IsFirm, function.Id, function, isEcho)));
            takings.AddRange(_closures[other.Id].Select(closure => new Taking(closure.From, closure.Until, true, closure.Id, Closure: closure)));
            takings.AddRange(_byBackUp[other.Id].Where(function => !sharing.Exists(own => own.Id == function.SpaceId))
                .Select(function => new Taking(function.OccupiedFrom, function.OccupiedUntil, true, function.Id, function, IsEcho: true, IsBackUp: true)));
        }

        takings.Sort((one, other) => one.IsFirm != other.IsFirm ? other.IsFirm.CompareTo(one.IsFirm) : one.From != other.From ? one.From.CompareTo(other.From) : one.Id.CompareTo(other.Id));
        return takings;
    }

    private DiaryPage.Bar Bar(DiaryFunction function, bool isEcho, bool isBackUp, int line)
    {
        var entry = _said[function.Id];
        var occupied = _scale.Across(entry.OccupiedFrom, entry.OccupiedUntil);
        return new DiaryPage.Bar(
            isBackUp ? _entries.BackUp(entry) : entry, Kind(function.Status, function.IsWaiting, function.IsFirm, isEcho, line),
            _span.IsLight ? occupied : _scale.Across(function.Start, function.End), _span.IsLight ? null : occupied, isEcho);
    }

    /// <summary>The classes of a bar but for its place; a page has few kinds and many bars.</summary>
    private string Kind(BookingStatus status, bool waits, bool firm, bool echo, int line) => _kinds.TryGetValue((status, waits, firm, echo, line), out var kind)
        ? kind
        : _kinds[(status, waits, firm, echo, line)] = $" st-{status}{(waits ? " waits" : "")}{(echo ? " echo" : "")}{(firm ? "" : " thin")} l{Text(line)}";

    private List<DiaryPage.Column> Columns(DiaryFilter filter)
    {
        if (_span.View == DiaryView.Day)
            return [.. Enumerable.Range(_scale.FirstHour, _scale.Columns).Select(hour => new DiaryPage.Column(hour.ToString("00", CultureInfo.InvariantCulture), null, null, false, false))];

        var (weekday, dayOfWeek) = (LocalDatePattern.Create("ddd", _culture), LocalDatePattern.Create("ddd d", _culture));
        return [.. Enumerable.Range(0, _span.Days).Select(_span.First.PlusDays).Select(day => new DiaryPage.Column(
            _span.View == DiaryView.Week ? dayOfWeek.Format(day) : Text(day.Day),
            _span.View == DiaryView.Week ? null : weekday.Format(day)[..1],
            filter.Address(DiaryView.Day, day), day == _now.Date, day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday, _content.Holidays.GetValueOrDefault(day)))];
    }

    /// <summary>For narrow screens: what is on, day by day; the light views give the counts only.</summary>
    private List<DiaryPage.AgendaDay> Agenda(List<DiaryFunction> functions, HashSet<int> listed, DiaryFilter filter)
    {
        var day = LocalDatePattern.Create("ddd d MMM uuuu", _culture);
        var onDay = functions.ToLookup(function => LocalDate.Max(function.Start.Date, _span.First));
        var closed = _content.Closures.Where(closure => listed.Contains(closure.SpaceId)).ToLookup(closure => LocalDate.Max(closure.Start.Date, _span.First));
        return [.. onDay.Select(group => group.Key).Concat(closed.Select(group => group.Key)).Concat(_content.Holidays.Keys).Distinct().Order().Select(date => new DiaryPage.AgendaDay(
            day.Format(date), filter.Address(DiaryView.Day, date), date == _now.Date,
            [.. _content.Holidays.TryGetValue(date, out var holiday) ? [holiday] : Array.Empty<string>(), .. closed[date].Select(closure => _closed[closure.Id])],
            _span.IsLight ? [] : [.. onDay[date].OrderBy(function => function.Start).Select(function => _said[function.Id])], onDay[date].Count()))];
    }

    /// <summary>What takes a room in its row.</summary>
    private readonly record struct Taking(
        Instant From, Instant Until, bool IsFirm, int Id, DiaryFunction? Function = null, bool IsEcho = false, DiaryClosure? Closure = null, bool IsBackUp = false);
}
