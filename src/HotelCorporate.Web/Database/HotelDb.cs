using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Journal;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Domain.Spaces;
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

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Space> Spaces => Set<Space>();

    public DbSet<Atom> Atoms => Set<Atom>();

    public DbSet<Booking> Bookings => Set<Booking>();

    public DbSet<Function> Functions => Set<Function>();

    public DbSet<Hold> Holds => Set<Hold>();

    public DbSet<Package> Packages => Set<Package>();

    public DbSet<Agreement> Agreements => Set<Agreement>();

    public DbSet<RoomType> RoomTypes => Set<RoomType>();

    public DbSet<BarRate> BarRates => Set<BarRate>();

    public DbSet<Quote> Quotes => Set<Quote>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<DepositPlan> DepositPlans => Set<DepositPlan>();

    public DbSet<TaxCode> TaxCodes => Set<TaxCode>();

    public DbSet<ServiceCharge> ServiceCharges => Set<ServiceCharge>();

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    public DbSet<SubmittedForm> SubmittedForms => Set<SubmittedForm>();

    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Locks the named rooms' atoms in the order of their ids until the transaction ends, so that two bookings of one room wait for each other.</summary>
    public abstract Task LockAtomsAsync(IReadOnlyCollection<int> atomIds, CancellationToken cancel);

    /// <summary>Lets one at a time issue documents of a property, or settle them, until the transaction ends.</summary>
    public async Task LockInvoicingAsync(string propertyCode, CancellationToken cancel) => await this.NextAsync($"INVOICING-{propertyCode}", cancel);

    /// <summary>Begins a write: on SQLite the writers of one file take turns here, without holding a thread, before the database sees them.</summary>
    public abstract Task<WriteTurn> BeginWriteAsync(CancellationToken cancel);

    /// <summary>Whether two writers met so that one of them has to start again.</summary>
    public abstract bool ShouldStartAgain(Exception failure);

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
