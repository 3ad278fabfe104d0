using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Offers an agreement: at once within the limits of whoever offers it; what is over them waits for somebody who may decide it. The caller saves.</summary>
public sealed class AgreementOffering(HotelDb db, DecisionRights rights, IClock clock)
{
    /// <exception cref="HouseRuleException">It is over the limits and no reason is given, or it cannot be offered now.</exception>
    public async Task OfferAsync(Agreement agreement, string? reason, Actor actor, CancellationToken cancel)
    {
        if (agreement.Status == AgreementStatus.Approval) throw new HouseRuleException("This agreement waits for an answer. Approve it in the inbox, or take it back to change it.");
        var property = await HotelAsync(agreement, cancel);
        var excess = await ExcessAsync(agreement, property, actor, cancel);
        if (excess.ToApprove.Count == 0)
        {
            agreement.Offer();
            return;
        }

        var over = Sentence.Join(" ", excess.ToApprove);
        if (string.IsNullOrWhiteSpace(reason)) throw new HouseRuleException($"{over} Say why it should be approved: whoever decides reads it.");
        agreement.AskForApproval();
        db.Approvals.Add(new Approval(ApprovalKind.Agreement, property.Id, bookingId: null, actor.UserId, clock.GetCurrentInstant(), reason, $"{agreement.Name}, version {agreement.Revision}: {over}")
        {
            AgreementId = agreement.Id, Discount = excess.Discount, IsUnderFloor = excess.IsUnderFloor,
        });
    }

    /// <summary>Takes back what was put before somebody, so that it can be changed.</summary>
    public async Task TakeBackAsync(Agreement agreement, CancellationToken cancel)
    {
        agreement.BackToDraft();
        foreach (var asked in await db.Approvals.Where(asked => asked.AgreementId == agreement.Id && asked.Status == ApprovalStatus.Open).ToListAsync(cancel)) asked.Drop(clock.GetCurrentInstant());
    }

    /// <summary>What the person may not offer alone, or why it cannot be offered; nothing once it is out.</summary>
    public async Task<IReadOnlyList<Sentence>> OverLimitsAsync(Agreement agreement, Actor actor, CancellationToken cancel)
    {
        if (agreement.Status is not (AgreementStatus.Draft or AgreementStatus.Negotiating)) return [];
        try
        {
            return (await ExcessAsync(agreement, await HotelAsync(agreement, cancel), actor, cancel)).ToApprove;
        }
        catch (HouseRuleException refusal)
        {
            return [refusal.Sentence];
        }
    }

    /// <summary>The hotel in whose money an agreement speaks.</summary>
    public Task<Property> HotelAsync(Agreement agreement, CancellationToken cancel) =>
        db.Properties.AsNoTracking().Where(property => agreement.Terms.PropertyIds.Contains(property.Id)).OrderBy(property => property.Id).FirstAsync(cancel);

    private async Task<AgreementExcess> ExcessAsync(Agreement agreement, Property property, Actor actor, CancellationToken cancel)
    {
        var (terms, today) = (agreement.Terms, property.Today(clock.GetCurrentInstant()));
        var codes = await db.TaxCodes.IgnoreQueryFilters().AsNoTracking().Include(code => code.Rates).Where(code => terms.PropertyIds.Contains(code.PropertyId)).ToListAsync(cancel);
        var services = await db.ServiceCharges.IgnoreQueryFilters().AsNoTracking().Where(charge => terms.PropertyIds.Contains(charge.PropertyId)).ToListAsync(cancel);
        var limits = (await rights.OfAsync(actor.UserId ?? 0, property.Id, today, cancel)).ForPricing(property.MinimumMargin).Of(property.TaxMode, codes, services, LocalDate.Max(today, terms.ValidFrom));
        var types = await db.RoomTypes.IgnoreQueryFilters().AsNoTracking().Where(type => terms.PropertyIds.Contains(type.PropertyId)).ToListAsync(cancel);
        var ids = types.ConvertAll(type => type.Id);
        return AgreementPricing.Excess(
            terms,
            await db.Packages.IgnoreQueryFilters().AsNoTracking().AsSplitQuery().Include(package => package.Components).Include(package => package.Steps).Where(package => terms.PropertyIds.Contains(package.PropertyId)).ToListAsync(cancel),
            types, await db.BarRates.AsNoTracking().Where(bar => ids.Contains(bar.RoomTypeId) && bar.Night >= terms.ValidFrom && bar.Night <= terms.ValidTo).ToListAsync(cancel), limits);
    }
}
