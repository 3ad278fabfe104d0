using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace HotelCorporate.Web.Mail;

/// <summary>Letters go: none is late that no mail server has put off itself. The site works on while they do not.</summary>
internal sealed class MailQueueHealth(HotelDb db, IClock clock, IConfiguration settings) : IHealthCheck
{
    public const string Name = "mail queue";

    /// <summary>Whole minutes since the oldest letter that is due should have gone.</summary>
    public const string Age = "ageMinutes";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var waiting = db.Outbox.Where(mail => mail.Status == MailStatus.Waiting);
        var oldest = await waiting.MinAsync(mail => (Instant?)mail.DueAt, cancellationToken);
        var age = oldest is { } due ? Duration.Max(Duration.Zero, clock.GetCurrentInstant() - due) : Duration.Zero;
        var told = new Dictionary<string, object>(StringComparer.Ordinal) { [Age] = (long)age.TotalMinutes, ["length"] = await waiting.CountAsync(cancellationToken) };
        return age > Duration.FromMinutes(settings.GetValue("Mail:LateAfterMinutes", 15)) ? HealthCheckResult.Degraded("Letters are late.", data: told) : HealthCheckResult.Healthy(data: told);
    }
}
