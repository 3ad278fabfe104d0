using HotelCorporate.Web.Database.Demo;

namespace HotelCorporate.Web;

/// <summary>Says on the console where the site is, who may sign in to the demo and where the mails go.</summary>
internal static class Welcome
{
    public static void Say(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        Console.WriteLine();
        Console.WriteLine($"HotelCorporate is at {string.Join(" and ", app.Urls)}");
        if (app.Configuration.GetValue("Demo", app.Environment.IsDevelopment()))
        {
            Console.WriteLine($"Demo sign-ins, all with the password {DemoSeed.Password}:");
            foreach (var (email, _, role) in DemoSeed.People) Console.WriteLine($"  {email,-24} {role}");
        }

        var host = app.Configuration["Mail:Smtp:Host"];
        Console.WriteLine(string.IsNullOrEmpty(host)
            ? $"Mails go to {app.Configuration["Mail:Pickup"] ?? "data/mails"} (read them at /mails)"
            : $"Mails go by SMTP to {host}");
    });
}
