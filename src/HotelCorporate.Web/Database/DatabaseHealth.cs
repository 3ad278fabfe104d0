using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HotelCorporate.Web.Database;

internal sealed class DatabaseHealth(HotelDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer.");
}
