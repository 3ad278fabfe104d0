using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HotelCorporate.Web.Seeing;

/// <summary>How the site is, as JSON: the status of each check and its figures; no reason and no message, since anybody may ask.</summary>
internal static class HealthAnswer
{
    public static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new { status = $"{report.Status}", checks = report.Entries.ToDictionary(check => check.Key, check => Told(check.Value), StringComparer.Ordinal) }, http.RequestAborted);

    private static Dictionary<string, object> Told(HealthReportEntry check) =>
        new(check.Data.Prepend(KeyValuePair.Create<string, object>("status", $"{check.Status}")), StringComparer.Ordinal);
}
