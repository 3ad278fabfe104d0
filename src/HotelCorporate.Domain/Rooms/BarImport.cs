using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Imports;
using NodaTime;

namespace HotelCorporate.Domain.Rooms;

/// <summary>What one row of a file says of the best available rate of one room type in one night.</summary>
/// <param name="CurrencyCode">Empty where the file is silent: the hotel's.</param>
/// <param name="Refusals">What could not be read.</param>
public sealed record BarRow(int Number, RoomType? Type, LocalDate? Night, decimal? Amount, string CurrencyCode, IReadOnlyList<RowRefusal> Refusals);

/// <summary>Lays the best available rates of a file over those that stand, row by row. A row that is refused changes nothing; the same file a second time changes nothing.</summary>
public static class BarImport
{
    /// <summary>More than this for a night is a slip of the finger.</summary>
    public const decimal Dearest = 100_000m;

    /// <param name="stands">What is known, by type and night; new nights are added to it, changed ones replaced.</param>
    public static IReadOnlyList<RowOutcome> Apply(IEnumerable<BarRow> rows, Currency currency, IDictionary<(int TypeId, LocalDate Night), BarRate> stands)
    {
        var seen = new HashSet<(int, LocalDate)>();
        return [.. rows.Select(row => Apply(row, currency, stands, seen))];
    }

    private static RowOutcome Apply(BarRow row, Currency currency, IDictionary<(int TypeId, LocalDate Night), BarRate> stands, HashSet<(int, LocalDate)> seen)
    {
        Sentence name = row is { Type: { } named, Night: { } on } ? $"{named.Name}, {on}" : Sentence.Typed(row.Type?.Name ?? "");
        if (row.Refusals.Count > 0 || row is not { Type: { } type, Night: { } night, Amount: { } amount }) return new(row.Number, name, RowVerdict.Refused, [], row.Refusals);
        if (row.CurrencyCode.Length > 0 && !string.Equals(row.CurrencyCode, currency.Code, StringComparison.OrdinalIgnoreCase))
            return Refused("Currency", $"{row.CurrencyCode} is not the hotel's currency, which is {currency.Code}.");
        if (amount is <= 0 or > Dearest) return Refused("Amount", $"{amount}: a rate is above 0 and at most {Dearest} for a night.");
        var bar = Money.Of(amount, currency);
        if (bar.Amount != amount) return Refused("Amount", $"{amount} has more decimals than {currency.Code} has.");
        if (!seen.Add((type.Id, night))) return Refused("", "The file names this night and type twice. Keep one of the rows.");
        var known = stands.TryGetValue((type.Id, night), out var stood) ? stood : null;
        var was = known?.Amount;
        if (was == bar) return new(row.Number, name, RowVerdict.Unchanged, [], []);
        if (known is null) stands[(type.Id, night)] = new BarRate { RoomTypeId = type.Id, Night = night, Amount = bar };
        else known.Amount = bar;
        return new(row.Number, name, known is null ? RowVerdict.Made : RowVerdict.Changed, [was is { } before ? Changed(before, bar) : (Sentence)$"{bar}"], []);

        static Sentence Changed(Money before, Money now) => $"{before} to {now}";

        RowOutcome Refused(string column, Sentence why) => new(row.Number, name, RowVerdict.Refused, [], [new(column, why)]);
    }
}
