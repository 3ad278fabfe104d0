using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Features.Inbox;

/// <content>Reads the page: as many statements for much as for little.</content>
public sealed partial class InboxController
{
    private const int Shown = 50;

    private async Task<InboxPage> PageAsync(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var hotels = (await hotel.ChoicesAsync(cancel)).ToDictionary(known => known.Id);
        var today = property.Today(clock.GetCurrentInstant());
        var me = Me.UserId ?? 0;
        var waiting = new WaitingFor(db, User, hotels.Keys, today);
        return new InboxPage(
            property, hotels, today, await DeputyForAsync(waiting, cancel), await waiting.CountAsync(cancel),
            User.IsInRole(Role.Coordinator) ? InboxPage.Readers.SoonToBegin : User.IsInRole(Role.Finance) ? InboxPage.Readers.Money : InboxPage.Readers.Own,
            await ToDecideAsync(waiting, me, cancel), await AskedAsync(waiting.HandedOver, cancel), await AskedAsync(db.Approvals.Where(approval => approval.AskedById == me && !approval.IsAnswerRead), cancel),
            await AcceptedAsync(waiting, cancel), await TasksAsync(waiting, cancel), await MailsAsync(waiting, cancel), await ChangesAsync(waiting, cancel));
    }

    private async Task<IReadOnlyList<string>> DeputyForAsync(WaitingFor waiting, CancellationToken cancel) =>
        await waiting.StandsInFor.Join(db.Users, deputy => deputy.AbsentId, user => user.Id, (_, user) => user.Name).Distinct().OrderBy(name => name).ToListAsync(cancel);

    private async Task<List<InboxPage.Asked>> ToDecideAsync(WaitingFor waiting, int me, CancellationToken cancel)
    {
        var asked = await AskedAsync(waiting.Requests, cancel);
        var whoMay = await rights.WhoMayAsync([.. asked.Select(row => row.Approval)], cancel);
        return asked.ConvertAll(row => row with { WhoMay = [.. whoMay[row.Approval.Id].Where(person => person.Id != me)] });
    }

    private async Task<List<InboxPage.Asked>> AskedAsync(IQueryable<Approval> wanted, CancellationToken cancel) => (await (
        from approval in wanted.AsNoTracking()
        from booking in db.Bookings.Where(booking => booking.Id == approval.BookingId).DefaultIfEmpty()
        from agreement in db.Agreements.Where(agreement => agreement.Id == approval.AgreementId).DefaultIfEmpty()
        from asker in db.Users.Where(user => user.Id == approval.AskedById).DefaultIfEmpty()
        from decider in db.Users.Where(user => user.Id == approval.DelegatedToId).DefaultIfEmpty()
        orderby approval.Id
        select new
        {
            approval, Reference = booking == null ? "" : booking.Reference, Name = booking == null ? agreement.Name : booking.Name,
            AskedBy = asker == null ? "" : asker.Name, WaitsFor = decider == null ? "" : decider.Name,
        }).Take(Shown).ToListAsync(cancel))
        .ConvertAll(row => new InboxPage.Asked(row.approval, row.Reference, row.Name, row.AskedBy, row.WaitsFor, []));

    private async Task<List<InboxPage.Waits>> AcceptedAsync(WaitingFor waiting, CancellationToken cancel) => (await (
        from booking in waiting.Accepted.AsNoTracking()
        join account in db.Accounts on booking.AccountId equals account.Id
        orderby booking.OptionOn, booking.Id
        select new { booking.Id, booking.PropertyId, booking.Reference, booking.Name, account.TradeName, booking.WaitsFor }).Take(Shown).ToListAsync(cancel))
        .ConvertAll(row => new InboxPage.Waits(row.Id, row.PropertyId, row.Reference, row.Name, row.TradeName, row.WaitsFor));

    private async Task<List<InboxPage.Task>> TasksAsync(WaitingFor waiting, CancellationToken cancel) => await (
        from task in waiting.Tasks.AsNoTracking()
        from booking in db.Bookings.Where(booking => booking.Id == task.BookingId).DefaultIfEmpty()
        from account in db.Accounts.Where(account => account.Id == task.AccountId).DefaultIfEmpty()
        orderby task.DueOn, task.Id
        select new InboxPage.Task(task.Id, task.PropertyId, task.Text, task.DueOn, task.BookingId, booking == null ? "" : booking.Reference + " " + booking.Name, task.MailId, task.AccountId, account == null ? "" : account.TradeName, task.LeadId, task.AgreementId, task.BreachId)).Take(Shown).ToListAsync(cancel);

    private static async Task<List<InboxPage.FailedMail>> MailsAsync(WaitingFor waiting, CancellationToken cancel) => await waiting.Mails.AsNoTracking().OrderByDescending(mail => mail.Id).Take(Shown)
        .Select(mail => new InboxPage.FailedMail(mail.Id, mail.PropertyId, mail.Subject ?? mail.Kind.ToString(), mail.LastAnswer, mail.QueuedAt)).ToListAsync(cancel);

    /// <summary>The oldest that are unread, newest of them first: what is marked as read was shown.</summary>
    private async Task<List<InboxPage.Change>> ChangesAsync(WaitingFor waiting, CancellationToken cancel)
    {
        var oldest = await (
            from entry in waiting.Changes.AsNoTracking()
            join booking in db.Bookings on entry.BookingId equals booking.Id
            from person in db.Users.Where(user => user.Id == entry.UserId).DefaultIfEmpty()
            orderby entry.Id
            select new { entry, booking.PropertyId, booking.Reference, booking.Name, By = person == null ? null : person.Name }).Take(Shown).ToListAsync(cancel);
        return [.. oldest.OrderByDescending(row => row.entry.Id).Select(row => new InboxPage.Change(new JournalLine(row.entry, row.By), row.PropertyId, $"{row.Reference} {row.Name}"))];
    }
}
