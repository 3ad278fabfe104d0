using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HotelCorporate.Web.Database;

/// <summary>Lets the migration tool make a context without starting the site.</summary>
public sealed class SqliteHotelDbFactory : IDesignTimeDbContextFactory<SqliteHotelDb>
{
    public SqliteHotelDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteHotelDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <inheritdoc cref="SqliteHotelDbFactory"/>
public sealed class PostgresHotelDbFactory : IDesignTimeDbContextFactory<PostgresHotelDb>
{
    public PostgresHotelDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresHotelDb>().UseNpgsql("Host=localhost", options => options.UseNodaTime()).Options);
}
