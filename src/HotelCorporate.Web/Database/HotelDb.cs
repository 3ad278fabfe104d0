using HotelCorporate.Domain.Journal;
using HotelCorporate.Domain.Properties;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Database;

/// <summary>All that is stored. One model; each database has its own conventions, migrations and guards.</summary>
public abstract class HotelDb(DbContextOptions options)
    : IdentityDbContext<HotelUser, IdentityRole<int>, int>(options), IDataProtectionKeyContext
{
    public DbSet<Property> Properties => Set<Property>();

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    public DbSet<SubmittedForm> SubmittedForms => Set<SubmittedForm>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Locks the named rooms' atoms in the order of their ids until the transaction ends, so that two bookings of one room wait for each other.</summary>
    public abstract Task LockAtomsAsync(IReadOnlyCollection<int> atomIds, CancellationToken cancel);

    /// <summary>Whether the database's own guard (overlap of holds, journal kept) refused the save.</summary>
    public abstract bool IsGuardRefusal(DbUpdateException refusal);

    /// <summary>Makes the guards that are not part of the model: safe to run at each start, after the migrations.</summary>
    public abstract Task CreateGuardsAsync(CancellationToken cancel);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<Domain.Amounts.Currency>().HaveConversion<CurrencyConverter>().HaveMaxLength(3);
        configurationBuilder.ComplexProperties<Domain.Amounts.Money>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(HotelDb).Assembly);
    }
}
