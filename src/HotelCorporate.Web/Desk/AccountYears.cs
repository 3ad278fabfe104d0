using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>What each company brought in the 12 months before a day, by the contracts that it signed.</summary>
public sealed class AccountYears(HotelDb db)
{
    public async Task<AccountYear> OfAsync(int accountId, LocalDate today, CancellationToken cancel)
    {
        var from = today.PlusMonths(-12).AtMidnight();
        var contracts = await (
            from booking in db.Bookings.IgnoreQueryFilters().AsNoTracking() // an account is the chain's
            where booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual || booking.Status == BookingStatus.Closed
            select new
            {
                booking.AccountId,
                First = booking.Functions.Min(function => (LocalDateTime?)function.Start),
                Net = db.Quotes.Where(quote => quote.BookingId == booking.Id && quote.Status == QuoteStatus.Accepted).Select(quote => new { quote.Net.MinorUnits, quote.CurrencyCode }).FirstOrDefault(),
                Nights = db.Quotes.Where(quote => quote.BookingId == booking.Id && quote.Status == QuoteStatus.Accepted).SelectMany(quote => quote.Lines).Where(line => line.RoomTypeId != null).Select(line => line.Quantity).ToList(),
            }).ToListAsync(cancel);
        var year = contracts.FindAll(contract => contract.First >= from);
        var own = year.FindAll(contract => contract.AccountId == accountId);
        // Each currency is a market of its own; the largest share counts.
        var share = own.Where(contract => contract.Net is not null).GroupBy(contract => contract.Net!.CurrencyCode)
            .Select(group => (decimal)group.Sum(contract => contract.Net!.MinorUnits) / Math.Max(1, year.Where(contract => contract.Net?.CurrencyCode == group.Key).Sum(contract => contract.Net!.MinorUnits)))
            .DefaultIfEmpty().Max();
        return new AccountYear(share, own.Count, (int)own.Sum(contract => contract.Nights.Sum()), contracts.Count(contract => contract.AccountId == accountId && contract.First < from));
    }
}
