using HotelCorporate.Domain.Imports;
using NodaTime;

namespace HotelCorporate.Domain.Rooms;

/// <summary>What one row of a rooming list says. None where it is silent.</summary>
/// <param name="Refusals">What could not be read.</param>
public sealed record RoomingRow(int Number, string Name, RoomType? Type, LocalDate? Arrival, LocalDate? Departure, string Reference, string SharedWith, string Remarks, IReadOnlyList<RowRefusal> Refusals);

/// <summary>Lays a rooming list over a block, row by row: a guest who is known is changed, not doubled. A row that is refused changes nothing; guests that the list leaves out stay.</summary>
public static class RoomingList
{
    public static IReadOnlyList<RowOutcome> Apply(IEnumerable<RoomingRow> rows, RoomBlock block, Func<int, string> typeName, LocalDate today)
    {
        var seen = new List<RoomGuest>();
        return [.. rows.Select(row => Apply(row, block, typeName, today, seen))];
    }

    private static RowOutcome Apply(RoomingRow row, RoomBlock block, Func<int, string> typeName, LocalDate today, List<RoomGuest> seen)
    {
        var name = Sentence.Typed(row.Name);
        if (row.Refusals.Count > 0 || row is not { Type: { } type, Arrival: { } arrival, Departure: { } departure }) return new(row.Number, name, RowVerdict.Refused, [], row.Refusals);
        var facts = new GuestFacts(row.Name, type.Id, arrival, departure, row.Reference, row.SharedWith, row.Remarks);
        var before = block.Guests.FirstOrDefault(guest => guest.IsMeantBy(facts));
        if (before is not null && seen.Contains(before)) return Refused(nameof(GuestFacts.Name), "The list names this guest twice. Keep one of the rows, or give each a reference of its own.");
        var stood = before?.Facts;
        try
        {
            var verdict = block.Name(facts, typeName, today);
            seen.Add(block.Guests.First(guest => guest.IsMeantBy(facts)));
            return new(row.Number, name, verdict, verdict == RowVerdict.Unchanged ? [] : [.. Changes(stood, facts, typeName)], []);
        }
        catch (HouseRuleException refusal)
        {
            return Refused(refusal.Field, refusal.Sentence);
        }

        RowOutcome Refused(string column, Sentence why) => new(row.Number, name, RowVerdict.Refused, [], [new(column, why)]);
    }

    private static IEnumerable<Sentence> Changes(GuestFacts? was, GuestFacts now, Func<int, string> typeName)
    {
        if (was is null || was.RoomTypeId != now.RoomTypeId || was.Arrival != now.Arrival || was.Departure != now.Departure)
        {
            if (was is not null) yield return $"was {typeName(was.RoomTypeId)}, {was.Arrival} to {was.Departure}";
            yield return $"{typeName(now.RoomTypeId)}, {now.Arrival} to {now.Departure}";
        }

        if (was is not null && was.Name != now.Name) yield return "another spelling of the name";
        if ((was?.SharedWith ?? "") != now.SharedWith) yield return $"shares with {now.SharedWith}";
        if ((was?.Remarks ?? "") != now.Remarks) yield return "remarks";
    }
}
