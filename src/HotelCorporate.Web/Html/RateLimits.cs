using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace HotelCorporate.Web.Html;

/// <summary>How often one address may knock in a minute: at the door with passwords and codes, and at signed links.</summary>
public static class RateLimits
{
    /// <summary>Wherever a password or a code is tried, chosen, or asked for.</summary>
    public const string Door = "door";

    /// <summary>Pages behind signed links.</summary>
    public const string Links = "links";

    public static void Add(RateLimiterOptions options, IConfiguration settings)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (refused, _) =>
        {
            refused.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        AddPerMinute(Door, settings.GetValue("RateLimits:Door", 20));
        AddPerMinute(Links, settings.GetValue("RateLimits:Links", 120));

        void AddPerMinute(string policy, int most) => options.AddPolicy(policy, http => RateLimitPartition.GetFixedWindowLimiter(
            FrontDoor.Visitor(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) }));
    }
}
