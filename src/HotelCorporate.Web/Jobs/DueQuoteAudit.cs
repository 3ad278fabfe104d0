using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Jobs;

/// <summary>Once a night each hotel prices its open offers and contracts anew.</summary>
public sealed class DueQuoteAudit(HotelDb db, QuoteAudit audit, DailyRound daily)
{
    public async Task RunAsync(CancellationToken cancel) => await daily.EachHotelAsync(
        "quote audit", await db.QuoteAuditRounds.AsNoTracking().ToDictionaryAsync(round => round.PropertyId, round => round.AuditedOn, cancel),
        property => audit.RunAsync(property, Actor.Clock, cancel), cancel);
}
