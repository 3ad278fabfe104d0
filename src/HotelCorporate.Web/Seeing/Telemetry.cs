using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace HotelCorporate.Web.Seeing;

/// <summary>What the site tells a collector of itself: requests, SQL, moves of bookings, mails, jobs. Only when the setting Telemetry:Otlp names one.</summary>
public static class Telemetry
{
    private const string Name = "HotelCorporate";
    private static readonly Meter Meter = new(Name);

    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Moves of bookings, by what was to be done and whether it was.</summary>
    public static Counter<long> Bookings { get; } = Meter.CreateCounter<long>("hotel.bookings");

    /// <summary>Letters, by what became of them.</summary>
    public static Counter<long> Mails { get; } = Meter.CreateCounter<long>("hotel.mails");

    /// <summary>Minutes since the oldest letter that is due should have gone.</summary>
    public static Gauge<long> MailQueueAge { get; } = Meter.CreateGauge<long>("hotel.mail.queue.age", unit: "min");

    /// <summary>Rounds of jobs, by name and outcome.</summary>
    public static Counter<long> Jobs { get; } = Meter.CreateCounter<long>("hotel.jobs");

    /// <summary>Milliseconds of SQL statements.</summary>
    public static Histogram<double> Sql { get; } = Meter.CreateHistogram<double>("hotel.sql", unit: "ms");

    /// <summary>Begins a piece of work that is traced, and counted with its outcome when it ends.</summary>
    /// <param name="work">Its name in the trace: "booking move", "mail", "job".</param>
    public static Work Begin(string work, Counter<long> counter, params KeyValuePair<string, object?>[] tags) =>
        new(Source.StartActivity(work, ActivityKind.Internal, default(ActivityContext), tags), counter, tags);

    public static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        if (settings["Telemetry:Otlp"] is not { Length: > 0 } collector) return services;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Name))
            .WithTracing(traces => traces.AddSource(Name).AddAspNetCoreInstrumentation(options => options.EnrichWithHttpResponse = WithoutTokens).AddOtlpExporter(options => To(options, collector, "/v1/traces")))
            .WithMetrics(metrics => metrics.AddMeter(Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddOtlpExporter(options => To(options, collector, "/v1/metrics")));
        return services;
    }

    private static void To(OpenTelemetry.Exporter.OtlpExporterOptions options, string collector, string path) =>
        (options.Endpoint, options.Protocol) = (new Uri(collector.TrimEnd('/') + path), OpenTelemetry.Exporter.OtlpExportProtocol.HttpProtobuf);

    /// <summary>The way that was asked for, not what stood in it: an address may carry a token that opens a door.</summary>
    private static void WithoutTokens(Activity activity, HttpResponse response)
    {
        activity.SetTag("url.path", Requests.Route(response.HttpContext));
        activity.SetTag("url.query", null);
    }
}
