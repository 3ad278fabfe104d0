using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Letters to the people of the house, queued in the save of what they tell of.</summary>
public sealed class StaffLetters(HotelDb db, SignedLinks links, IClock clock)
{
    /// <summary>Invites a new person to choose a password.</summary>
    public Task InviteAsync(HotelUser user, CancellationToken cancel) => WriteAsync(user, MailKind.Invitation, PasswordLinks.InvitationRuns, cancel);

    /// <summary>Lets somebody who forgot the password choose another.</summary>
    public Task ResetAsync(HotelUser user, CancellationToken cancel) => WriteAsync(user, MailKind.PasswordReset, PasswordLinks.ResetRuns, cancel);

    /// <summary>Tells the asker; the booking's owner when the clock or the client brought the request about.</summary>
    public async Task DecidedAsync(Approval asked, CancellationToken cancel)
    {
        var (booking, agreement) = await AboutAsync(asked, cancel);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == (asked.AskedById ?? booking!.OwnerId), cancel) is not { } asker) return;
        var property = await DeskQueries.PropertyAsync(db, asked.PropertyId, cancel);
        Queue(asker, property, MailKind.Decision, asked.BookingId, new MailFacts
        {
            Hotel = HotelSheet.Of(property), Reference = booking?.Reference ?? agreement!.Terms.RateCode, Title = booking?.Name ?? agreement!.Name, IsOfAgreement = agreement is not null,
            Approved = asked.Status == ApprovalStatus.Approved, WaitingFor = [asked.Change], Reason = asked.Answer,
            Link = links.Address(agreement is null ? $"/bookings/{asked.BookingId}" : $"/agreements/{agreement.Id}"),
        });
    }

    /// <summary>Tells the one whom a request was handed to.</summary>
    public async Task DelegatedAsync(Approval asked, CancellationToken cancel)
    {
        var (booking, agreement) = await AboutAsync(asked, cancel);
        var decider = await db.Users.AsNoTracking().SingleAsync(user => user.Id == asked.DelegatedToId, cancel);
        var property = await DeskQueries.PropertyAsync(db, asked.PropertyId, cancel);
        Queue(decider, property, MailKind.Delegation, asked.BookingId, new MailFacts
        {
            Hotel = HotelSheet.Of(property), Reference = booking?.Reference ?? agreement!.Terms.RateCode, Title = booking?.Name ?? agreement!.Name, IsOfAgreement = agreement is not null,
            WaitingFor = [asked.Change], Reason = asked.Reason, Link = links.Address("/inbox"),
        });
    }

    private async Task<(Booking? Booking, Agreement? Agreement)> AboutAsync(Approval asked, CancellationToken cancel) => (
        await db.Bookings.AsNoTracking().SingleOrDefaultAsync(booking => booking.Id == asked.BookingId, cancel),
        await db.Agreements.AsNoTracking().SingleOrDefaultAsync(agreement => agreement.Id == asked.AgreementId, cancel));

    private async Task WriteAsync(HotelUser user, MailKind kind, Duration runs, CancellationToken cancel)
    {
        var property = await db.Properties.IgnoreQueryFilters().AsNoTracking().OrderBy(property => property.Id != user.PropertyId).ThenBy(property => property.Id).FirstAsync(cancel);
        Queue(user, property, kind, null, new MailFacts
        {
            Hotel = HotelSheet.Of(property), Reference = "", Title = user.Name, Until = clock.GetCurrentInstant() + runs,
            Link = links.Address("/password/" + PasswordLinks.Token(links, user, clock.GetCurrentInstant() + runs)),
        });
    }

    private void Queue(HotelUser user, Property property, MailKind kind, int? bookingId, MailFacts facts) =>
        db.Queue(clock.GetCurrentInstant(), kind, property.Id, bookingId, user.Language.Split('-')[0], facts, [new MailRecipient(user.Name, user.Email!)]);
}
