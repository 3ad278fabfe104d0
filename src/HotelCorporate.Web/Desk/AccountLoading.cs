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

/// <summary>What a row came to when it was brought in before.</summary>
internal sealed record SeenRow(int AccountId, int? PersonId);

/// <summary>Brings a file of companies in, a piece in each transaction, with what each row did: what was broken off goes on where it ended.</summary>
public sealed class AccountLoading(HotelDb db, IClock clock)
{
    /// <summary>Rows of a piece.</summary>
    public const int Chunk = 500;

    /// <summary>Goes on behind the rows that are in; ends between two pieces when somebody stops it.</summary>
    public async Task RunAsync(int importId, CancellationToken cancel)
    {
        var import = await db.AccountImports.AsNoTracking().SingleAsync(import => import.Id == importId, cancel);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo(import.CultureName), CultureInfo.GetCultureInfo(import.CultureName));
        var (head, house) = (KeptFile.HeadOf(import, AccountRows.Fields), await HouseOfAccounts.ReadAsync(db, import.PropertyId, cancel));
        var named = await NamedAsync(importId, cancel);
        try
        {
            foreach (var chunk in AccountRows.Read(import.Content!, head, house, CultureInfo.CurrentCulture).Skip(import.Rows).Chunk(Chunk))
                if (!await BringInAsync(importId, chunk, head, house.Languages[0], named, cancel)) return;
            await FinishAsync(importId, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody stopped it in the middle of this piece: it is not in, and comes when the file goes on.
        }
    }

    private async Task FinishAsync(int importId, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var done = await db.AccountImports.SingleAsync(kept => kept.Id == importId, cancel);
        if (done.Status != ImportStatus.Running) return;
        done.Finish();
        db.Note(By(done), clock.GetCurrentInstant(), nameof(Property), done.PropertyId, "bring in accounts", from: Sentence.Typed(done.FileName), to: $"{done.Made} made, {done.Changed} changed, {done.Refused} left out");
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Takes a row into what is known. Null: it is refused, with the reason on the row.</summary>
    internal static IntakeOutcome? Take(AccountRow row, CompanyIndex index, DuplicateChoice choice, string language, IReadOnlyDictionary<string, SeenRow> seen)
    {
        if (row.Facts is not { } facts) return null;
        try
        {
            var before = seen.GetValueOrDefault(row.Key);
            return AccountIntake.Take(facts, index, choice, language, before is null ? null : index.ById(before.AccountId), before?.PersonId);
        }
        catch (HouseRuleException refusal)
        {
            row.Row.Refuse(refusal.Field, refusal.Sentence);
            return null;
        }
    }

    /// <summary>The companies that these rows may mean come into the index with their people.</summary>
    internal async Task KnowAsync(CompanyIndex index, IReadOnlyCollection<AccountRow> chunk, IEnumerable<int> seen, bool isTracked, CancellationToken cancel)
    {
        var ids = seen.ToList();
        var marks = chunk.Where(row => row.Facts is not null).Select(row => (row.Facts!.Marks, row.Facts.Company.Country)).ToList();
        List<string> names = [.. marks.Select(mark => mark.Marks.CoreName).Where(name => name.Length > 0).Distinct()], domains = [.. marks.SelectMany(mark => mark.Marks.Domains).Distinct()], phones = [.. marks.SelectMany(mark => mark.Marks.Phones).Distinct()];
        List<string> numbers = [.. marks.Where(mark => mark.Marks.VatNumber.Length > 2).SelectMany(mark => new[] { mark.Marks.VatNumber, mark.Marks.VatNumber[2..], mark.Country + mark.Marks.VatNumber }).Distinct()];
        var accounts = isTracked ? db.Accounts : db.Accounts.AsNoTracking();
        var found = await accounts.Standing().Include(account => account.Contacts).Where(account => ids.Contains(account.Id) || names.Contains(account.CoreName) || (account.VatNumber != "" && numbers.Contains(account.VatNumber))
            || account.Contacts.Any(contact => domains.Contains(contact.Domain) || phones.Contains(contact.PhoneKey))).OrderBy(account => account.Id).AsSplitQuery().ToListAsync(cancel);
        foreach (var account in found.Where(account => !index.Has(account.Id))) index.Add(account);
    }

    /// <summary>The companies that these very rows came to when they were brought in before: they go there again, whatever else looks like them by now.</summary>
    internal async Task<IReadOnlyDictionary<string, SeenRow>> SeenAsync(AccountImport import, IReadOnlyCollection<AccountRow> chunk, CancellationToken cancel)
    {
        var keys = chunk.Select(row => row.Key).ToList();
        var seen = await db.AccountImportEntries.AsNoTracking().Where(entry => keys.Contains(entry.Key) && db.AccountImports.Any(other => other.Id == entry.ImportId && other.Id != import.Id && (other.Status == ImportStatus.Done || other.Status == ImportStatus.Stopped))).OrderBy(entry => entry.Id).Select(entry => new { entry.Key, entry.AccountId, entry.PersonId }).ToListAsync(cancel);
        var last = new Dictionary<string, SeenRow>(StringComparer.Ordinal);
        foreach (var entry in seen) last[entry.Key] = new SeenRow(entry.AccountId, entry.PersonId);
        return last;
    }

    /// <returns>Whether the file is still on its way.</returns>
    private async Task<bool> BringInAsync(int importId, AccountRow[] chunk, MappedHead head, string language, NamedRecords named, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var turn = await db.BeginWriteAsync(cancel);
        var import = await db.AccountImports.SingleAsync(kept => kept.Id == importId, cancel);
        if (import.Status != ImportStatus.Running) return false;
        var (index, now, actor) = (new CompanyIndex(named), clock.GetCurrentInstant(), By(import));
        var seen = await SeenAsync(import, chunk, cancel);
        await KnowAsync(index, chunk, seen.Values.Select(before => before.AccountId), isTracked: true, cancel);
        var (taken, refused) = (new List<(AccountRow Row, IntakeOutcome Outcome)>(), 0);
        foreach (var row in chunk)
        {
            if (Take(row, index, import.Choice, language, seen) is { } outcome) taken.Add((row, outcome));
            else if (row.Row.Refusals.Count > 0) Refuse(import, head, row, refused++);
        }

        db.Accounts.AddRange(taken.Select(row => row.Outcome.Account).Where(account => account.Id == 0).Distinct());
        await db.SaveChangesAsync(cancel);
        var notes = await NotesAsync(import, taken, actor, now, cancel);
        foreach (var (row, outcome) in taken)
        {
            var note = notes.GetValueOrDefault(row.Number);
            if (outcome.Changes.Count == 0 && note is null) Enter(row, outcome, null, null, "", "");
            foreach (var change in outcome.Changes) Enter(row, outcome, change.Contact?.Id, null, change.Before is null ? null : Text(change.Before), Text(change.After));
            if (note is not null) Enter(row, outcome, null, note.Id, null, "");
            foreach (var person in outcome.Changes.Where(change => change.Contact is not null)) named.People.Add(person.Contact!.Id);
            if (outcome.Changes.Any(change => change is { Contact: null, Before: null })) named.Made.Add(outcome.Account.Id);
        }

        foreach (var account in taken.Where(row => row.Outcome.Changes.Count > 0).GroupBy(row => row.Outcome.Account.Id))
            db.Note(actor, now, nameof(Account), account.Key, named.Made.Contains(account.Key) && account.Any(row => row.Outcome.Changes.Any(change => change is { Contact: null, Before: null })) ? "open" : "change", why: $"It came with the file {Sentence.Typed(import.FileName)}.");
        var (made, changed) = (taken.Count(row => row.Outcome.Verdict == RowVerdict.Made), taken.Count(row => row.Outcome.Verdict == RowVerdict.Changed));
        import.Count(chunk.Length, made, changed, chunk.Length - made - changed - refused, refused);
        db.Note(actor, now, nameof(Property), import.PropertyId, "bring in accounts", from: Sentence.Typed(import.FileName), to: $"rows {chunk[0].Number} to {chunk[^1].Number}: {made} made, {changed} changed, {refused} left out");
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return true;

        void Enter(AccountRow row, IntakeOutcome outcome, int? contactId, int? activityId, string? before, string after) => db.AccountImportEntries.Add(new AccountImportEntry(importId, row.Key, outcome.Account.Id, contactId, activityId, before, after, outcome.Person?.Id));
    }

    private static void Refuse(AccountImport import, MappedHead head, AccountRow row, int refused)
    {
        if (import.RefusedText.Length == 0) import.Refuse(KeptFile.RefusedHead(head));
        if (import.Refused + refused < FileImport.MostRefusals) import.Refuse(KeptFile.Refused(head, row.Cells, row.Row.Refusals));
    }

    /// <summary>What the rows note goes into the companies' logs, once.</summary>
    private async Task<Dictionary<int, Activity>> NotesAsync(AccountImport import, List<(AccountRow Row, IntakeOutcome Outcome)> taken, Actor actor, Instant now, CancellationToken cancel)
    {
        var notes = new Dictionary<int, Activity>();
        var wanted = taken.Where(row => row.Row.Facts!.Notes.Length > 0 && (import.Choice != DuplicateChoice.Skip || row.Outcome.Changes.Count > 0)).ToList();
        var ids = wanted.Select(row => row.Outcome.Account.Id).Distinct().ToList();
        var there = (await db.Activities.Where(activity => activity.Kind == ActivityKind.Note && activity.AccountId != null && ids.Contains(activity.AccountId.Value)).Select(activity => new { activity.AccountId, activity.Text }).ToListAsync(cancel)).Select(note => (note.AccountId!.Value, note.Text)).ToHashSet();
        foreach (var (row, outcome) in wanted)
        {
            if (there.Add((outcome.Account.Id, row.Facts!.Notes.Trim()))) notes[row.Number] = new Activity(ActivityKind.Note, outcome.Account.Id, null, null, row.Facts.Notes, actor.UserId, now, now);
        }

        db.Activities.AddRange(notes.Values);
        await db.SaveChangesAsync(cancel);
        return notes;
    }

    private async Task<NamedRecords> NamedAsync(int importId, CancellationToken cancel)
    {
        var named = new NamedRecords();
        await foreach (var entry in db.AccountImportEntries.AsNoTracking().Where(entry => entry.ImportId == importId).AsAsyncEnumerable().WithCancellation(cancel))
        {
            named.Companies.Add(entry.AccountId);
            if (entry.ContactId is { } person) named.People.Add(person);
            if (entry is { IsCompany: true, Before: null }) named.Made.Add(entry.AccountId);
        }

        return named;
    }

    private static Actor By(AccountImport import) => import.ById is { } person ? Actor.Staff(person) : Actor.Clock;

    private static string Text(object record) => record is CompanyRecord company ? JsonSerializer.Serialize(company) : JsonSerializer.Serialize((PersonRecord)record);
}
