using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Seeing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Jobs;

/// <summary>What the clock does to agreements: when the end of one is near (setting, 60 days), its renewal is proposed once as a task, with the production that speaks for or against it.</summary>
public sealed partial class DueAgreements(HotelDb db, ProductionDesk production, IClock clock, ILogger<DueAgreements> log)
{
    public async Task ProposeAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var broken = 0;
        using var round = Telemetry.Begin("job", Telemetry.Jobs, Telemetry.Tag("job", "agreements"));
        var properties = await db.Properties.AsNoTracking().OrderBy(property => property.Id).ToListAsync(cancel);
        var open = await db.Agreements.AsNoTracking().Where(agreement => agreement.Status == AgreementStatus.Accepted && !agreement.IsReplaced && agreement.RenewalProposedOn == null).ToListAsync(cancel);
        foreach (var agreement in open)
        {
            if (properties.Find(property => agreement.Terms.PropertyIds.Contains(property.Id)) is not { } property) continue;
            if (agreement.Label(property.Today(now), property.ExpiringDays) != AgreementLabel.Expiring) continue;
            try
            {
                await ProposeAsync(agreement.Id, property, now, cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                // Somebody changed it this moment, or it breaks: the next minute tries again.
                broken++;
                LogBroken(agreement.Id, failure.GetType().Name, failure.StackTrace);
            }

            db.ChangeTracker.Clear();
        }

        round.Outcome = broken > 0 ? "partly" : "done";
    }

    private async Task ProposeAsync(int id, Property property, Instant now, CancellationToken cancel)
    {
        var agreement = await db.Agreements.SingleAsync(agreement => agreement.Id == id, cancel);
        var today = property.Today(now);
        var begun = await db.Agreements.AnyAsync(next => next.ReplacesId == id && next.Status != AgreementStatus.Terminated, cancel);
        agreement.ProposeRenewal(today);
        if (!begun)
        {
            db.Tasks.Add(new DeskTask(property.Id, null, Text(await production.StandingAsync(agreement, today, cancel)), LocalDate.Min(agreement.Terms.ValidTo, today.PlusDays(WaitingFor.TaskDays)), null, now) { AgreementId = id });
        }

        db.Note(Actor.Clock, now, nameof(Agreement), id, begun ? "renewal is begun" : "propose renewal", why: $"{agreement.Terms.ValidTo}");

        await db.SaveChangesAsync(cancel);
    }

    private static Sentence Text(AgreementStanding standing)
    {
        var (name, terms, brought) = (Sentence.Typed(standing.Agreement.Name), standing.Agreement.Terms, standing.Produced.RoomNights);
        if (standing.Progress is not { } production) return $"Renew {name}, which ends on {terms.ValidTo}: {brought} room nights came, none were promised.";
        Sentence speaks = production.Light switch
        {
            ProductionLight.Green => "speaks for it",
            ProductionLight.Amber => "ask for more",
            _ => "speaks against it",
        };
        return $"Renew {name}, which ends on {terms.ValidTo}: {brought} of {production.Expected} expected room nights came, {production.Percent} %, {speaks}.";
    }

    /// <summary>Without the failure's message: it may hold a name.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "The renewal of agreement {AgreementId} could not be proposed by the clock: {Kind}\n{Where}")]
    private partial void LogBroken(int agreementId, string kind, string? where);
}
