using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Stays;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>A company's scorecard in one hotel, and its letter.</summary>
public sealed class Scorecards(HotelDb db, ProductionDesk production, IClock clock)
{
    public async Task<ScorecardSheet> ReadAsync(Account account, Property property, int year, CancellationToken cancel)
    {
        var today = property.Today(clock.GetCurrentInstant());
        var (from, end) = (new LocalDate(year - 1, 1, 1), new LocalDate(year, 12, 31));
        var counted = await production.StaysAsync(account.Id, property.Id, from, LocalDate.Min(end, today), cancel);
        var stays = counted.Select(stay => stay.Nights).ToList();
        var agreements = new List<ScorecardAgreement>();
        foreach (var agreement in (await db.Agreements.AsNoTracking().Where(agreement => agreement.AccountId == account.Id && agreement.AcceptedAt != null).ToListAsync(cancel))
            .Where(agreement => !agreement.IsReplaced && agreement.Terms.PropertyIds.Contains(property.Id) && agreement.Terms.ValidFrom <= end && agreement.Terms.ValidTo >= new LocalDate(year, 1, 1)).OrderBy(agreement => agreement.Terms.ValidFrom))
        {
            var stand = await production.StandingAsync(agreement, LocalDate.Min(today, end), cancel);
            agreements.Add(new(agreement.Id, agreement.Name, agreement.Terms.ValidFrom, agreement.Terms.ValidTo, stand.Promised, stand.Produced.RoomNights, stand.Progress?.Expected, stand.Progress?.Percent, stand.Progress?.RunRate, stand.Progress?.Light, stand.NextTier?.MinimumNights, stand.Rebate));
        }

        return new ScorecardSheet
        {
            Hotel = HotelSheet.Of(property), Client = account.LegalName, Language = account.Language, Year = year, AsOf = LocalDate.Min(end, today), Currency = property.Currency,
            Months = ProducedNights.ByMonth(stays, year, property.Currency), Before = ProducedNights.ByMonth(stays, year - 1, property.Currency), Agreements = agreements,
            AsAgent = ProducedNights.Of(counted.Where(stay => stay.AsAgent).Select(stay => stay.Nights), new LocalDate(year, 1, 1), end, property.Currency).RoomNights,
        };
    }

    /// <summary>Puts the scorecard into the outbox; the caller saves.</summary>
    /// <exception cref="Domain.HouseRuleException">The company has nobody with an e-mail address.</exception>
    public void Queue(ScorecardSheet sheet, Account account, Property property, Actor actor)
    {
        var reader = account.Reader() ?? throw new Domain.HouseRuleException($"{account.TradeName} has no contact with an e-mail address. Add one to the account first.");
        db.Queue(
            clock.GetCurrentInstant(), MailKind.Scorecard, property.Id, bookingId: null, account.Language,
            new MailFacts { Hotel = HotelSheet.Of(property), Reference = "", Title = account.TradeName, Scorecard = sheet }, [new MailRecipient(reader.Name, reader.Email)]);
        db.Note(actor, clock.GetCurrentInstant(), nameof(Account), account.Id, "mail scorecard", to: $"{sheet.Year}: {reader.Email}");
    }
}
