using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Keeps what a check found: each breach once, with a task for whoever looks after the company. What is no longer so ends, and its task with it.</summary>
public sealed class ComplianceDesk(HotelDb db, ComplianceFinding finding, IClock clock)
{
    /// <summary>Days in which a breach is looked at.</summary>
    private const int TaskDays = 3;

    /// <param name="again">Also when it was done today: somebody asks for it.</param>
    /// <returns>How many are new; none when it was done today.</returns>
    public async Task<int?> CheckAsync(Property property, bool again, Actor actor, CancellationToken cancel)
    {
        var (now, today) = (clock.GetCurrentInstant(), property.Today(clock.GetCurrentInstant()));
        var found = await finding.FindAsync(property, await db.Breaches.AsNoTracking().Where(breach => breach.PropertyId == property.Id).ToListAsync(cancel), now, cancel); // looking holds nobody up
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.NextAsync($"COMPLIANCE-{property.Code}", cancel); // one at a time
        var round = await db.ComplianceRounds.SingleOrDefaultAsync(round => round.PropertyId == property.Id, cancel);
        if (!again && round?.CheckedOn >= today) return null;
        if (round is null) db.ComplianceRounds.Add(new ComplianceRound(property.Id, today, found.Unchecked));
        else round.Done(today, found.Unchecked);
        var known = await db.Breaches.Where(breach => breach.PropertyId == property.Id).ToListAsync(cancel);
        if (actor != Actor.Clock) db.Note(actor, now, nameof(Property), property.Id, "check compliance");
        var fresh = await ApplyAsync(property, known, found.Breaches, breach => breach.Kind is not (BreachKind.LastRoomRefused or BreachKind.LoadedOtherwise), actor, cancel);
        await turn.CommitAsync(cancel);
        return fresh;
    }

    /// <summary>Somebody says how it was settled, or why it is left. The caller saves.</summary>
    public async Task CloseAsync(Breach breach, string? reason, Actor actor, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        breach.Close(reason, actor.UserId!.Value, now);
        await FinishAsync([breach.Id], actor.UserId, now, cancel);
        db.Note(actor, now, nameof(Breach), breach.Id, "close breach", why: Domain.Sentence.Typed(breach.Reason));
    }

    /// <summary>Saves; the caller commits.</summary>
    internal async Task<int> ApplyAsync(Property property, IReadOnlyCollection<Breach> known, IReadOnlyList<BreachFound> found, Func<Breach, bool> mayEnd, Actor actor, CancellationToken cancel)
    {
        var (now, today) = (clock.GetCurrentInstant(), property.Today(clock.GetCurrentInstant()));
        var (fresh, changed, ended) = BreachBook.Settle(known, found, mayEnd, now);
        var made = fresh.Select(one => (Found: one, Breach: new Breach(property.Id, one, today))).ToList();
        db.Breaches.AddRange(made.Select(one => one.Breach));
        foreach (var breach in ended) db.Note(actor, now, nameof(Breach), breach.Id, "breach ended", from: breach.Text);
        await FinishAsync([.. ended.Select(breach => breach.Id)], null, now, cancel);
        foreach (var breach in changed) db.Note(actor, now, nameof(Breach), breach.Id, "breach changed", to: breach.Text);
        await db.SaveChangesAsync(cancel);
        if (made.Count == 0) return 0;
        var owners = await OwnersAsync(made.ConvertAll(one => one.Breach.AccountId), property.Id, cancel);
        foreach (var (one, breach) in made)
        {
            if (await TaskOfAsync(one, cancel) is { } task) task.Settles(breach.Id);
            else db.Tasks.Add(Task(one, breach));
            db.Note(actor, now, nameof(Breach), breach.Id, "breach found", to: breach.Text);
        }

        await db.SaveChangesAsync(cancel);
        return made.Count;

        DeskTask Task(BreachFound one, Breach breach)
        {
            var task = new DeskTask(property.Id, one.BookingId, one.Text, today.PlusDays(TaskDays), owners.GetValueOrDefault(one.AccountId), now) { AgreementId = one.AgreementId }.About(one.AccountId);
            task.Settles(breach.Id);
            return task;
        }
    }

    /// <summary>A review that a task reminds of already has that one.</summary>
    private async Task<DeskTask?> TaskOfAsync(BreachFound found, CancellationToken cancel)
    {
        if (found.Kind != BreachKind.ReviewDue) return null;
        var template = (found.Key.Contains(":credit:", StringComparison.Ordinal) ? ComplianceFinding.ReviewOfCredit("") : ComplianceFinding.CheckOfReliability("")).Template;
        return (await db.Tasks.Where(task => task.AccountId == found.AccountId && task.DoneAt == null && task.BreachId == null).ToListAsync(cancel)).Find(task => task.Text.Template == template);
    }

    private async Task FinishAsync(List<int> breaches, int? by, Instant now, CancellationToken cancel)
    {
        if (breaches.Count == 0) return;
        foreach (var task in await db.Tasks.Where(task => task.BreachId != null && breaches.Contains(task.BreachId.Value) && task.DoneAt == null).ToListAsync(cancel)) task.Finish(by, now);
    }

    /// <summary>Whose portfolio the company is in; else who sold to it last in this hotel; else nobody by name.</summary>
    private async Task<Dictionary<int, int?>> OwnersAsync(List<int> accounts, int propertyId, CancellationToken cancel) =>
        await db.Accounts.Where(account => accounts.Contains(account.Id)).Select(account => new
        {
            account.Id,
            Owner = account.ManagerId ?? db.Bookings.Where(booking => booking.AccountId == account.Id && booking.PropertyId == propertyId).OrderByDescending(booking => booking.Id).Select(booking => booking.OwnerId).FirstOrDefault(),
        }).ToDictionaryAsync(row => row.Id, row => row.Owner, cancel);
}
