using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Decides what is over somebody's limits, does what was asked for, and tells the asker: all in one save.</summary>
public sealed class ApprovalDesk(HotelDb db, DecisionRights rights, BookingMoves moves, BlockDesk blocks, StaffLetters letters, IClock clock)
{
    /// <exception cref="HouseRuleException">The person may not, it was decided already, or what was asked for is no longer possible.</exception>
    /// <exception cref="RoomTakenException">The room is held by a booking that cannot be displaced.</exception>
    public async Task ApproveAsync(int id, string? answer, Actor actor, CancellationToken cancel)
    {
        var asked = await OpenAsync(id, actor, cancel);
        if (asked.Kind is ApprovalKind.Space or ApprovalKind.Bedrooms)
        {
            db.ChangeTracker.Clear(); // the move reads it again in each of its tries
            if (asked.Kind == ApprovalKind.Bedrooms && await blocks.AsksAsync(asked.BookingId!.Value, cancel))
            {
                await blocks.ForceAsync(asked.BookingId!.Value, asked.Reason, actor, DecidedAsync, cancel);
                await moves.SettleAsync(asked.BookingId!.Value, actor, cancel);
                return;
            }

            await moves.ForceAsync(asked.BookingId!.Value, asked.Reason, mayDisplace: asked.Kind == ApprovalKind.Space, actor, cancel, DecidedAsync);
            return;
        }

        if (asked.Kind == ApprovalKind.Price) (await db.Quotes.SingleAsync(quote => quote.Id == asked.QuoteId, cancel)).Approve();
        else if (asked.Kind == ApprovalKind.Agreement) await MoveAgreementAsync(asked, actor, "offer", agreement => agreement.Offer(), cancel);
        else await ApproveCreditAsync(asked, actor, cancel);
        await DecideAsync(asked, (approval, by, at) => approval.Approve(by, at, answer), actor, cancel);
        await db.SaveChangesAsync(cancel);
        if (asked.Kind == ApprovalKind.Credit) await moves.SettleAsync(asked.BookingId!.Value, actor, cancel);

        async Task DecidedAsync(CancellationToken token) =>
            await DecideAsync(await db.Approvals.SingleAsync(other => other.Id == id, token), (approval, by, at) => approval.Approve(by, at, answer), actor, token);
    }

    /// <exception cref="HouseRuleException">The person may not, or gives no reason.</exception>
    public async Task RefuseAsync(int id, string? reason, Actor actor, CancellationToken cancel)
    {
        var asked = await OpenAsync(id, actor, cancel);
        await DecideAsync(asked, (approval, by, at) => approval.Refuse(by, at, reason), actor, cancel);
        if (asked.Kind == ApprovalKind.Agreement) await MoveAgreementAsync(asked, actor, "back to draft", agreement => agreement.BackToDraft(), cancel, asked.Answer);
        if (asked.Kind == ApprovalKind.Bedrooms) await blocks.ForgetAsync(asked.BookingId!.Value, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Lets another person decide, who is told.</summary>
    /// <exception cref="HouseRuleException">The person may not, or the other one may not decide it.</exception>
    public async Task DelegateAsync(int id, int to, Actor actor, CancellationToken cancel)
    {
        var asked = await OpenAsync(id, actor, cancel);
        if (!(await rights.WhoMayAsync([asked], cancel))[id].Any(person => person.Id == to))
            throw new HouseRuleException("This person may not decide it either, is locked out, or has a role that does not open bookings. Choose one of the list.");
        var from = asked.DelegatedToId;
        asked.DelegateTo(to);
        NoteHandover(asked, actor, $"delegate {asked.Kind}", from);
        await letters.DelegatedAsync(asked, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Takes it back from the one who was to decide.</summary>
    /// <exception cref="HouseRuleException">The person may not decide it, or nobody has it.</exception>
    public async Task TakeBackAsync(int id, Actor actor, CancellationToken cancel)
    {
        var asked = await OpenAsync(id, actor, cancel, whoeverHasIt: true);
        var from = asked.DelegatedToId;
        asked.TakeBack();
        NoteHandover(asked, actor, $"take back {asked.Kind}", from);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Approval> OpenAsync(int id, Actor actor, CancellationToken cancel, bool whoeverHasIt = false)
    {
        var asked = await db.Approvals.SingleOrDefaultAsync(approval => approval.Id == id, cancel) ?? throw new HouseRuleException("This request is no longer there.");
        var property = await DeskQueries.PropertyAsync(db, asked.PropertyId, cancel);
        var portfolio = await rights.OfAsync(actor.UserId ?? 0, property.Id, property.Today(clock.GetCurrentInstant()), cancel);
        return (whoeverHasIt ? portfolio.MayDecide(asked) : portfolio.Covers(asked)) ? asked : throw new HouseRuleException("This is over your own limits, or you asked for it yourself. Leave it to somebody who may decide it.");
    }

    private void NoteHandover(Approval asked, Actor actor, Sentence action, int? from)
    {
        db.Note(actor, clock.GetCurrentInstant(), asked.About.Subject, asked.About.Id, action, Person(from), Person(asked.DelegatedToId));
    }

    private static Sentence? Person(int? id)
    {
        if (id is { } known) return $"user {known}";
        return null;
    }

    private async Task DecideAsync(Approval asked, Action<Approval, int, Instant> decide, Actor actor, CancellationToken cancel)
    {
        decide(asked, actor.UserId ?? 0, clock.GetCurrentInstant());
        if (asked.Status == ApprovalStatus.Approved) Note(asked, actor, $"approve {asked.Kind}", asked.Answer);
        else Note(asked, actor, $"refuse {asked.Kind}", asked.Answer);
        await letters.DecidedAsync(asked, cancel);
    }

    private async Task ApproveCreditAsync(Approval asked, Actor actor, CancellationToken cancel)
    {
        var currency = await db.Properties.Where(property => property.Id == asked.PropertyId).Select(property => property.CurrencyCode).SingleAsync(cancel);
        (await db.Bookings.SingleAsync(booking => booking.Id == asked.BookingId, cancel)).ApproveCredit(actor.UserId ?? 0, new Money(asked.Exposure ?? 0, Currency.Of(currency)));
    }

    private async Task MoveAgreementAsync(Approval asked, Actor actor, Sentence action, Action<Agreement> move, CancellationToken cancel, Sentence? why = null)
    {
        var agreement = await db.Agreements.SingleAsync(agreement => agreement.Id == asked.AgreementId, cancel);
        var from = agreement.Status;
        move(agreement);
        db.Note(actor, clock.GetCurrentInstant(), nameof(Agreement), agreement.Id, action, from.ToString(), agreement.Status.ToString(), why);
    }

    private void Note(Approval asked, Actor actor, Sentence action, string? why) =>
        db.Note(actor, clock.GetCurrentInstant(), asked.About.Subject, asked.About.Id, action, nameof(ApprovalStatus.Open), asked.Status.ToString(), why);
}
