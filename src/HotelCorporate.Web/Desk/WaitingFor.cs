using System.Security.Claims;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Journal;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>How much of each kind waits for a person.</summary>
public sealed record Waiting(int Requests, int Accepted, int Tasks, int Mails, int Changes)
{
    public int All => Requests + Accepted + Tasks + Mails + Changes;
}

/// <summary>
/// What waits for the one who is signed in, in every hotel that they may see: their own, and that of those whose deputy they are today.
/// The page and the number in the top bar ask here, so they say the same.
/// </summary>
public sealed class WaitingFor
{
    /// <summary>A task is due when its day is so near.</summary>
    public const int TaskDays = 7;

    /// <summary>A coordinator reads of events that begin within so many days.</summary>
    public const int EventDays = 14;

    /// <summary>More unread changes than this are not counted.</summary>
    public const int MostChanges = 100;

    /// <summary>Beyond so many of the house's last entries nothing counts as unread: the number stands on every page, and somebody may never read.</summary>
    public const int FarBack = 5_000;

    /// <summary>What moves a definite booking's money: finance reads of these.</summary>
    private static readonly string[] OfMoney = ["confirm", "cancel", "count", "waive deposit", "accept quote", ((Sentence)$"approve {ApprovalKind.Credit}").ToText(), "payment"];

    private readonly HotelDb _db;
    private readonly int _me;

    /// <param name="hotels">Those that the person may see.</param>
    public WaitingFor(HotelDb db, ClaimsPrincipal person, IReadOnlyCollection<int> hotels, LocalDate today)
    {
        (_db, _me) = (db, person.UserId() ?? 0);
        var seen = hotels.ToList();
        var opens = Role.OpeningBookings.Any(person.IsInRole);
        StandsInFor = db.Deputies.Where(deputy => deputy.DeputyId == _me && deputy.From <= today && today <= deputy.Until);
        var (decidable, standsIn) = (Decidable(opens), StandsInFor);
        Requests = decidable.Where(asked => asked.DelegatedToId == null || asked.DelegatedToId == _me || standsIn.Any(deputy => deputy.AbsentId == asked.DelegatedToId));
        HandedOver = decidable.Where(asked => asked.DelegatedToId != null && asked.DelegatedToId != _me && !standsIn.Any(deputy => deputy.AbsentId == asked.DelegatedToId));

        var until = today.PlusDays(TaskDays);
        var absent = standsIn.Join(db.Users, deputy => deputy.AbsentId, user => user.Id, (_, user) => new { user.Id, user.PropertyId });
        Mine = db.Tasks.Where(task => seen.Contains(task.PropertyId) && ((task.OwnerId == null && opens) || task.OwnerId == _me
            || absent.Any(away => away.Id == task.OwnerId && (away.PropertyId == null || away.PropertyId == task.PropertyId))));
        Tasks = Mine.Where(task => task.DoneAt == null && task.DueOn <= until);
        Mails = db.Outbox.Where(mail => opens && mail.Status == MailStatus.Failed);

        var every = person.IsInRole(Role.Finance) || person.IsInRole(Role.Administrator);
        Accepted = db.Bookings.Where(booking => opens && seen.Contains(booking.PropertyId) && booking.Status == BookingStatus.Tentative && booking.AcceptedBy != null
            && (every || booking.OwnerId == _me || absent.Any(away => away.Id == booking.OwnerId && (away.PropertyId == null || away.PropertyId == booking.PropertyId))));
        Changes = Unread(person.IsInRole(Role.Coordinator), person.IsInRole(Role.Finance), today);
    }

    /// <summary>Whose deputy the person is today.</summary>
    public IQueryable<Deputy> StandsInFor { get; }

    public IQueryable<Approval> Requests { get; }

    /// <summary>Requests that the person may decide too, and that wait for somebody else by name.</summary>
    public IQueryable<Approval> HandedOver { get; }

    /// <summary>Accepted bookings that are not definite. Finance and administrators see every one, since most wait for money; others those of their portfolio.</summary>
    public IQueryable<Booking> Accepted { get; }

    /// <summary>Those that are due.</summary>
    public IQueryable<DeskTask> Tasks { get; }

    /// <summary>The tasks that the person may finish, whenever they are due: the own, those of nobody, and those of the absent one in the hotel where they work.</summary>
    public IQueryable<DeskTask> Mine { get; }

    public IQueryable<OutboxMail> Mails { get; }

    /// <summary>What others, the client or the clock did since the person last read: to the portfolio's bookings; for a coordinator, to those that begin soon; for finance, to the money of definite ones.</summary>
    public IQueryable<JournalEntry> Changes { get; }

    /// <summary>One statement.</summary>
    public Task<Waiting> CountAsync(CancellationToken cancel)
    {
        var (requests, accepted, tasks, mails, changes) = (Requests, Accepted, Tasks, Mails, Changes.Take(MostChanges));
        return _db.Users.Where(user => user.Id == _me).Select(user => new Waiting(requests.Count(), accepted.Count(), tasks.Count(), mails.Count(), changes.Count())).SingleAsync(cancel);
    }

    /// <summary>As <see cref="RoleLimits.Covers"/> says it, for the database; as a deputy, of those who work in the request's hotel.</summary>
    private IQueryable<Approval> Decidable(bool opens)
    {
        var standsIn = StandsInFor;
        return _db.Approvals.Where(asked => opens && asked.Status == ApprovalStatus.Open && (asked.AskedById == null || asked.AskedById != _me)
            && _db.UserRoles.Any(given =>
                (given.UserId == _me || standsIn.Any(deputy => deputy.AbsentId == given.UserId && _db.Users.Any(absent => absent.Id == deputy.AbsentId && (absent.PropertyId == null || absent.PropertyId == asked.PropertyId))))
                && _db.Roles.Any(role => role.Id == given.RoleId && _db.RoleLimits.Any(limits => limits.Role == role.Name
                    && (asked.Kind == ApprovalKind.Price || asked.Kind == ApprovalKind.Agreement ? (limits.MaximumDiscount == null || limits.MaximumDiscount >= asked.Discount) && (limits.MayPriceUnderFloor || !asked.IsUnderFloor)
                        : asked.Kind == ApprovalKind.Credit ? limits.MayApproveCredit : limits.MayForceSpace)))));
    }

    private IQueryable<JournalEntry> Unread(bool coordinates, bool isFinance, LocalDate today)
    {
        var (standsIn, from, until) = (StandsInFor, today.AtMidnight(), today.PlusDays(EventDays).AtMidnight());
        return _db.Journal.Where(entry => entry.BookingId != null && entry.Id > _db.Users.Where(user => user.Id == _me).Select(user => user.ReadUpTo).First()
            && entry.Id > _db.Journal.Max(last => last.Id) - FarBack && (entry.UserId == null || entry.UserId != _me)
            && (entry.Subject == nameof(Booking) || entry.Subject == nameof(Quote) || (entry.Subject == nameof(Invoice) && entry.Action == "payment"))
            && _db.Bookings.Any(booking => booking.Id == entry.BookingId
                && (booking.OwnerId == _me || standsIn.Any(deputy => deputy.AbsentId == booking.OwnerId)
                    || (coordinates && (booking.Status == BookingStatus.Tentative || booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual)
                        && booking.Functions.Any(function => !function.IsCancelled && function.Start >= from && function.Start < until))
                    || (isFinance && OfMoney.Contains(entry.Action) && (booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual || booking.Status == BookingStatus.Cancelled)))));
    }
}
