using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HotelCorporate.Web.Database;

/// <summary>The database answers, and its model is the program's: neither older nor newer.</summary>
internal sealed class DatabaseHealth(HotelDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken)) return HealthCheckResult.Unhealthy("The database does not answer.");
        var own = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        if (!applied.IsSubsetOf(own)) return HealthCheckResult.Unhealthy("The database has a newer model than the program.");
        return own.IsSubsetOf(applied) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database has an older model than the program.");
    }
}
