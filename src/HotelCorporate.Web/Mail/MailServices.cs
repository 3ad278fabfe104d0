using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HotelCorporate.Web.Mail;

/// <summary>What mail is made of.</summary>
internal static class MailServices
{
    /// <summary>More than what ends beside a letter takes.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddHotelMail(this IServiceCollection services, IConfiguration settings)
    {
        services.Configure<HostOptions>(options => options.ShutdownTimeout = MailPatience.Of(settings).Letter + Margin); // the letter at hand is finished
        if (settings["Telemetry:Otlp"] is { Length: > 0 }) services.AddSingleton<IHealthCheckPublisher, MailQueueGauge>();
        return services
            .AddSingleton<SignedLinks>()
            .AddSingleton<MailSender>()
            .AddHostedService(provider => provider.GetRequiredService<MailSender>());
    }
}
