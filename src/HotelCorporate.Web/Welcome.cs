using HotelCorporate.Web.Database;
using HotelCorporate.Web.Database.Demo;

namespace HotelCorporate.Web;

/// <summary>Says on the console where the site is, who may sign in to the demo or how the first administrator is made, and where the mails go.</summary>
internal static partial class Welcome
{
    public static void Say(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        Console.WriteLine();
        Console.WriteLine($"HotelCorporate is at {string.Join(" and ", app.Urls)}");
        if (app.HasDemo())
        {
            Console.WriteLine($"Demo sign-ins, all with the password {DemoSeed.Password}:");
            foreach (var (email, _, role) in DemoSeed.People) Console.WriteLine($"  {email,-24} {role}");
        }

        using (var scope = app.Services.CreateScope())
        {
            if (scope.ServiceProvider.GetRequiredService<FirstStart>().PathAsync(default).GetAwaiter().GetResult() is { } path)
                Console.WriteLine($"Nobody can sign in yet. Make the administrator within 24 hours, once, at\n  {app.Urls.FirstOrDefault()?.TrimEnd('/')}{path}");
        }

        if (app.Services.GetRequiredService<SiteAddress>().Warning is { } warning) Warn(app.Logger, warning);
        var host = app.Configuration["Mail:Smtp:Host"];
        Console.WriteLine(string.IsNullOrEmpty(host)
            ? $"Mails go to {app.Configuration["Mail:Pickup"] ?? "data/mails"}{(app.Environment.IsDevelopment() ? " (read them at /mails)" : "")}"
            : $"Mails go by SMTP to {host}");
    });

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Warning}")]
    private static partial void Warn(ILogger log, string warning);
}
