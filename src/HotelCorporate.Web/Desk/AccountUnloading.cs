using System.Text.Json;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>What could not be taken out again, and why.</summary>
public sealed record Stayed(int AccountId, string Company, Sentence Why);

/// <summary>Takes out again what a file brought: what it made goes, what it changed is as it was before. What others have built on stays, and is named.</summary>
public sealed class AccountUnloading(HotelDb db, IClock clock)
{
    private const int Chunk = 200;
    private const int MostStayed = 500;

    /// <exception cref="HouseRuleException">It was not brought in, or is out already.</exception>
    public async Task<IReadOnlyList<Stayed>> UndoAsync(int importId, Actor actor, CancellationToken cancel)
    {
        await using var turn = await db.BeginWriteAsync(cancel);
        (await db.AccountImports.SingleAsync(import => import.Id == importId, cancel)).Undo();
        await db.SaveChangesAsync(cancel);
        var entries = (await db.AccountImportEntries.AsNoTracking().Where(entry => entry.ImportId == importId).ToListAsync(cancel)).GroupBy(entry => entry.AccountId).ToList();
        List<Stayed> stayed = [];
        foreach (var some in entries.Chunk(Chunk))
        {
            db.ChangeTracker.Clear();
            await TakeOutAsync(some, stayed, actor, cancel);
        }

        db.ChangeTracker.Clear();
        var import = await db.AccountImports.SingleAsync(import => import.Id == importId, cancel);
        import.Keep(JsonSerializer.Serialize(stayed.Take(MostStayed)));
        db.Note(actor, clock.GetCurrentInstant(), nameof(Property), import.PropertyId, "take accounts out again", from: Sentence.Typed(import.FileName), to: stayed.Count == 0 ? (Sentence)"" : $"{stayed.Count} stayed");
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return stayed;
    }

    public static IReadOnlyList<Stayed> StayedOf(AccountImport import) => import.StayedText.Length == 0 ? [] : JsonSerializer.Deserialize<List<Stayed>>(import.StayedText)!;

    private async Task TakeOutAsync(IGrouping<int, AccountImportEntry>[] some, List<Stayed> stayed, Actor actor, CancellationToken cancel)
    {
        List<int> ids = [.. some.Select(account => account.Key)], notes = [.. some.SelectMany(account => account).Select(entry => entry.ActivityId ?? 0)], people = [.. some.SelectMany(account => account).Select(entry => entry.ContactId ?? 0)];
        var held = await HeldAsync([.. some.Where(account => account.Any(IsMade)).Select(account => account.Key)], notes, cancel);
        var named = await db.Activities.Where(activity => activity.ContactId != null && people.Contains(activity.ContactId.Value)).Select(activity => activity.ContactId!.Value).ToHashSetAsync(cancel);
        var accounts = await db.Accounts.Include(account => account.Contacts).Where(account => ids.Contains(account.Id)).AsSplitQuery().ToDictionaryAsync(account => account.Id, cancel);
        List<int> gone = [];
        foreach (var entries in some)
        {
            if (!accounts.TryGetValue(entries.Key, out var account)) continue;
            if (held.TryGetValue(account.Id, out var why)) stayed.Add(new(account.Id, account.TradeName, why));
            else if (Back(account, [.. entries.OrderByDescending(entry => entry.Id)], named, actor) is { } reason) stayed.Add(new(account.Id, account.TradeName, reason));
            else gone.AddRange(entries.Where(entry => entry.ActivityId is not null).Select(entry => entry.ActivityId!.Value));
        }

        await db.Activities.Where(activity => gone.Contains(activity.Id)).ExecuteDeleteAsync(cancel);
        await db.SaveChangesAsync(cancel);
    }

    private static bool IsMade(AccountImportEntry entry) => entry is { IsCompany: true, Before: null };

    /// <returns>Why something stayed; null: all is as it was before.</returns>
    private Sentence? Back(Account account, IReadOnlyList<AccountImportEntry> entries, HashSet<int> named, Actor actor)
    {
        Sentence? why = null;
        var now = clock.GetCurrentInstant();
        foreach (var entry in entries.Where(entry => entry.ContactId is not null && entry.After.Length > 0))
        {
            if (account.Contacts.FirstOrDefault(contact => contact.Id == entry.ContactId) is not { ErasedAt: null } contact) continue;
            if (PersonRecord.Of(contact) != JsonSerializer.Deserialize<PersonRecord>(entry.After)) why = "A person of it was changed since.";
            else if (entry.Before is { } before) Put(contact, JsonSerializer.Deserialize<PersonRecord>(before)!, account.Country);
            else if (named.Contains(contact.Id)) why = "A person of it is in its log.";
            else db.Remove(contact);
        }

        foreach (var entry in entries.Where(entry => entry.IsCompany && entry.After.Length > 0))
        {
            if (CompanyRecord.Of(account) != JsonSerializer.Deserialize<CompanyRecord>(entry.After)) why = "It was changed since.";
            else if (entry.Before is { } before) account.Take(JsonSerializer.Deserialize<CompanyRecord>(before)!);
            else if (account.Contacts.Any(contact => db.Entry(contact).State != EntityState.Deleted)) why ??= "It has other people by now.";
            else if (why is null) db.Remove(account);
        }

        var isGone = db.Entry(account).State == EntityState.Deleted;
        db.Note(actor, now, nameof(Account), account.Id, isGone ? "take out again" : "take back what a file brought", from: Sentence.Typed(account.LegalName), why: why);
        return why;
    }

    private static void Put(Contact contact, PersonRecord person, string country) =>
        contact.Change(new ContactFacts(person.Name, person.Email, person.Phone, contact.Part, contact.Language, contact.WantsInvites, person.JobTitle), country);

    /// <summary>Companies that others have built on since they were made.</summary>
    private async Task<Dictionary<int, Sentence>> HeldAsync(List<int> ids, List<int> notes, CancellationToken cancel)
    {
        var held = new Dictionary<int, Sentence>();
        await HoldAsync("It has bookings.", db.Bookings.IgnoreQueryFilters().Where(row => ids.Contains(row.AccountId)).Select(row => row.AccountId));
        await HoldAsync("It has an agreement.", db.Agreements.IgnoreQueryFilters().Where(row => ids.Contains(row.AccountId)).Select(row => row.AccountId));
        await HoldAsync("It has stays.", db.Stays.IgnoreQueryFilters().Where(row => row.AccountId != null && ids.Contains(row.AccountId.Value)).Select(row => row.AccountId!.Value));
        await HoldAsync("It has documents or payments.", db.Invoices.IgnoreQueryFilters().Where(row => ids.Contains(row.AccountId)).Select(row => row.AccountId)
            .Concat(db.Payments.IgnoreQueryFilters().Where(row => ids.Contains(row.AccountId)).Select(row => row.AccountId))
            .Concat(db.AccountDocuments.Where(row => ids.Contains(row.AccountId)).Select(row => row.AccountId)));
        await HoldAsync("Its log, leads or tasks go on.", db.Leads.IgnoreQueryFilters().Where(row => row.AccountId != null && ids.Contains(row.AccountId.Value)).Select(row => row.AccountId!.Value)
            .Concat(db.Tasks.IgnoreQueryFilters().Where(row => row.AccountId != null && ids.Contains(row.AccountId.Value)).Select(row => row.AccountId!.Value))
            .Concat(db.Activities.Where(row => row.AccountId != null && ids.Contains(row.AccountId.Value) && !notes.Contains(row.Id)).Select(row => row.AccountId!.Value))
            .Concat(db.RateRefusals.IgnoreQueryFilters().Where(row => ids.Contains(row.AccountId)).Select(row => row.AccountId))
            .Concat(db.ScorecardOrders.IgnoreQueryFilters().Where(row => ids.Contains(row.AccountId)).Select(row => row.AccountId)));
        await HoldAsync("Another company belongs to it, was sent by it or was merged with it.", db.Accounts.Where(row => row.ParentId != null && ids.Contains(row.ParentId.Value)).Select(row => row.ParentId!.Value)
            .Concat(db.Accounts.Where(row => row.ReferredById != null && ids.Contains(row.ReferredById.Value)).Select(row => row.ReferredById!.Value))
            .Concat(db.AccountMerges.Where(row => ids.Contains(row.FromId)).Select(row => row.FromId))
            .Concat(db.AccountMerges.Where(row => ids.Contains(row.IntoId)).Select(row => row.IntoId)));
        return held;

        async Task HoldAsync(Sentence why, IQueryable<int> by)
        {
            foreach (var id in await by.Distinct().ToListAsync(cancel)) held.TryAdd(id, why);
        }
    }
}
