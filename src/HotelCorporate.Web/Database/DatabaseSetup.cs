using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database.Demo;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Database;

/// <summary>Chooses the database by setting, brings it up to date and fills an empty one in Development.</summary>
internal static class DatabaseSetup
{
    public static IServiceCollection AddHotelDb(this IServiceCollection services, IConfiguration settings, string contentRoot)
    {
        switch (settings["Database:Provider"])
        {
            case "Postgres":
                services.AddDbContext<HotelDb, PostgresHotelDb>(options => options.UseNpgsql(
                    settings.GetConnectionString("Postgres") ?? throw new InvalidOperationException("Set ConnectionStrings:Postgres."),
                    postgres => postgres.UseNodaTime()));
                break;
            case null or "" or "Sqlite":
                var file = Path.GetFullPath(settings["Database:File"] ?? "data/hotel.db", contentRoot);
                services.AddDbContext<HotelDb, SqliteHotelDb>(options => options
                    .UseSqlite($"Data Source={file};Foreign Keys=True")
                    .AddInterceptors(new SqlitePragmas()));
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
        var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
        await db.Database.MigrateAsync(cancel);
        await db.CreateGuardsAsync(cancel);
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<int>>>();
        foreach (var role in Role.All)
            if (!await roles.RoleExistsAsync(role)) await roles.CreateAsync(new IdentityRole<int>(role));
        if (app.HasDemo() && !await db.Properties.AnyAsync(cancel))
            await DemoSeed.FillAsync(scope.ServiceProvider, cancel);
    }
}
