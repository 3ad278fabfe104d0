using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Html;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>What the hotel's own system exports, row by row, beside what was agreed: rows that cannot be read stand there with why, the others are compared.</summary>
/// <param name="Rows">As agreed, otherwise, or not read.</param>
/// <param name="Aside">Rows of other rate codes and of other hotels.</param>
public sealed record RateComparison(MappedTable Table, IReadOnlyList<RowOutcome> Rows, IReadOnlyList<LoadedDifference> Differences, int Aside)
{
    public static IReadOnlyList<ImportField> Fields { get; } =
    [
        new("Code", "Rate code", IsNeeded: false, "ratecode", "code", "rateplan", "rateplancode"),
        new("Hotel", "Hotel", IsNeeded: false, "hotel", "property", "hotelcode", "resort"),
        new("Type", "Room type", IsNeeded: true, "roomtype", "type", "roomtypecode", "category", "room"),
        new("Occupancy", "Occupancy", IsNeeded: true, "occupancy", "adults", "persons", "guests", "pax"),
        new("FromNights", "From room nights", IsNeeded: false, "fromnights", "tier", "minimumroomnights"),
        new("From", "From", IsNeeded: true, "from", "begin", "begindate", "startdate", "start", "validfrom", "fromdate"),
        new("To", "Until", IsNeeded: true, "to", "end", "enddate", "until", "validto", "todate"),
        new("Amount", "Amount", IsNeeded: false, "amount", "rate", "price", "rateamount"),
        new("Off", "Percent off BAR", IsNeeded: false, "percentoffbar", "offbar", "discount", "percent", "percentoff"),
        new("Ceiling", "Ceiling", IsNeeded: false, "ceiling", "maximum", "cap"),
    ];

    public IReadOnlyList<RowOutcome> Unread => [.. Rows.Where(row => row.Verdict == RowVerdict.Refused)];

    /// <summary>Rows that were compared.</summary>
    public int Read => Rows.Count(row => row.Verdict != RowVerdict.Refused);

    /// <param name="agreed">The lines that were handed over.</param>
    public static RateComparison Of(MappedTable table, IReadOnlyList<LoadedRate> agreed, AgreementTerms terms, Property property, IReadOnlyList<RoomType> types)
    {
        if (table.Missing.Count > 0) return new(table, [], [], 0);
        var rows = table.Rows.Where(row => IsOf(row, "Code", terms.RateCode) && IsOf(row, "Hotel", property.Code)).Select(row => (Row: row, Line: LineOf(row, types))).ToList();
        var differences = HandOver.Compare(agreed, rows.Select(row => row.Line).OfType<LoadedRate>());
        return new(table, [.. rows.Select(row => OutcomeOf(row.Row, row.Line, differences, terms.Currency))], differences, table.Rows.Count() - rows.Count);
    }

    /// <summary>A row that does not say whose it is counts.</summary>
    private static bool IsOf(MappedRow row, string field, string own) => row.Text(field) is not { Length: > 0 } text || string.Equals(text, own, StringComparison.OrdinalIgnoreCase);

    private static RowOutcome OutcomeOf(MappedRow row, LoadedRate? line, IReadOnlyList<LoadedDifference> differences, Currency currency)
    {
        if (line is null) return new(row.Number, Sentence.Typed(string.Join(", ", new[] { row.Text("Type"), row.Text("Occupancy") }.Where(text => text.Length > 0))), RowVerdict.Refused, [], row.Refusals);
        List<Sentence> different = [.. differences.Where(difference => difference.IsOf(line)).Select(difference => Say(difference, currency))];
        return new(row.Number, $"{Slot(line)}: {Price(line, currency)} from {line.From} to {line.To}", different.Count > 0 ? RowVerdict.Changed : RowVerdict.Unchanged, different, []);
    }

    private static LoadedRate? LineOf(MappedRow row, IReadOnlyList<RoomType> types)
    {
        var culture = CultureInfo.CurrentCulture;
        var (type, typed, from, to) = (row.Needed("Type", 40), row.Needed("Occupancy"), row.Day("From", culture), row.Day("To", culture));
        var (people, nights, amount, off, ceiling) = (OccupancyOf(typed), row.Whole("FromNights", culture) ?? 0, row.Amount("Amount", culture), row.Amount("Off", culture), row.Amount("Ceiling", culture));
        if (people is null && typed.Length > 0) row.Refuse("Occupancy", "It is Single, Double or ExtraPerson.");
        if (to < from) row.Refuse("To", "It ends before it begins.");
        if (amount is < 0 or > Domain.Stays.StayFacts.DearestRate || ceiling is < 0 or > Domain.Stays.StayFacts.DearestRate) row.Refuse("Amount", "A rate is between 0 and 1,000,000 for a night.");
        if (off is < 0 or > 100) row.Refuse("Off", "A percentage is between 0 and 100.");
        if (amount is null && off is null && row.Refusals.Count == 0) row.Refuse("Amount", "Neither an amount nor a percentage stands here.");
        return row.Refusals.Count > 0 ? null : new LoadedRate(types.FirstOrDefault(known => known.IsCalled(type))?.Code ?? type, people!.Value, nights, from!.Value, to!.Value, amount, amount is null ? off / 100 : null, ceiling);
    }

    private static Occupancy? OccupancyOf(string text) => text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "SINGLE" or "SGL" or "1" => Occupancy.Single,
        "DOUBLE" or "DBL" or "2" => Occupancy.Double,
        "EXTRAPERSON" or "EXTRA" or "3" => Occupancy.ExtraPerson,
        _ => null,
    };

    /// <summary>A difference in words.</summary>
    public static Sentence Say(LoadedDifference difference, Currency currency)
    {
        var line = (difference.Agreed ?? difference.Loaded)!;
        var slot = Slot(line);
        if (difference.Kind == LoadedDifferenceKind.Missing) return $"{slot}: {Price(line, currency)} from {line.From} to {line.To} is not loaded.";
        if (difference.Kind == LoadedDifferenceKind.Extra) return $"{slot}: {Price(line, currency)} from {line.From} to {line.To} is loaded and was not agreed.";
        var loaded = difference.Loaded!;
        if (difference.Kind == LoadedDifferenceKind.OtherDates) return $"{slot}: {Price(line, currency)} is agreed from {line.From} to {line.To}, and loaded from {loaded.From} to {loaded.To}.";
        return $"{slot}: {Price(line, currency)} is agreed from {line.From} to {line.To}, and {Price(loaded, currency)} is loaded.";
    }

    private static Sentence Slot(LoadedRate line) => line.FromNights > 0 ? $"{line.RoomType}, {line.Occupancy}, from {line.FromNights} room nights on" : (Sentence)$"{line.RoomType}, {line.Occupancy}";

    private static Sentence Price(LoadedRate rate, Currency currency)
    {
        if (rate.Amount is { } amount) return $"{Money.Of(amount, currency)}";
        return rate.Ceiling is { } ceiling ? $"{Sentence.Percent(rate.OffBar ?? 0)} off BAR, {Money.Of(ceiling, currency)} at most" : (Sentence)$"{Sentence.Percent(rate.OffBar ?? 0)} off BAR";
    }
}
