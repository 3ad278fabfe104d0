using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>Whether the parts of the deposit that are due at signing are paid or waived: a guard of going definite.</summary>
public sealed class DepositGuard(HotelDb db)
{
    /// <summary>What is awaited, in whole words; null when nothing is.</summary>
    public async Task<string?> AwaitedAsync(int bookingId, CancellationToken cancel)
    {
        var quote = await db.Quotes.AsNoTracking().Include(quote => quote.Lines).Where(quote => quote.BookingId == bookingId && quote.Status == QuoteStatus.Accepted)
            .OrderByDescending(quote => quote.Revision).FirstOrDefaultAsync(cancel);
        if (quote is null) return null;
        var schedule = quote.DepositSchedule;
        var amounts = schedule.Amounts(quote.Gross, []);
        var atSigning = schedule.Parts.Select((part, i) => (part, amount: amounts[i])).Where(pair => pair.part.Trigger == DepositTrigger.AtSigning).Sum(quote.Currency, pair => pair.amount);
        return atSigning.IsZero ? null : $"the deposit of {atSigning}";
    }
}
