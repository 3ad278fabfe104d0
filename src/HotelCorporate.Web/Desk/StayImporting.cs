using System.Globalization;
using System.Text;
using System.Text.Json;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Stays;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>What a file would do.</summary>
/// <param name="Unknown">Companies that are not accounts yet, with how many stays they have.</param>
/// <param name="OfNobody">Stays without a company.</param>
/// <param name="Repeats">Rows that are equal to one above; each is a stay of its own.</param>
public sealed record StayPreview(
    MappedHead Head, int Rows, int Made, int Changed, int Unchanged, int Refused, int OfNobody, int Repeats, LocalDate? First, LocalDate? Last,
    IReadOnlyList<KeyValuePair<string, int>> Unknown, IReadOnlyList<StayRow> Samples, IReadOnlyList<StayRow> Refusals);

/// <summary>Brings stays in, two thousand at a time: nobody waits for it, and what was broken off goes on where it ended.</summary>
public sealed class StayImporting(HotelDb db, IClock clock)
{
    private const int Chunk = 2_000;
    private const int Shown = 10;
    private const int ShownRefusals = 50;

    /// <summary>Keeps the file until it is brought in; columns are those that were chosen for the last file of this form.</summary>
    /// <exception cref="HouseRuleException">It cannot be read, or has nothing below its head.</exception>
    public async Task<StayImport> KeepAsync(int propertyId, string name, Stream file, Actor actor, CancellationToken cancel)
    {
        var content = await KeptFile.PackAsync(file, cancel);
        var import = new StayImport(propertyId, name, content, KeptFile.HeadOf(content, CultureInfo.CurrentCulture), clock.GetCurrentInstant(), actor.UserId);
        var before = await db.StayImports.Where(other => other.PropertyId == propertyId && other.HeadText == import.HeadText && other.Status == ImportStatus.Done).OrderByDescending(other => other.Id).Select(other => other.ColumnsText).FirstOrDefaultAsync(cancel);
        import.Choose(before ?? KeptFile.Guessed(import.HeadText, StayReading.Fields));
        var yesterday = import.At - Duration.FromDays(1);
        await db.StayImports.Where(other => other.PropertyId == propertyId && other.Status == ImportStatus.Looked && other.At < yesterday).ExecuteDeleteAsync(cancel);
        db.StayImports.Add(import);
        db.Note(actor, import.At, nameof(Property), propertyId, "look at stays", to: import.FileName);
        await db.SaveChangesAsync(cancel);
        return import;
    }

    public async Task ChooseAsync(StayImport import, IDictionary<string, int?> columns, Actor actor, CancellationToken cancel)
    {
        import.Choose(JsonSerializer.Serialize(columns));
        db.Note(actor, clock.GetCurrentInstant(), nameof(Property), import.PropertyId, "choose columns of stays", to: import.FileName);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What it would do to what stands; nothing is stored.</summary>
    public async Task<StayPreview> LookAsync(StayImport import, CancellationToken cancel)
    {
        var head = HeadOf(import);
        var (unknown, samples, refusals) = (new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase), new List<StayRow>(), new List<StayRow>());
        var (rows, made, changed, unchanged, refused, nobody, repeats) = (0, 0, 0, 0, 0, 0, 0);
        (LocalDate? First, LocalDate? Last) span = default;
        if (head.Missing.Count > 0) return new(head, 0, 0, 0, 0, 0, 0, 0, null, null, [], [], []);
        var (property, accounts) = (await db.Properties.AsNoTracking().SingleAsync(property => property.Id == import.PropertyId, cancel), await AccountsAsync(cancel));
        foreach (var chunk in StayReading.Read(import.Content!, head, CultureInfo.CurrentCulture).Chunk(Chunk))
        {
            var known = await KnownAsync(import.PropertyId, chunk, cancel);
            rows += chunk.Length;
            foreach (var row in chunk)
            {
                if (row.Facts is not { } facts)
                {
                    refused++;
                    if (refusals.Count < ShownRefusals) refusals.Add(row);
                    continue;
                }

                if (samples.Count < Shown) samples.Add(row);
                if (row.IsRepeat) repeats++;
                if (facts.Company.Length == 0) nobody++;
                else if (!accounts.ContainsKey(FoldedName.Core(StayFacts.Named(facts.Company)))) unknown[facts.Company] = unknown.GetValueOrDefault(facts.Company) + 1;
                if (!known.TryGetValue(row.Key, out var stay)) made++;
                else if (stay.Set(facts, property.Currency)) changed++;
                else unchanged++;
                span = (span.First is { } first && first < facts.Arrival ? first : facts.Arrival, span.Last is { } last && last > facts.Arrival ? last : facts.Arrival);
            }

            db.ChangeTracker.Clear();
        }

        return new(head, rows, made, changed, unchanged, refused, nobody, repeats, span.First, span.Last, [.. unknown.OrderByDescending(company => company.Value).ThenBy(company => company.Key, StringComparer.Ordinal)], samples, refusals);
    }

    /// <summary>Brings the file in. A second run, or one after it was broken off, changes nothing that stands.</summary>
    /// <param name="makeAccounts">Companies that are not known become accounts; otherwise their stays wait for one.</param>
    /// <exception cref="HouseRuleException">It is brought in already, or a column is missing.</exception>
    public async Task<StayImport> RunAsync(int importId, bool makeAccounts, Actor actor, CancellationToken cancel)
    {
        var import = await db.StayImports.SingleAsync(import => import.Id == importId, cancel);
        var (head, content) = (HeadOf(import), import.Content!);
        if (head.Missing is [var missing, ..]) throw new HouseRuleException($"Say which column is: {missing.Label}");
        import.Begin();
        db.Note(actor, clock.GetCurrentInstant(), nameof(Property), import.PropertyId, "bring in stays", from: import.FileName);
        await db.SaveChangesAsync(cancel);
        var property = await db.Properties.AsNoTracking().SingleAsync(property => property.Id == import.PropertyId, cancel);
        var (accounts, refused) = (await AccountsAsync(cancel), new StringBuilder());
        var left = 0;
        foreach (var chunk in StayReading.Read(content, head, CultureInfo.CurrentCulture).Chunk(Chunk))
        {
            db.ChangeTracker.Clear();
            await using var turn = await db.BeginWriteAsync(cancel);
            if (makeAccounts) await MakeAccountsAsync(chunk, accounts, actor, cancel);
            var known = await KnownAsync(import.PropertyId, chunk, cancel);
            var (made, changed, unchanged, refusedNow) = (0, 0, 0, 0);
            foreach (var row in chunk)
            {
                if (row.Facts is not { } facts)
                {
                    refusedNow++;
                    if (left++ < StayImport.MostRefusals) refused.Append(KeptFile.Refused(head, row.Cells, row.Refusals));
                    continue;
                }

                var account = facts.Company.Length == 0 ? null : accounts.TryGetValue(FoldedName.Core(StayFacts.Named(facts.Company)), out var found) ? (int?)found : null;
                if (!known.TryGetValue(row.Key, out var stay))
                {
                    db.Stays.Add(new Stay(import.PropertyId, account, row.Key, facts, property.Currency) { ImportId = importId });
                    made++;
                }
                else if (stay.Set(facts, property.Currency) || (stay.AccountId is null && account is not null))
                {
                    if (stay.AccountId is null) stay.BelongsTo(account);
                    changed++;
                }
                else unchanged++;
            }

            (await db.StayImports.SingleAsync(kept => kept.Id == importId, cancel)).Count(chunk.Length, made, changed, unchanged, refusedNow);
            db.Note(actor, clock.GetCurrentInstant(), nameof(Property), import.PropertyId, "bring in stays", from: import.FileName, to: $"rows {chunk[0].Number} to {chunk[^1].Number}: {made} made, {changed} changed, {refusedNow} left out");
            await db.SaveChangesAsync(cancel);
            await turn.CommitAsync(cancel);
        }

        db.ChangeTracker.Clear();
        var done = await db.StayImports.SingleAsync(kept => kept.Id == importId, cancel);
        done.Finish(left == 0 ? "" : KeptFile.RefusedHead(head) + refused);
        db.Note(actor, clock.GetCurrentInstant(), nameof(Property), import.PropertyId, "bring in stays", from: done.FileName, to: $"{done.Made} stays made, {done.Changed} changed, {done.Refused} left out");
        await db.SaveChangesAsync(cancel);
        return done;
    }

    /// <summary>Takes out again what a file made; what it changed stays changed.</summary>
    public async Task<int> UndoAsync(int importId, Actor actor, CancellationToken cancel)
    {
        await using var turn = await db.BeginWriteAsync(cancel);
        var import = await db.StayImports.SingleAsync(import => import.Id == importId, cancel);
        import.Undo();
        var gone = await db.Stays.Where(stay => stay.ImportId == importId).ExecuteDeleteAsync(cancel);
        db.Note(actor, clock.GetCurrentInstant(), nameof(Property), import.PropertyId, "take stays out again", from: $"{import.FileName}: {gone} stays");
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return gone;
    }

    private static MappedHead HeadOf(StayImport import) => KeptFile.HeadOf(import, StayReading.Fields);

    private async Task MakeAccountsAsync(IEnumerable<StayRow> chunk, Dictionary<string, int> accounts, Actor actor, CancellationToken cancel)
    {
        var made = new Dictionary<string, Account>(StringComparer.Ordinal);
        foreach (var company in chunk.Select(row => row.Facts?.Company ?? "").Where(company => company.Length > 0).Distinct(StringComparer.Ordinal))
        {
            var name = StayFacts.Named(company);
            if (!accounts.ContainsKey(FoldedName.Core(name))) made.TryAdd(FoldedName.Core(name), Account.Open(new AccountFacts(name)));
        }

        if (made.Count == 0) return;
        db.Accounts.AddRange(made.Values);
        await db.SaveChangesAsync(cancel);
        foreach (var (core, account) in made)
        {
            accounts[core] = account.Id;
            db.Note(actor, clock.GetCurrentInstant(), nameof(Account), account.Id, "make", to: account.LegalName, why: "It came with its stays.");
        }
    }

    private Task<Dictionary<string, Stay>> KnownAsync(int propertyId, IEnumerable<StayRow> chunk, CancellationToken cancel)
    {
        var keys = chunk.Select(row => row.Key).ToList();
        return db.Stays.Where(stay => stay.PropertyId == propertyId && keys.Contains(stay.Key)).ToDictionaryAsync(stay => stay.Key, StringComparer.Ordinal, cancel);
    }

    /// <summary>Companies by the core of their name; one that was merged into another is the other.</summary>
    private async Task<Dictionary<string, int>> AccountsAsync(CancellationToken cancel)
    {
        var accounts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var account in await db.Accounts.AsNoTracking().OrderBy(account => account.Id).Select(account => new { Id = account.MergedIntoId ?? account.Id, account.CoreName }).ToListAsync(cancel)) accounts.TryAdd(account.CoreName, account.Id);
        return accounts;
    }
}
