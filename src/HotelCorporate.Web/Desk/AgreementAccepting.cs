using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>The client's side of an agreement: its link, its contract, and what follows when it is accepted. The caller saves.</summary>
public sealed class AgreementAccepting(HotelDb db, SignedLinks links, IClock clock)
{
    /// <summary>Days that a link opens.</summary>
    private const int LinkRuns = 60;

    /// <summary>Opens the agreement as it is on offer now; once its terms change, a link of before shows the new ones.</summary>
    public string LinkFor(Agreement agreement) => links.Address($"/agreement-offers/{links.Token(SignedLinks.Agreement, agreement.Id, clock.GetCurrentInstant() + Duration.FromDays(LinkRuns))}");

    /// <summary>Puts the letter with the link into the outbox; gives the name of whoever gets it.</summary>
    /// <exception cref="HouseRuleException">It is not on offer, or the company has nobody who can be written to.</exception>
    public async Task<string> SendAsync(Agreement agreement, int? contactId, Actor actor, CancellationToken cancel)
    {
        if (agreement.Status != AgreementStatus.Offered) throw new HouseRuleException("Only an agreement that is on offer is sent. Offer it first.");
        var account = (await DeskQueries.AccountAsync(db, agreement.AccountId, cancel))!;
        var contact = account.Contacts.FirstOrDefault(contact => contact.Id == contactId) ?? (contactId is null ? account.Contacts.FirstOrDefault(contact => !string.IsNullOrEmpty(contact.Email)) : null);
        if (contact is not { Email.Length: > 0 }) throw new HouseRuleException("The company has no contact with an e-mail address. Add one on its page.");
        var contract = await ContractAsync(agreement, cancel);
        var hotel = await db.Properties.AsNoTracking().Where(property => agreement.Terms.PropertyIds.Contains(property.Id)).OrderBy(property => property.Id).FirstAsync(cancel);
        db.Queue(clock.GetCurrentInstant(), MailKind.AgreementOffered, hotel.Id, null, account.Language, new MailFacts
        {
            Hotel = contract.Hotel with { Logo = null }, Reference = agreement.Terms.RateCode, Title = agreement.Name, IsOfAgreement = true, Link = LinkFor(agreement),
            OptionOn = agreement.Terms.ValidFrom, NoticeOn = agreement.Terms.ValidTo,
        }, [new MailRecipient(contact.Name, contact.Email)]);
        return contact.Name;
    }

    /// <summary>What it replaces gives way, and whoever sold it is told by a task.</summary>
    public async Task FollowAsync(Agreement agreement, CancellationToken cancel)
    {
        if (agreement.ReplacesId is { } old) (await db.Agreements.SingleAsync(other => other.Id == old, cancel)).ReplacedBy(agreement);
        foreach (var task in await db.Tasks.Where(task => task.DoneAt == null && (task.AgreementId == agreement.Id || (agreement.ReplacesId != null && task.AgreementId == agreement.ReplacesId))).ToListAsync(cancel)) task.Finish(null, clock.GetCurrentInstant());
    }

    /// <summary>The client pressed the button: a task tells the house.</summary>
    public void Tell(Agreement agreement, Sentence what, int propertyId, LocalDate today) =>
        db.Tasks.Add(new DeskTask(propertyId, null, what, today, null, clock.GetCurrentInstant()) { AgreementId = agreement.Id });

    public async Task<ContractSheet> ContractAsync(Agreement agreement, CancellationToken cancel)
    {
        var hotels = await db.Properties.IgnoreQueryFilters().AsNoTracking().Where(property => agreement.Terms.PropertyIds.Contains(property.Id)).OrderBy(property => property.Id).ToListAsync(cancel);
        var ids = hotels.ConvertAll(hotel => hotel.Id);
        var file = new ContractFile(
            agreement, await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == agreement.AccountId, cancel), hotels,
            await db.RoomTypes.IgnoreQueryFilters().AsNoTracking().Where(type => ids.Contains(type.PropertyId)).ToListAsync(cancel),
            await db.Packages.IgnoreQueryFilters().AsNoTracking().Where(package => ids.Contains(package.PropertyId)).ToListAsync(cancel), hotels[0].Today(clock.GetCurrentInstant()));
        return AgreementContract.Write(file, await db.WithLogoAsync(HotelSheet.Of(hotels[0]), cancel));
    }
}
