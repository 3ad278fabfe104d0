using System.Globalization;
using System.Text.Json;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>A row as the page shows it.</summary>
public sealed record AccountRowShown(AccountRow Row, RowVerdict Verdict, string Company, IReadOnlyList<Sentence> Why);

/// <summary>What a file would do.</summary>
/// <param name="Known">Rows whose company was here before.</param>
/// <param name="Remarked">Rows that come in without a part of what they say.</param>
public sealed record AccountPreview(
    MappedHead Head, int Rows, int Made, int Changed, int Unchanged, int Refused, int Known, IReadOnlyList<AccountRowShown> Samples, IReadOnlyList<AccountRow> Refusals, IReadOnlyList<AccountRowShown> Remarked)
{
    public int ToBringIn => Made + Changed;
}

/// <summary>Keeps a file of companies and their people, says what it would do, and hands it to the background.</summary>
public sealed class AccountImporting(HotelDb db, AccountLoading loading, ImportBell bell, IClock clock)
{
    private const int Shown = 30;
    private const int ShownRefusals = 50;

    /// <summary>Columns are those that were chosen for the last file of this form.</summary>
    /// <exception cref="HouseRuleException">It cannot be read, or has nothing below its head.</exception>
    public async Task<AccountImport> KeepAsync(int propertyId, string name, Stream file, Actor actor, CancellationToken cancel)
    {
        var content = await KeptFile.PackAsync(file, cancel);
        var import = new AccountImport(propertyId, name, content, KeptFile.HeadOf(content, CultureInfo.CurrentCulture), clock.GetCurrentInstant(), actor.UserId);
        var before = await db.AccountImports.Where(other => other.PropertyId == propertyId && other.HeadText == import.HeadText && other.Status != ImportStatus.Looked).OrderByDescending(other => other.Id).Select(other => other.ColumnsText).FirstOrDefaultAsync(cancel);
        import.Choose(before ?? KeptFile.Guessed(import.HeadText, AccountRows.Fields));
        var yesterday = import.At - Duration.FromDays(1);
        await db.AccountImports.Where(other => other.PropertyId == propertyId && other.Status == ImportStatus.Looked && other.At < yesterday).ExecuteDeleteAsync(cancel);
        db.AccountImports.Add(import);
        db.Note(actor, import.At, nameof(Property), propertyId, "look at accounts", to: Sentence.Typed(import.FileName));
        await db.SaveChangesAsync(cancel);
        return import;
    }

    public async Task ChooseAsync(AccountImport import, IDictionary<string, int?> columns, DuplicateChoice choice, Actor actor, CancellationToken cancel)
    {
        import.Choose(JsonSerializer.Serialize(columns), choice);
        db.Note(actor, clock.GetCurrentInstant(), nameof(Property), import.PropertyId, "choose columns of accounts", to: Sentence.Typed(import.FileName));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What it would do to what stands; nothing is stored.</summary>
    public async Task<AccountPreview> LookAsync(AccountImport import, CancellationToken cancel)
    {
        var head = KeptFile.HeadOf(import, AccountRows.Fields);
        if (head.Missing.Count > 0) return new(head, 0, 0, 0, 0, 0, 0, [], [], []);
        var house = await HouseOfAccounts.ReadAsync(db, import.PropertyId, cancel);
        var (index, samples, refusals, remarked) = (new CompanyIndex(new NamedRecords()), new List<AccountRowShown>(), new List<AccountRow>(), new List<AccountRowShown>());
        var (rows, counts, known) = (0, new Dictionary<RowVerdict, int>(), 0);
        foreach (var chunk in AccountRows.Read(import.Content!, head, house, CultureInfo.CurrentCulture).Chunk(AccountLoading.Chunk))
        {
            var seen = await loading.SeenAsync(import, chunk, cancel);
            await loading.KnowAsync(index, chunk, seen.Values.Select(before => before.AccountId), isTracked: false, cancel);
            rows += chunk.Length;
            foreach (var row in chunk)
            {
                var outcome = AccountLoading.Take(row, index, import.Choice, house.Languages[0], seen);
                var verdict = outcome?.Verdict ?? RowVerdict.Refused;
                counts[verdict] = counts.GetValueOrDefault(verdict) + 1;
                if (outcome?.Why.Count > 0 && !index.IsOfFile(outcome.Account)) known++;
                if (verdict == RowVerdict.Refused && refusals.Count < ShownRefusals) refusals.Add(row);
                if (outcome is null) continue;
                if (samples.Count < Shown) samples.Add(new(row, verdict, outcome.Account.TradeName, outcome.Why));
                if (row.Remarks.Count > 0 && remarked.Count < ShownRefusals) remarked.Add(new(row, verdict, outcome.Account.TradeName, row.Remarks));
            }
        }

        return new(head, rows, Of(RowVerdict.Made), Of(RowVerdict.Changed), Of(RowVerdict.Unchanged), Of(RowVerdict.Refused), known, samples, refusals, remarked);

        int Of(RowVerdict verdict) => counts.GetValueOrDefault(verdict);
    }

    /// <summary>From now on the background brings it in, whoever looks or not.</summary>
    /// <exception cref="HouseRuleException">It is brought in already, or a column is missing.</exception>
    public async Task BeginAsync(int importId, Actor actor, CancellationToken cancel)
    {
        var import = await db.AccountImports.SingleAsync(import => import.Id == importId, cancel);
        if (KeptFile.HeadOf(import, AccountRows.Fields).Missing is [var missing, ..] && import.Status == ImportStatus.Looked) throw new HouseRuleException($"Say which column is: {missing.Label}");
        import.Begin(import.Content is null ? 0 : KeptFile.Rows(import.Content, CultureInfo.CurrentCulture).Count(), CultureInfo.CurrentUICulture.Name);
        db.Note(actor, clock.GetCurrentInstant(), nameof(Property), import.PropertyId, "bring in accounts", from: Sentence.Typed(import.FileName));
        await db.SaveChangesAsync(cancel);
        bell.Ring();
    }

    /// <summary>No further piece of it comes in; what is in stays.</summary>
    /// <exception cref="HouseRuleException">It is not on its way.</exception>
    public async Task StopAsync(int importId, Actor actor, CancellationToken cancel)
    {
        var import = await db.AccountImports.SingleAsync(import => import.Id == importId, cancel);
        import.Stop();
        db.Note(actor, clock.GetCurrentInstant(), nameof(Property), import.PropertyId, "stop bringing in accounts", from: Sentence.Typed(import.FileName), to: $"{import.Rows} of {import.Total} rows are in");
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The background goes on where it was stopped.</summary>
    /// <exception cref="HouseRuleException">It was not stopped.</exception>
    public async Task ContinueAsync(int importId, Actor actor, CancellationToken cancel)
    {
        var import = await db.AccountImports.SingleAsync(import => import.Id == importId, cancel);
        import.Continue();
        db.Note(actor, clock.GetCurrentInstant(), nameof(Property), import.PropertyId, "go on bringing in accounts", from: Sentence.Typed(import.FileName));
        await db.SaveChangesAsync(cancel);
        bell.Ring();
    }
}
