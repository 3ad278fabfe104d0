using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>One part of a booking's deposit, and how it stands.</summary>
public sealed record DepositState(DepositDue Due, DepositPart? Part, Invoice? Invoice, Money Paid)
{
    public bool IsSettled => Part?.WaivedOn is not null || (Invoice is not null && Paid >= Invoice.Due);
}

/// <summary>The deposit of a booking's contract: whether the parts due at signing are paid or waived is a guard of going definite.</summary>
public sealed class DepositGuard(HotelDb db)
{
    /// <summary>What is awaited; null when nothing is.</summary>
    public async Task<Awaited?> AwaitedAsync(int bookingId, CancellationToken cancel)
    {
        var open = (await StateAsync(bookingId, cancel)).Where(state => state.Due.Term.Trigger == DepositTrigger.AtSigning && !state.IsSettled && !state.Due.Amount.IsZero).ToList();
        return open.Count == 0 ? null : new Awaited(AwaitedKind.Deposit, $"the deposit of {open.Sum(open[0].Due.Amount.Currency, state => state.Due.Amount - state.Paid)}");
    }

    /// <summary>Every part with its day, its amount as things stand, and what was paid; empty without an accepted contract.</summary>
    public async Task<IReadOnlyList<DepositState>> StateAsync(int bookingId, CancellationToken cancel)
    {
        var plan = await db.DepositPlans.Include(plan => plan.Parts).SingleOrDefaultAsync(plan => plan.BookingId == bookingId, cancel);
        if (plan is null) return [];
        var (_, dues) = await DuesAsync(plan, cancel);
        var ids = plan.Parts.Select(part => part.InvoiceId).ToList();
        var invoices = await db.Invoices.AsNoTracking().Where(invoice => ids.Contains(invoice.Id)).ToListAsync(cancel);
        var paid = (await db.Payments.AsNoTracking().Include(payment => payment.Allocations).Where(payment => payment.BookingId == bookingId).ToListAsync(cancel))
            .SelectMany(payment => payment.Allocations).ToLookup(allocation => allocation.InvoiceId);
        return [.. dues.Select(due =>
        {
            var part = plan.Parts.FirstOrDefault(part => part.Position == due.Position);
            var invoice = invoices.Find(invoice => invoice.Id == part?.InvoiceId);
            return new DepositState(due, part, invoice, invoice is null ? Money.Zero(due.Amount.Currency) : paid[invoice.Id].Sum(due.Amount.Currency, allocation => allocation.Amount));
        })];
    }

    /// <summary>The contract and what its parts come to now.</summary>
    public async Task<(Quote Contract, IReadOnlyList<DepositDue> Dues)> DuesAsync(DepositPlan plan, CancellationToken cancel)
    {
        var contract = (await DeskQueries.ContractAsync(db, plan.BookingId, cancel))!;
        var firstDay = await db.Set<Function>().Where(function => function.BookingId == plan.BookingId).Select(function => (LocalDateTime?)function.Start).MinAsync(cancel);
        return (contract, plan.Dues(contract.Gross, contract.Acceptance!.On, firstDay?.Date ?? contract.ValidUntil));
    }
}
