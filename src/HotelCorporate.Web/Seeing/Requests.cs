using System.Diagnostics;
using Serilog;
using Serilog.Context;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace HotelCorporate.Web.Seeing;

/// <summary>One line a request, and the request's id on every line within it. Routes instead of addresses, ids instead of names: no personal data, no tokens.</summary>
internal static class Requests
{
    public static void AddLog(this WebApplicationBuilder builder)
    {
        var least = builder.Configuration.GetValue("Logging:LogLevel:Default", LogLevel.Information);
        builder.Services.AddSerilog(log =>
        {
            log.MinimumLevel.Is(Level(least)).Enrich.FromLogContext();
            foreach (var category in builder.Configuration.GetSection("Logging:LogLevel").GetChildren().Where(category => category.Key != "Default" && category.Value is not null))
                log.MinimumLevel.Override(category.Key, Level(Enum.Parse<LogLevel>(category.Value!)));
            // These put the address as it was typed, with its tokens, on every line of a request.
            log.MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off);
            if (builder.Environment.IsDevelopment()) log.WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {RequestId} {Message:lj}{NewLine}{Exception}", formatProvider: System.Globalization.CultureInfo.InvariantCulture);
            else log.WriteTo.Console(new RenderedCompactJsonFormatter());
            if (builder.Configuration["Logging:File"] is { Length: > 0 } file) log.WriteTo.File(new RenderedCompactJsonFormatter(), file);
        }, preserveStaticLogger: true); // each site has a log of its own
    }

    public static void UseRequestLog(this WebApplication app) => app.Use(async (http, next) =>
    {
        using var id = LogContext.PushProperty("RequestId", http.TraceIdentifier);
        var began = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            if (app.Logger.IsEnabled(LogLevel.Information))
                Answered(app.Logger, http.Request.Method, Route(http), http.Response.StatusCode, Stopwatch.GetElapsedTime(began).TotalMilliseconds, Database.Person.UserId(http.User), null);
        }
    });

    /// <summary>Keeps the way that was asked for: an error's page is found by a way of its own, within the same request.</summary>
    public static void RememberRoute(this WebApplication app) => app.Use((http, next) =>
    {
        http.Items.TryAdd(nameof(Route), "/" + ((http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/') ?? "?"));
        return next(http);
    });

    /// <summary>The pattern of the way that was asked for: /offers/{token}; nothing of what no way was found for.</summary>
    public static string Route(HttpContext http) => http.Items[nameof(Route)] as string ?? "/?";

    private static readonly Action<Microsoft.Extensions.Logging.ILogger, string, string, int, double, int?, Exception?> Answered = LoggerMessage.Define<string, string, int, double, int?>(
        LogLevel.Information, default, "{Method:l} {Route:l} answered {StatusCode} in {Elapsed:0.0} ms to user {UserId}");

    private static LogEventLevel Level(LogLevel level) => level switch
    {
        LogLevel.Trace => LogEventLevel.Verbose,
        LogLevel.Debug => LogEventLevel.Debug,
        LogLevel.Information => LogEventLevel.Information,
        LogLevel.Warning => LogEventLevel.Warning,
        LogLevel.Error => LogEventLevel.Error,
        LogLevel.Critical => LogEventLevel.Fatal,
        _ => LevelAlias.Off,
    };
}
