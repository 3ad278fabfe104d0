using HotelCorporate.Domain.Imports;
using NodaTime;

namespace HotelCorporate.Domain.Rooms;

/// <summary>What one row of a file says of one room type in one night. None where the file is silent.</summary>
/// <param name="Refusals">What could not be read.</param>
public sealed record HouseRow(int Number, RoomType? Type, LocalDate? Night, int? Physical, int? OutOfOrder, int? Sold, IReadOnlyList<RowRefusal> Refusals);

/// <summary>Lays what the hotel's own system says over what stands, row by row. A row that is refused changes nothing; the same file a second time changes nothing.</summary>
public static class HouseImport
{
    /// <param name="stands">What is known, by type and night; new nights are added to it.</param>
    public static IReadOnlyList<RowOutcome> Apply(IEnumerable<HouseRow> rows, IDictionary<(int TypeId, LocalDate Night), HouseNight> stands)
    {
        var seen = new HashSet<(int, LocalDate)>();
        return [.. rows.Select(row => Apply(row, stands, seen))];
    }

    private static RowOutcome Apply(HouseRow row, IDictionary<(int TypeId, LocalDate Night), HouseNight> stands, HashSet<(int, LocalDate)> seen)
    {
        Sentence name = row is { Type: { } named, Night: { } on } ? $"{named.Name}, {on}" : Sentence.Typed(row.Type?.Name ?? "");
        if (row.Refusals.Count > 0 || row is not { Type: { } type, Night: { } night }) return new(row.Number, name, RowVerdict.Refused, [], row.Refusals);
        if (!seen.Add((type.Id, night))) return Refused("", "The file names this night and type twice. Keep one of the rows.");
        var stood = stands.TryGetValue((type.Id, night), out var known) ? known.Facts : null;
        var was = stood ?? new HouseFacts(type.Physical, 0, 0);
        try
        {
            var facts = new HouseFacts(row.Physical ?? was.Physical, row.OutOfOrder ?? was.OutOfOrder, row.Sold ?? was.Sold).Checked();
            if (facts == stood) return new(row.Number, name, RowVerdict.Unchanged, [], []);
            if (known is null) stands[(type.Id, night)] = new HouseNight(type.Id, night, facts);
            else known.Set(facts);
            return new(row.Number, name, stood is null ? RowVerdict.Made : RowVerdict.Changed, [.. Changes(was, facts)], []);
        }
        catch (HouseRuleException refusal)
        {
            return Refused(refusal.Field, refusal.Sentence);
        }

        RowOutcome Refused(string column, Sentence why) => new(row.Number, name, RowVerdict.Refused, [], [new(column, why)]);
    }

    private static IEnumerable<Sentence> Changes(HouseFacts was, HouseFacts now)
    {
        if (was.Physical != now.Physical) yield return $"physical {was.Physical} to {now.Physical}";
        if (was.OutOfOrder != now.OutOfOrder) yield return $"out of order {was.OutOfOrder} to {now.OutOfOrder}";
        if (was.Sold != now.Sold) yield return $"sold {was.Sold} to {now.Sold}";
    }
}
