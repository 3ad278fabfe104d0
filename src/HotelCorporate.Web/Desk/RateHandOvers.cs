using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>The agreed rates on their way into the hotel's own system, and what that system holds of them later.</summary>
public sealed class RateHandOvers(HotelDb db, ComplianceDesk compliance, IClock clock)
{
    private const int MostFacts = 200;

    private static readonly string[] Heads = ["RateCode", "Hotel", "RoomType", "Occupancy", "FromNights", "From", "To", "Amount", "PercentOffBar", "Ceiling", "Currency", "LRA", "Weekdays", "MinimumStay", "MaximumStay", "Inclusions"];

    private static IReadOnlyList<ImportField> Fields { get; } =
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

    /// <summary>The lines of a hotel of an agreement.</summary>
    public async Task<IReadOnlyList<LoadedRate>> LinesAsync(Agreement agreement, Property property, CancellationToken cancel)
    {
        var codes = await db.RoomTypes.AsNoTracking().Where(type => type.PropertyId == property.Id).ToDictionaryAsync(type => type.Id, type => type.Code, cancel);
        return HandOver.Lines(agreement.Terms, codes.GetValueOrDefault);
    }

    /// <summary>As a table for programs: English heads, dates as 2027-04-14, percent as a number.</summary>
    public static TableSheet Table(Agreement agreement, Property property, IReadOnlyList<LoadedRate> lines)
    {
        var terms = agreement.Terms;
        var (days, inclusions) = (string.Join(' ', terms.Weekdays), string.Join("; ", terms.Inclusions.Select(inclusion => inclusion.Fee is { } fee ? $"{inclusion.Name} {fee.ToString("0.00", CultureInfo.InvariantCulture)}" : inclusion.Name)));
        return new TableSheet("Rates", Heads, [.. lines.Select(line => (IReadOnlyList<object?>)
        [
            terms.RateCode, property.Code, line.RoomType, line.Occupancy.ToString(), line.FromNights, line.From, line.To, line.Amount is { } amount ? Money.Of(amount, terms.Currency) : null,
            line.OffBar is { } off ? (off * 100).ToString("0.####", CultureInfo.InvariantCulture) : null, line.Ceiling is { } ceiling ? Money.Of(ceiling, terms.Currency) : null,
            terms.CurrencyCode, terms.LastRoomAvailability ? "LRA" : "NLRA", days, terms.MinimumStay, terms.MaximumStay, inclusions,
        ])]);
    }

    public static string Csv(TableSheet table)
    {
        return string.Join("\r\n", [string.Join(',', table.Heads), .. table.Rows.Select(row => string.Join(',', row.Select(cell => TableFile.Quoted(Written(cell)))))]) + "\r\n";

        static string Written(object? cell) => cell switch
        {
            null => "",
            Money money => money.Amount.ToString("F" + money.Currency.Digits, CultureInfo.InvariantCulture),
            LocalDate date => Show.Iso(date),
            string text => text.Length > 0 && "=+-@".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text, // no formula in a spreadsheet
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
        };
    }

    /// <summary>Somebody loaded the file. The caller saves.</summary>
    /// <exception cref="HouseRuleException">It is not accepted.</exception>
    public async Task LoadedAsync(Agreement agreement, Property property, Actor actor, CancellationToken cancel)
    {
        (await OfAsync(agreement, property, cancel)).Loaded(property.Today(clock.GetCurrentInstant()), actor.UserId);
        db.Note(actor, clock.GetCurrentInstant(), nameof(Agreement), agreement.Id, "rates loaded", to: property.Code);
    }

    /// <summary>Lays what the hotel's own system exports beside what was agreed; differences become a breach with its task, none settles it.</summary>
    /// <exception cref="HouseRuleException">A column or a row cannot be read: nothing is concluded.</exception>
    public async Task<int> CheckAsync(Agreement agreement, Property property, TableFile file, Actor actor, CancellationToken cancel)
    {
        var (agreed, loaded) = (await LinesAsync(agreement, property, cancel), Read(file, agreement.Terms, property));
        var differences = HandOver.Compare(agreed, loaded);
        await using var turn = await db.BeginWriteAsync(cancel);
        (await OfAsync(agreement, property, cancel)).Checked(differences.Count, property.Today(clock.GetCurrentInstant()), actor.UserId);
        var known = await db.Breaches.Where(breach => breach.PropertyId == property.Id && breach.AgreementId == agreement.Id && breach.Kind == BreachKind.LoadedOtherwise).ToListAsync(cancel);
        var key = known.Find(breach => breach.IsOpen)?.Key ?? FormattableString.Invariant($"{BreachKind.LoadedOtherwise}:{agreement.Id}:{known.Count + 1}");
        IReadOnlyList<BreachFound> found = differences.Count == 0 ? [] :
        [
            new(BreachKind.LoadedOtherwise, key, agreement.AccountId, agreement.Id, $"{agreement.Name}: the hotel's own system differs from what was agreed in {differences.Count} lines.",
                BreachEvidence.Of([.. differences.Take(MostFacts).Select(difference => Say(difference, agreement.Terms.Currency))])),
        ];
        db.Note(actor, clock.GetCurrentInstant(), nameof(Agreement), agreement.Id, "rates checked", to: $"{property.Code}: {differences.Count} differences");
        await compliance.ApplyAsync(property, known, found, _ => true, actor, cancel);
        await turn.CommitAsync(cancel);
        return differences.Count;
    }

    private async Task<RateHandOver> OfAsync(Agreement agreement, Property property, CancellationToken cancel)
    {
        if (await db.RateHandOvers.SingleOrDefaultAsync(handed => handed.AgreementId == agreement.Id && handed.PropertyId == property.Id, cancel) is { } stands) return stands;
        return db.RateHandOvers.Add(new RateHandOver(agreement, property.Id)).Entity;
    }

    private static List<LoadedRate> Read(TableFile file, AgreementTerms terms, Property property)
    {
        var table = new MappedTable(file, Fields, null);
        if (table.Missing.Count > 0) throw new HouseRuleException($"The file has no column for {Sentence.Join(", ", [.. table.Missing.Select(field => field.Label)])}. Name the columns as in the file that was handed over.");
        var lines = new List<LoadedRate>();
        foreach (var row in table.Rows)
        {
            if (row.Text("Code") is { Length: > 0 } code && !string.Equals(code, terms.RateCode, StringComparison.OrdinalIgnoreCase)) continue;
            if (row.Text("Hotel") is { Length: > 0 } hotel && !string.Equals(hotel, property.Code, StringComparison.OrdinalIgnoreCase)) continue;
            var culture = CultureInfo.CurrentCulture;
            var (type, people, from, to) = (row.Needed("Type"), OccupancyOf(row.Needed("Occupancy")), row.Day("From", culture), row.Day("To", culture));
            var (nights, amount, off, ceiling) = (row.Whole("FromNights", culture) ?? 0, row.Amount("Amount", culture), row.Amount("Off", culture), row.Amount("Ceiling", culture));
            if (people is null) row.Refuse("Occupancy", "It is Single, Double or ExtraPerson.");
            if (amount is null && off is null) row.Refuse("Amount", "Neither an amount nor a percentage stands here.");
            if (row.Refusals is [var refusal, ..]) throw new HouseRuleException($"Row {row.Number}: {refusal.Why} Nothing was compared.");
            lines.Add(new LoadedRate(type, people!.Value, nights, from!.Value, to!.Value, amount, off / 100, ceiling));
        }

        return lines;
    }

    private static Occupancy? OccupancyOf(string text) => text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "SINGLE" or "SGL" or "1" => Occupancy.Single,
        "DOUBLE" or "DBL" or "2" => Occupancy.Double,
        "EXTRAPERSON" or "EXTRA" or "3" => Occupancy.ExtraPerson,
        _ => null,
    };

    private static Sentence Say(LoadedDifference difference, Currency currency)
    {
        var line = (difference.Agreed ?? difference.Loaded)!;
        Sentence slot = line.FromNights > 0 ? $"{line.RoomType}, {line.Occupancy}, from {line.FromNights} room nights on" : $"{line.RoomType}, {line.Occupancy}";
        if (difference.Kind == LoadedDifferenceKind.Missing) return $"{slot}: {Price(line)} from {line.From} to {line.To} is not loaded.";
        if (difference.Kind == LoadedDifferenceKind.Extra) return $"{slot}: {Price(line)} from {line.From} to {line.To} is loaded and was not agreed.";
        var loaded = difference.Loaded!;
        if (difference.Kind == LoadedDifferenceKind.OtherDates) return $"{slot}: {Price(line)} is agreed from {line.From} to {line.To}, and loaded from {loaded.From} to {loaded.To}.";
        return $"{slot}: {Price(line)} is agreed from {line.From} to {line.To}, and {Price(loaded)} is loaded.";

        Sentence Price(LoadedRate rate)
        {
            if (rate.Amount is { } amount) return $"{Money.Of(amount, currency)}";
            return rate.Ceiling is { } ceiling ? $"{Sentence.Percent(rate.OffBar ?? 0)} off BAR, {Money.Of(ceiling, currency)} at most" : (Sentence)$"{Sentence.Percent(rate.OffBar ?? 0)} off BAR";
        }
    }
}
