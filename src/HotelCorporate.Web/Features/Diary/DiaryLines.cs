using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>Puts what overlaps in one row on lines below one another: what is held first and in the order of time, then what waits.</summary>
internal sealed class DiaryLines
{
    private const int Most = 9;

    private readonly List<List<(Instant From, Instant Until)>> _lines = [[]];

    public int Count => _lines.Count;

    /// <summary>The first line with room; null when there are too many to show.</summary>
    public int? Take(Instant from, Instant until, bool isFirm)
    {
        var line = isFirm ? 0 : 1;
        // Firm ones come first, in the order of time: only the last of a line can be in the way.
        while (line < _lines.Count && (isFirm ? _lines[line].Count > 0 && Meets(_lines[line][^1]) : _lines[line].Exists(Meets))) line++;
        if (line >= Most) return null;
        while (line >= _lines.Count) _lines.Add([]);
        _lines[line].Add((from, until));
        return line;

        bool Meets((Instant From, Instant Until) other) => from < other.Until && other.From < until;
    }
}
