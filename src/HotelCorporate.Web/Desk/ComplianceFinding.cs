using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Domain.Stays;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>What a check found, and the stays that it could not look at.</summary>
public sealed record ComplianceFound(IReadOnlyList<BreachFound> Breaches, IReadOnlyList<UncheckedStays> Unchecked);

/// <summary>Looks in one hotel whose word was not kept: the company's and the house's. Stores nothing.</summary>
public sealed class ComplianceFinding(HotelDb db, ProductionDesk production, OffAgreementStays offStays)
{
    /// <summary>Days of its term in which a promise is not held against a company yet.</summary>
    private const int FirstDays = 30;

    /// <summary>Days in which a request is decided.</summary>
    private const int DecisionDays = 7;

    /// <summary>Refused nights of before were told of already.</summary>
    private const int RefusalDays = 60;

    /// <param name="known">The hotel's breaches, closed ones too.</param>
    public async Task<ComplianceFound> FindAsync(Property property, IReadOnlyCollection<Breach> known, Instant now, CancellationToken cancel)
    {
        var today = property.Today(now);
        var agreements = (await db.Agreements.AsNoTracking().ToListAsync(cancel)).FindAll(agreement => agreement.Terms.PropertyIds.Contains(property.Id));
        var accepted = agreements.FindAll(agreement => agreement.AcceptedAt is not null);
        var (off, left) = await offStays.FindAsync(property, accepted, today, cancel);
        return new(
        [
            .. OffAgreement.Found(off, known),
            .. await RefusedAsync(property, today, cancel),
            .. await BehindAsync(property, accepted, known, today, cancel),
            .. await LateAsync(property, today, cancel),
            .. await LapsedAsync(property, agreements, today, now, cancel),
            .. await ReviewsAsync(property, today, cancel),
        ], left);
    }

    private async Task<IEnumerable<BreachFound>> RefusedAsync(Property property, LocalDate today, CancellationToken cancel)
    {
        var since = today.PlusDays(-RefusalDays);
        var refused = await db.RateRefusals.AsNoTracking().Where(refusal => refusal.PropertyId == property.Id && refusal.IsLastRoom && refusal.FreeRooms > 0 && refusal.AskedOn >= since)
            .Join(db.RoomTypes, refusal => refusal.RoomTypeId, type => type.Id, (refusal, type) => new { refusal, type.Name }).Join(db.Agreements, row => row.refusal.AgreementId, agreement => agreement.Id, (row, agreement) => new { row.refusal, row.Name, Agreement = agreement.Name }).ToListAsync(cancel);
        return refused.GroupBy(row => (row.refusal.AccountId, row.refusal.AgreementId, row.refusal.RoomTypeId, row.refusal.Occupancy, row.refusal.Arrival, row.refusal.AskedOn)).Select(group =>
        {
            var rows = group.OrderBy(row => row.refusal.Night).ToList();
            return new BreachFound(
                BreachKind.LastRoomRefused, FormattableString.Invariant($"{BreachKind.LastRoomRefused}:{rows.Min(row => row.refusal.Id)}"), group.Key.AccountId, group.Key.AgreementId,
                $"{rows[0].Agreement}: {rows.Count} nights from {group.Key.Arrival} on were refused though a room was free and last room availability is agreed.",
                BreachEvidence.Of([.. rows.Select(row => (Sentence)$"{row.Name}, {row.refusal.Night}: {row.refusal.FreeRooms} rooms were free. Asked for on {row.refusal.AskedOn}; refused because: {row.refusal.Reason}")]));
        });
    }

    private async Task<List<BreachFound>> BehindAsync(Property property, List<Agreement> accepted, IReadOnlyCollection<Breach> known, LocalDate today, CancellationToken cancel)
    {
        var found = new List<BreachFound>();
        var promised = accepted.FindAll(agreement => !agreement.IsReplaced && agreement.IsInForce(today) && agreement.Terms.CommittedNights > 0 && agreement.Terms.PropertyIds.Min() == property.Id && Period.DaysBetween(agreement.Terms.ValidFrom, today) >= FirstDays);
        var marks = (await db.MarksAsync([.. promised.Select(agreement => agreement.AccountId).Distinct()], cancel)).ToDictionary(mark => mark.AccountId);
        foreach (var agreement in promised)
        {
            if (await production.StandingAsync(agreement, today, cancel, marks[agreement.AccountId]) is not { Progress: { Light: ProductionLight.Red } progress } stand) continue;
            var open = known.FirstOrDefault(breach => breach.IsOpen && breach.Kind == BreachKind.CommitmentBehind && breach.AgreementId == agreement.Id);
            found.Add(new(
                BreachKind.CommitmentBehind, open?.Key ?? FormattableString.Invariant($"{BreachKind.CommitmentBehind}:{agreement.Id}:{today.Year:0000}-{today.Month:00}"), agreement.AccountId, agreement.Id,
                $"{agreement.Name}: {stand.Produced.RoomNights} of {progress.Expected} expected room nights came, {progress.Percent} %.",
                BreachEvidence.Of(
                    $"{stand.Promised} room nights are promised from {agreement.Terms.ValidFrom} to {agreement.Terms.ValidTo}.",
                    $"Until {today} {progress.Expected} were expected and {stand.Produced.RoomNights} came.", $"At this pace it will be {progress.RunRate} at the end.")));
        }

        return found;
    }

    private async Task<IEnumerable<BreachFound>> LateAsync(Property property, LocalDate today, CancellationToken cancel)
    {
        var late = await db.Invoices.Where(invoice => invoice.PropertyId == property.Id && invoice.DueOn < today && invoice.Kind != InvoiceKind.DepositRequest).StillOpen(db, property.Currency)
            .Join(db.Bookings, open => open.Invoice.BookingId, booking => booking.Id, (open, booking) => new { open.Invoice.Id, open.Invoice.Number, open.Invoice.EventName, open.Invoice.IssuedOn, open.Invoice.DueOn, Gross = open.Invoice.Gross.MinorUnits, open.MinorUnits, open.Invoice.BookingId, booking.AccountId }).ToListAsync(cancel);
        return late.Select(row => new BreachFound(
            BreachKind.LatePayment, FormattableString.Invariant($"{BreachKind.LatePayment}:{row.Id}"), row.AccountId, null, $"{row.Number}: {new Money(row.MinorUnits, property.Currency)} is open, and was due on {row.DueOn}.",
            BreachEvidence.Of($"{row.EventName}: {row.Number} over {new Money(row.Gross, property.Currency)} was issued on {row.IssuedOn}.", $"It was due on {row.DueOn}; {new Money(row.MinorUnits, property.Currency)} is open.")) { BookingId = row.BookingId });
    }

    private async Task<IEnumerable<BreachFound>> LapsedAsync(Property property, List<Agreement> agreements, LocalDate today, Instant now, CancellationToken cancel)
    {
        var before = now - Duration.FromDays(DecisionDays);
        var asked = await (
            from approval in db.Approvals.AsNoTracking()
            from booking in db.Bookings.Where(booking => booking.Id == approval.BookingId).DefaultIfEmpty()
            from agreement in db.Agreements.Where(agreement => agreement.Id == approval.AgreementId).DefaultIfEmpty()
            where approval.PropertyId == property.Id && approval.Status == ApprovalStatus.Open && approval.AskedAt < before && (booking != null || agreement != null)
            select new
            {
                approval.Id, approval.AskedAt, approval.Change, approval.Reason, approval.BookingId, approval.AgreementId,
                What = booking != null ? booking.Reference : agreement!.Name, AccountId = booking != null ? booking.AccountId : agreement!.AccountId,
            }).ToListAsync(cancel);
        return
        [
            .. asked.Select(row => new BreachFound(
                BreachKind.ApprovalLapsed, FormattableString.Invariant($"{BreachKind.ApprovalLapsed}:request:{row.Id}"), row.AccountId, row.AgreementId, $"{row.What}: nobody decided what was asked for on {row.AskedAt.InZone(property.Zone).Date}.",
                BreachEvidence.Of(row.Change, Sentence.Typed(row.Reason))) { BookingId = row.BookingId }),
            .. agreements.Where(agreement => agreement.Status is AgreementStatus.Approval or AgreementStatus.Offered or AgreementStatus.Negotiating && agreement.Terms.ValidFrom <= today && today <= agreement.Terms.ValidTo && agreement.Terms.PropertyIds.Min() == property.Id)
                .Select(agreement => new BreachFound(
                    BreachKind.ApprovalLapsed, FormattableString.Invariant($"{BreachKind.ApprovalLapsed}:agreement:{agreement.Id}"), agreement.AccountId, agreement.Id,
                    $"{agreement.Name}: its term began on {agreement.Terms.ValidFrom}, and it is not accepted.", BreachEvidence.Of($"It is {agreement.Status}. Until it is accepted none of its rates holds."))),
        ];
    }

    /// <summary>Companies are the chain's: the hotel that has a task about one looks, else that of its last booking, else the first.</summary>
    private async Task<IEnumerable<BreachFound>> ReviewsAsync(Property property, LocalDate today, CancellationToken cancel)
    {
        var first = await db.Properties.MinAsync(other => other.Id, cancel);
        var due = await db.Accounts.AsNoTracking().Standing().Where(account => account.CreditReviewOn <= today || account.NextCheckOn <= today).Select(account => new
        {
            Account = account,
            Home = db.Tasks.Where(task => task.AccountId == account.Id && task.DoneAt == null && task.BookingId == null).OrderBy(task => task.Id).Select(task => (int?)task.PropertyId).FirstOrDefault()
                ?? db.Bookings.Where(booking => booking.AccountId == account.Id).OrderByDescending(booking => booking.Id).Select(booking => (int?)booking.PropertyId).FirstOrDefault() ?? first,
        }).ToListAsync(cancel);
        return due.Where(row => row.Home == property.Id).SelectMany(row => ReviewsOf(row.Account, today));
    }

    private static IEnumerable<BreachFound> ReviewsOf(Domain.Accounts.Account account, LocalDate today)
    {
        if (account.CreditReviewOn is { } credit && credit <= today)
            yield return new(BreachKind.ReviewDue, Key("credit", credit), account.Id, null, $"{ReviewOfCredit(account.TradeName)}: it was due on {credit}.", BreachEvidence.Of($"Limit {account.CreditLimit ?? 0}, {account.CreditDays ?? 0} days to pay.", Sentence.Typed(account.Guarantee)));
        if (account.NextCheckOn is { } check && check <= today)
            yield return new(BreachKind.ReviewDue, Key("reliability", check), account.Id, null, $"{CheckOfReliability(account.TradeName)}: it was due on {check}.", BreachEvidence.Of($"It is held for {account.Reliability}.", Sentence.Typed(account.Evidence)));

        string Key(string what, LocalDate on) => FormattableString.Invariant($"{BreachKind.ReviewDue}:{what}:{account.Id}:{on:uuuu-MM-dd}");
    }

    /// <summary>As the task of the company's own page says it: who has that task gets no second one.</summary>
    internal static Sentence ReviewOfCredit(string company) => $"Review the credit of {company}";

    internal static Sentence CheckOfReliability(string company) => $"Check the reliability of {company} again";
}
