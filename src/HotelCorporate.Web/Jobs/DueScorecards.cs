using HotelCorporate.Domain;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Jobs;

/// <summary>On the first of a month the scorecard of the month before goes to each company that gets it.</summary>
public sealed partial class DueScorecards(HotelDb db, Scorecards cards, IClock clock, ILogger<DueScorecards> log)
{
    public async Task SendAsync(CancellationToken cancel)
    {
        foreach (var property in await db.Properties.AsNoTracking().ToListAsync(cancel))
        {
            var today = property.Today(clock.GetCurrentInstant());
            foreach (var order in await db.ScorecardOrders.Where(order => order.PropertyId == property.Id && order.NextOn <= today).ToListAsync(cancel))
            {
                var account = (await DeskQueries.AccountAsync(db, order.AccountId, cancel))!;
                try
                {
                    cards.Queue(await cards.ReadAsync(account, property, today.PlusMonths(-1).Year, cancel), account, property, Actor.Clock);
                }
                catch (HouseRuleException)
                {
                    LogUnread(order.AccountId);
                }

                order.Sent(today);
                await db.SaveChangesAsync(cancel);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {AccountId} has nobody to read its scorecard.")]
    private partial void LogUnread(int accountId);
}
