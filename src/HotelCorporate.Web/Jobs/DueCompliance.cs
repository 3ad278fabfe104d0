using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Jobs;

/// <summary>Once a day each hotel looks whether companies and the house kept their word.</summary>
public sealed class DueCompliance(HotelDb db, ComplianceDesk compliance, DailyRound daily)
{
    public async Task CheckAsync(CancellationToken cancel) => await daily.EachHotelAsync(
        "compliance", await db.ComplianceRounds.AsNoTracking().ToDictionaryAsync(round => round.PropertyId, round => round.CheckedOn, cancel),
        property => compliance.CheckAsync(property, again: false, Actor.Clock, cancel), cancel);
}
