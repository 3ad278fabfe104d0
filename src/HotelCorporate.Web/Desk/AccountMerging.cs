using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Leads;
using HotelCorporate.Domain.Loyalty;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>
/// Makes two records of one company one: what belongs to the one goes to the other, and which it was is kept, so that it can be undone.
/// Issued documents never change and keep whom they name; they are found by their booking.
/// </summary>
public sealed class AccountMerging(HotelDb db, IClock clock)
{
    /// <exception cref="HouseRuleException">One of the two is merged already, or belongs to the other.</exception>
    public async Task MergeAsync(int fromId, int intoId, string? why, Actor actor, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(why) || why.Length > Account.LongestText) throw new HouseRuleException("Say what shows that the two are one company.") { Field = "why" };
        await using var turn = await db.BeginWriteAsync(cancel);
        var (from, into) = (await db.Accounts.SingleAsync(account => account.Id == fromId, cancel), await db.Accounts.SingleOrDefaultAsync(account => account.Id == intoId, cancel));
        if (into is null) throw new HouseRuleException("This company is not here. Choose one of the list.") { Field = "into" };
        var family = await db.FamilyAsync(cancel);
        if (family.Of(fromId).Contains(intoId) && intoId != fromId) throw new HouseRuleException("The one belongs to the other. Take it out of the group first.") { Field = "into" };
        from.MergeInto(into);
        var moved = new MovedRecords(
            await TakeAsync(db.Set<Contact>().Where(row => row.AccountId == fromId), cancel), await TakeAsync(db.Bookings.IgnoreQueryFilters().Where(row => row.AccountId == fromId), cancel),
            await TakeAsync(db.Agreements.IgnoreQueryFilters().Where(row => row.AccountId == fromId), cancel), await TakeAsync(db.Payments.IgnoreQueryFilters().Where(row => row.AccountId == fromId), cancel),
            await TakeAsync(db.Activities.Where(row => row.AccountId == fromId), cancel), await TakeAsync(db.AccountDocuments.Where(row => row.AccountId == fromId), cancel),
            await TakeAsync(db.Tasks.IgnoreQueryFilters().Where(row => row.AccountId == fromId), cancel), await TakeAsync(db.Accounts.Where(row => row.ParentId == fromId), cancel),
            await TakeAsync(db.Leads.IgnoreQueryFilters().Where(row => row.AccountId == fromId), cancel),
            await TakeAsync(db.Stays.IgnoreQueryFilters().Where(row => row.AccountId == fromId), cancel), await TakeAsync(db.RateRefusals.IgnoreQueryFilters().Where(row => row.AccountId == fromId), cancel),
            await TakeAsync(db.Breaches.IgnoreQueryFilters().Where(row => row.AccountId == fromId), cancel), await TakeAsync(db.Accounts.Where(row => row.ReferredById == fromId && row.Id != intoId), cancel),
            await TakeAsync(db.Accounts.Where(row => row.MergedIntoId == fromId), cancel), await TakeAsync(db.AccountImportEntries.Where(row => row.AccountId == fromId), cancel),
            Points: await TakeAsync(db.LoyaltyEntries.Where(row => row.AccountId == fromId), cancel));
        moved = await TakeScorecardsAsync(moved, fromId, intoId, cancel);
        await MoveAsync(moved, fromId, intoId, cancel);
        var now = clock.GetCurrentInstant();
        db.AccountMerges.Add(new AccountMerge(fromId, intoId, moved, actor.UserId, now));
        db.Note(actor, now, nameof(Account), fromId, "merge", to: Sentence.Typed(into.TradeName), why: Sentence.Typed(why));
        db.Note(actor, now, nameof(Account), intoId, "take in", from: Sentence.Typed(from.TradeName), why: Sentence.Typed(why));
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
    }

    /// <summary>What was moved and is still where it was moved to goes back; what came since stays.</summary>
    public async Task UndoAsync(int mergeId, Actor actor, CancellationToken cancel)
    {
        await using var turn = await db.BeginWriteAsync(cancel);
        var merge = await db.AccountMerges.SingleAsync(merge => merge.Id == mergeId, cancel);
        var now = clock.GetCurrentInstant();
        merge.Undo(now);
        (await db.Accounts.SingleAsync(account => account.Id == merge.FromId, cancel)).Separate();
        await MoveAsync(merge.Moved, merge.IntoId, merge.FromId, cancel);
        await ReturnScorecardsAsync(merge, cancel);
        db.Note(actor, now, nameof(Account), merge.FromId, "undo merge");
        db.Note(actor, now, nameof(Account), merge.IntoId, "undo merge");
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
    }

    private static async Task<IReadOnlyList<int>> TakeAsync<T>(IQueryable<T> rows, CancellationToken cancel) where T : class => await rows.Select(row => EF.Property<int>(row, "Id")).ToListAsync(cancel);

    /// <summary>A company gets one scorecard of a hotel: where both were to get it, the other's stands for both.</summary>
    private async Task<MovedRecords> TakeScorecardsAsync(MovedRecords moved, int fromId, int intoId, CancellationToken cancel)
    {
        var orders = await db.ScorecardOrders.IgnoreQueryFilters().Where(order => order.AccountId == fromId || order.AccountId == intoId).ToListAsync(cancel);
        var (taken, there) = (orders.FindAll(order => order.AccountId == fromId), orders.Where(order => order.AccountId == intoId).Select(order => order.PropertyId).ToHashSet());
        var fresh = taken.FindAll(order => !there.Contains(order.PropertyId));
        db.ScorecardOrders.RemoveRange(taken);
        db.ScorecardOrders.AddRange(fresh.Select(order => order.For(intoId)));
        return moved with { Scorecards = taken.ConvertAll(order => order.PropertyId), NewScorecards = fresh.ConvertAll(order => order.PropertyId) };
    }

    /// <summary>What was stopped meanwhile stays stopped.</summary>
    private async Task ReturnScorecardsAsync(AccountMerge merge, CancellationToken cancel)
    {
        var (had, fresh) = (merge.Moved.Scorecards ?? [], merge.Moved.NewScorecards ?? []);
        var orders = await db.ScorecardOrders.IgnoreQueryFilters().Where(order => order.AccountId == merge.IntoId && had.Contains(order.PropertyId)).ToListAsync(cancel);
        db.ScorecardOrders.AddRange(orders.Select(order => order.For(merge.FromId)));
        db.ScorecardOrders.RemoveRange(orders.Where(order => fresh.Contains(order.PropertyId)));
    }

    /// <summary>Both accounts of points are counted anew; who gets points takes part.</summary>
    private async Task MovePointsAsync(IReadOnlyList<int> entries, int from, int to, CancellationToken cancel)
    {
        if (await db.LoyaltyMembers.SingleOrDefaultAsync(member => member.AccountId == from, cancel) is not { } giving) return;
        var taking = await db.LoyaltyMembers.SingleOrDefaultAsync(member => member.AccountId == to, cancel);
        if (taking is null) db.LoyaltyMembers.Add(taking = new LoyaltyMember(to, giving.JoinedOn));
        await db.LoyaltyEntries.Where(row => entries.Contains(row.Id) && row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, to), cancel);
        giving.Recount(await db.LoyaltyEntries.Where(row => row.AccountId == from).SumAsync(row => row.Points, cancel));
        taking.Recount(await db.LoyaltyEntries.Where(row => row.AccountId == to).SumAsync(row => row.Points, cancel));
    }

    private async Task MoveAsync(MovedRecords moved, int from, int to, CancellationToken cancel)
    {
        await db.Set<Contact>().Where(row => moved.Contacts.Contains(row.Id) && row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, to), cancel);
        await db.Bookings.IgnoreQueryFilters().Where(row => moved.Bookings.Contains(row.Id) && row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, to), cancel);
        await db.BookingNets.IgnoreQueryFilters().Where(row => moved.Bookings.Contains(row.BookingId) && row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, to), cancel); // what they count for
        await db.Stays.IgnoreQueryFilters().Where(row => moved.Stays.Contains(row.Id) && row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, to), cancel);
        await db.RateRefusals.IgnoreQueryFilters().Where(row => moved.Refusals.Contains(row.Id) && row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, to), cancel);
        var breaches = moved.Breaches ?? [];
        await db.Breaches.IgnoreQueryFilters().Where(row => breaches.Contains(row.Id) && row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, to), cancel);
        await db.Agreements.IgnoreQueryFilters().Where(row => moved.Agreements.Contains(row.Id) && row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, to), cancel);
        await db.Payments.IgnoreQueryFilters().Where(row => moved.Payments.Contains(row.Id) && row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, to), cancel);
        await db.Activities.Where(row => moved.Activities.Contains(row.Id) && row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, to), cancel);
        await db.AccountDocuments.Where(row => moved.Documents.Contains(row.Id) && row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, to), cancel);
        await db.Tasks.IgnoreQueryFilters().Where(row => moved.Tasks.Contains(row.Id) && row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, to), cancel);
        await db.Accounts.Where(row => moved.Children.Contains(row.Id) && row.ParentId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.ParentId, to), cancel);
        var (referred, merged, imported) = (moved.Referred ?? [], moved.Merged ?? [], moved.Imported ?? []);
        await db.Accounts.Where(row => referred.Contains(row.Id) && row.ReferredById == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReferredById, to), cancel);
        await db.Accounts.Where(row => merged.Contains(row.Id) && row.MergedIntoId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.MergedIntoId, to), cancel);
        await db.AccountImportEntries.Where(row => imported.Contains(row.Id) && row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, to), cancel);
        await db.Leads.IgnoreQueryFilters().Where(row => moved.Leads.Contains(row.Id) && row.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, to), cancel);
        await MovePointsAsync(moved.Points ?? [], from, to, cancel);
    }
}
