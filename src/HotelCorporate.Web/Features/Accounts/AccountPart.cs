using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Accounts;

/// <summary>What the pages of one company share.</summary>
public abstract class AccountPart(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    protected HotelDb Db { get; } = db;

    protected Instant Now => clock.GetCurrentInstant();

    /// <summary>The company to be changed, with its people; null when there is none, or it was merged into another.</summary>
    protected Task<Account?> FindAsync(int accountId, CancellationToken cancel) =>
        Db.Accounts.Include(account => account.Contacts).SingleOrDefaultAsync(account => account.Id == accountId && account.MergedIntoId == null, cancel);

    protected async Task<LocalDate> TodayAsync(CancellationToken cancel) => (await hotel.GetAsync(cancel)).Today(Now);

    protected Task<Domain.Properties.Property> HotelAsync(CancellationToken cancel) => hotel.GetAsync(cancel);

    protected void Note(int accountId, Sentence action, Sentence? from = null, Sentence? to = null, Sentence? why = null) => Db.Note(Me, Now, nameof(Account), accountId, action, from, to, why);

    /// <summary>A date that somebody has to keep is a task; an earlier one of the same words is no longer needed.</summary>
    protected async Task RemindAsync(Account account, Sentence what, LocalDate? on, CancellationToken cancel)
    {
        foreach (var old in (await Db.Tasks.Where(task => task.AccountId == account.Id && task.DoneAt == null).ToListAsync(cancel)).Where(task => task.Text.Equals(what))) old.Finish(null, Now);
        if (on is { } day) Db.Tasks.Add(new DeskTask((await hotel.GetAsync(cancel)).Id, null, what, day, account.ManagerId ?? Me.UserId, Now).About(account.Id));
    }
}
