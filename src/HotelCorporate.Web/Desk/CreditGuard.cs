using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>What a company would owe, and the most that it may.</summary>
/// <param name="Limit">None: the company, or a group above it, is blocked.</param>
/// <param name="Approved">What a manager let it owe for this booking, in minor units; none when nobody did.</param>
public sealed record OverCredit(Money Exposure, Money? Limit, long? Approved)
{
    /// <summary>What is awaited. What the company owes, and how far it is trusted, is for the house alone.</summary>
    public Awaited Awaited => new(AwaitedKind.Credit, ForTheHouse, "our approval of the terms of payment");

    private Sentence ForTheHouse
    {
        get
        {
            if (Limit is not { } limit) return $"a manager's approval: the company is blocked, and would owe {Exposure}";
            if (Approved is { } units) return $"a manager's approval: the company would owe {Exposure}, its credit limit is {limit}, {new Money(units, limit.Currency)} was approved";
            return $"a manager's approval: the company would owe {Exposure}, its credit limit is {limit}";
        }
    }
}

/// <summary>Whether a company stays within its credit limit when a booking goes definite: a guard of domain section 8. The limit of a group holds for all that belongs to it; whoever is blocked needs an approval.</summary>
public sealed class CreditGuard(HotelDb db, AccountCredit credit)
{
    /// <summary>Null when the company and each group above it stays within its limit, or within what a manager approved.</summary>
    public async Task<OverCredit?> OverAsync(Booking booking, CancellationToken cancel)
    {
        if (await CountingAsync(booking.AccountId, cancel) is not { Count: > 0 } counting) return null;
        if (!await db.Quotes.AnyAsync(quote => quote.BookingId == booking.Id && quote.Status == QuoteStatus.Accepted, cancel)) return null;
        var currency = (await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel)).Currency;
        var family = await db.FamilyAsync(cancel);
        foreach (var company in counting)
        {
            var exposure = (await credit.OfAsync(family.Of(company.Id), currency, cancel, booking.Id)).Total;
            if (booking.IsCreditApproved(exposure)) continue;
            if (company.IsBlocked) return new OverCredit(exposure, null, booking.CreditApprovedUpTo);
            if (exposure > Money.Of(company.Limit!.Value, currency)) return new OverCredit(exposure, Money.Of(company.Limit.Value, currency), booking.CreditApprovedUpTo);
        }

        return null;
    }

    /// <summary>Lets one booking at a time be held against each limit that counts for the company; always in the order of their ids.</summary>
    public async Task LockAsync(int accountId, CancellationToken cancel)
    {
        foreach (var company in (await CountingAsync(accountId, cancel)).OrderBy(company => company.Id)) await db.LockCreditAsync(company.Id, cancel);
    }

    /// <summary>The company itself and the groups above it, as far as they have a limit or are blocked; nearest first.</summary>
    private async Task<List<Counting>> CountingAsync(int accountId, CancellationToken cancel)
    {
        List<int> ids = [accountId, .. (await db.FamilyAsync(cancel)).Above(accountId)];
        var found = await db.Accounts.AsNoTracking().Where(account => ids.Contains(account.Id) && (account.CreditLimit != null || account.Reliability == Reliability.Blocked))
            .Select(account => new { account.Id, account.CreditLimit, IsBlocked = account.Reliability == Reliability.Blocked }).ToListAsync(cancel);
        return [.. found.Select(row => new Counting(row.Id, row.CreditLimit, row.IsBlocked)).OrderBy(row => ids.IndexOf(row.Id))];
    }

    private sealed record Counting(int Id, long? Limit, bool IsBlocked);
}
