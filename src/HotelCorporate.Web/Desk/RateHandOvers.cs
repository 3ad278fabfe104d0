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

    /// <summary>Lays what the hotel's own system exports beside what was agreed. Nothing is stored.</summary>
    public async Task<RateComparison> CompareAsync(Agreement agreement, Property property, MappedTable table, CancellationToken cancel)
    {
        var types = await db.RoomTypes.AsNoTracking().Where(type => type.PropertyId == property.Id).ToListAsync(cancel);
        return RateComparison.Of(table, HandOver.Lines(agreement.Terms, id => types.Find(type => type.Id == id)?.Code), agreement.Terms, property, types);
    }

    /// <summary>Keeps what came of laying the hotel's own system beside what was agreed; differences become a breach with its task, none settles it.</summary>
    /// <exception cref="HouseRuleException">No row could be compared: nothing is concluded.</exception>
    public async Task CheckAsync(Agreement agreement, Property property, RateComparison compared, Actor actor, CancellationToken cancel)
    {
        if (compared.Read == 0) throw new HouseRuleException("No row could be compared. Choose the columns, or another file.");
        var (differences, unread) = (compared.Differences, compared.Unread);
        await using var turn = await db.BeginWriteAsync(cancel);
        (await OfAsync(agreement, property, cancel)).Checked(differences.Count, unread.Count, property.Today(clock.GetCurrentInstant()), actor.UserId);
        var known = await db.Breaches.Where(breach => breach.PropertyId == property.Id && breach.AgreementId == agreement.Id && breach.Kind == BreachKind.LoadedOtherwise).ToListAsync(cancel);
        var key = known.Find(breach => breach.IsOpen)?.Key ?? FormattableString.Invariant($"{BreachKind.LoadedOtherwise}:{agreement.Id}:{known.Count + 1}");
        IReadOnlyList<BreachFound> found = differences.Count == 0 ? [] :
        [
            new(BreachKind.LoadedOtherwise, key, agreement.AccountId, agreement.Id, $"{agreement.Name}: the hotel's own system differs from what was agreed in {differences.Count} lines.",
                BreachEvidence.Of([.. differences.Take(MostFacts).Select(difference => RateComparison.Say(difference, agreement.Terms.Currency)), .. unread.Take(MostFacts).Select(row => (Sentence)$"Row {row.Number} of the file could not be read: {row.Refusals[0].Why}")])),
        ];
        Sentence what = unread.Count == 0 ? $"{property.Code}: {differences.Count} differences" : (Sentence)$"{property.Code}: {differences.Count} differences, {unread.Count} rows not read";
        db.Note(actor, clock.GetCurrentInstant(), nameof(Agreement), agreement.Id, "rates checked", to: what);
        await compliance.ApplyAsync(property, known, found, _ => true, actor, cancel);
        await turn.CommitAsync(cancel);
    }

    private async Task<RateHandOver> OfAsync(Agreement agreement, Property property, CancellationToken cancel)
    {
        if (await db.RateHandOvers.SingleOrDefaultAsync(handed => handed.AgreementId == agreement.Id && handed.PropertyId == property.Id, cancel) is { } stands) return stands;
        return db.RateHandOvers.Add(new RateHandOver(agreement, property.Id)).Entity;
    }
}
