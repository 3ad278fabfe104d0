using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database.Demo;
using HotelCorporate.Web.Mail;
using HotelCorporate.Web.Seeing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HotelCorporate.Web.Database;

/// <summary>Chooses the database by setting, brings it up to date and fills an empty one in Development.</summary>
internal static class DatabaseSetup
{
    public static IServiceCollection AddHotelDb(this IServiceCollection services, IConfiguration settings, string contentRoot)
    {
        IInterceptor[] interceptors = settings["Telemetry:Otlp"] is { Length: > 0 } ? [new SqlTimes()] : [];
        switch (settings["Database:Provider"])
        {
            case "Postgres":
                services.AddDbContextPool<HotelDb, PostgresHotelDb>(options => options.UseNpgsql(
                    settings.GetConnectionString("Postgres") ?? throw new InvalidOperationException("Set ConnectionStrings:Postgres."),
                    postgres => postgres.UseNodaTime()).EnableThreadSafetyChecks(false).AddInterceptors(interceptors));
                break;
            case null or "" or "Sqlite":
                var file = Path.GetFullPath(settings["Database:File"] ?? "data/hotel.db", contentRoot);
                services.AddDbContextPool<HotelDb, SqliteHotelDb>(options => options
                    .UseSqlite($"Data Source={file};Foreign Keys=True", sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)) // one text for every length of a list: it is worked out once
                    .EnableThreadSafetyChecks(false) // a request's work is one after another; the check costs a twentieth of a long list
                    .AddInterceptors([new SqlitePragmas(), .. interceptors]));
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                break;
            case var other:
                throw new InvalidOperationException($"Database:Provider is '{other}'. Set it to Sqlite or Postgres.");
        }

        return services;
    }

    /// <summary>Only in Development, and there unless the setting Demo says no: people with a known password belong nowhere else.</summary>
    public static bool HasDemo(this WebApplication app) => app.Environment.IsDevelopment() && app.Configuration.GetValue("Demo", true);

    /// <summary>Migrates, makes the guards, and in Development fills a database that has no hotel yet.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app, CancellationToken cancel = default)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await PrepareAsync(scope.ServiceProvider, app.HasDemo(), cancel);
    }

    public static async Task PrepareAsync(IServiceProvider services, bool withDemo, CancellationToken cancel)
    {
        var db = services.GetRequiredService<HotelDb>();
        await using var turn = await db.TakeStartAsync(cancel); // nodes that start together go one after the other
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any()) await db.Database.MigrateAsync(cancel); // which holds the whole model against the last migration, a second's work
        await db.CreateGuardsAsync(cancel);
        var roles = services.GetRequiredService<RoleManager<IdentityRole<int>>>();
        foreach (var role in Role.All)
            if (!await roles.RoleExistsAsync(role)) await roles.CreateAsync(new IdentityRole<int>(role));
        foreach (var role in Role.All)
            if (!await db.RoleLimits.AnyAsync(limits => limits.Role == role, cancel)) db.RoleLimits.Add(new RoleLimits(role));
        await db.SaveChangesAsync(cancel);
        services.GetRequiredService<SignedLinks>().GetReady(); // one key for all nodes: each would make its own, and not know the other's for a day
        if (withDemo && !await db.Properties.AnyAsync(cancel))
            await DemoSeed.FillAsync(services, cancel);
    }
}
