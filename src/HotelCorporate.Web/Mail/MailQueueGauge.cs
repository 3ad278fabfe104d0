using HotelCorporate.Web.Seeing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HotelCorporate.Web.Mail;

/// <summary>Tells the collector the queue's age as often as the health is looked at.</summary>
internal sealed class MailQueueGauge : IHealthCheckPublisher
{
    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        if (report.Entries.TryGetValue(MailQueueHealth.Name, out var queue) && queue.Data.TryGetValue(MailQueueHealth.Age, out var age)) Telemetry.MailQueueAge.Record((long)age);
        return Task.CompletedTask;
    }
}
