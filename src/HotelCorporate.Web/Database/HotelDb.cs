using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Journal;
using HotelCorporate.Domain.Leads;
using HotelCorporate.Domain.Loyalty;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Domain.Search;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Domain.Stays;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NodaTime;

namespace HotelCorporate.Web.Database;

/// <summary>All that is stored. One model; each database has its own conventions, migrations and guards.</summary>
public abstract class HotelDb(DbContextOptions options)
    : IdentityDbContext<HotelUser, IdentityRole<int>, int>(options), IDataProtectionKeyContext
{
    private readonly IHttpContextAccessor? _http = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<IHttpContextAccessor>();
    private readonly IClock? _clock = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<IClock>();
    private readonly HotelNews? _news = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<HotelNews>();

    /// <summary>The one hotel that the signed-in person works for: what belongs to another is not there for them. Null: every hotel, as for the clock and for clients.</summary>
    public int? Scope => _http?.HttpContext?.User.OwnProperty();

    /// <summary>The way to the database as the setting has it, with its password: an open connection does not tell that any more.</summary>
    internal string Address { get; } = RelationalOptionsExtension.Extract(options).ConnectionString ?? "";

    public DbSet<Property> Properties => Set<Property>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<AccountDocument> AccountDocuments => Set<AccountDocument>();

    public DbSet<AccountMerge> AccountMerges => Set<AccountMerge>();

    public DbSet<AccountImport> AccountImports => Set<AccountImport>();

    public DbSet<AccountImportEntry> AccountImportEntries => Set<AccountImportEntry>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<Lead> Leads => Set<Lead>();

    public DbSet<Space> Spaces => Set<Space>();

    public DbSet<Atom> Atoms => Set<Atom>();

    public DbSet<Closure> Closures => Set<Closure>();

    public DbSet<SpaceNeighbour> Neighbours => Set<SpaceNeighbour>();

    public DbSet<SpacePhoto> SpacePhotos => Set<SpacePhoto>();

    public DbSet<Booking> Bookings => Set<Booking>();

    public DbSet<Function> Functions => Set<Function>();

    public DbSet<Hold> Holds => Set<Hold>();

    public DbSet<Package> Packages => Set<Package>();

    public DbSet<CatalogueItem> CatalogueItems => Set<CatalogueItem>();

    public DbSet<HirePrice> HirePrices => Set<HirePrice>();

    /// <summary>One at most.</summary>
    public DbSet<LoyaltyProgramme> LoyaltyProgrammes => Set<LoyaltyProgramme>();

    public DbSet<LoyaltyMember> LoyaltyMembers => Set<LoyaltyMember>();

    public DbSet<LoyaltyEntry> LoyaltyEntries => Set<LoyaltyEntry>();

    public DbSet<Agreement> Agreements => Set<Agreement>();

    public DbSet<RateRefusal> RateRefusals => Set<RateRefusal>();

    public DbSet<Breach> Breaches => Set<Breach>();

    public DbSet<ComplianceRound> ComplianceRounds => Set<ComplianceRound>();

    public DbSet<RateHandOver> RateHandOvers => Set<RateHandOver>();

    public DbSet<RoomType> RoomTypes => Set<RoomType>();

    public DbSet<BarRate> BarRates => Set<BarRate>();

    public DbSet<HouseNight> HouseNights => Set<HouseNight>();

    public DbSet<ClosedNight> ClosedNights => Set<ClosedNight>();

    public DbSet<Stay> Stays => Set<Stay>();

    public DbSet<ScorecardOrder> ScorecardOrders => Set<ScorecardOrder>();

    public DbSet<StayImport> StayImports => Set<StayImport>();

    public DbSet<RoomBlock> Blocks => Set<RoomBlock>();

    public DbSet<Resource> Resources => Set<Resource>();

    public DbSet<ResourceNeed> ResourceNeeds => Set<ResourceNeed>();

    public DbSet<Quote> Quotes => Set<Quote>();

    public DbSet<OfferComment> OfferComments => Set<OfferComment>();

    public DbSet<QuoteTemplate> QuoteTemplates => Set<QuoteTemplate>();

    public DbSet<QuoteFinding> QuoteFindings => Set<QuoteFinding>();

    public DbSet<QuoteAuditRound> QuoteAuditRounds => Set<QuoteAuditRound>();

    /// <summary>Written by <see cref="KeptNets"/> alone.</summary>
    public DbSet<BookingNet> BookingNets => Set<BookingNet>();

    public DbSet<RevenuePlan> RevenuePlans => Set<RevenuePlan>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<DepositPlan> DepositPlans => Set<DepositPlan>();

    public DbSet<TaxCode> TaxCodes => Set<TaxCode>();

    public DbSet<ServiceCharge> ServiceCharges => Set<ServiceCharge>();

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    public DbSet<RoleLimits> RoleLimits => Set<RoleLimits>();

    public DbSet<Approval> Approvals => Set<Approval>();

    public DbSet<Deputy> Deputies => Set<Deputy>();

    public DbSet<DeskTask> Tasks => Set<DeskTask>();

    public DbSet<Deadline> Deadlines => Set<Deadline>();

    public DbSet<Challenge> Challenges => Set<Challenge>();

    public DbSet<SentNumber> SentNumbers => Set<SentNumber>();

    public DbSet<Reduction> Reductions => Set<Reduction>();

    public DbSet<BookingSeries> Series => Set<BookingSeries>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<Holiday> Holidays => Set<Holiday>();

    public DbSet<Logo> Logos => Set<Logo>();

    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    public DbSet<SubmittedForm> SubmittedForms => Set<SubmittedForm>();

    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>In statements alone: the database's own small letters. SQLite knows those of ASCII.</summary>
    [DbFunction("lower", IsBuiltIn = true)]
    public static string Lower(string text) => throw new NotSupportedException("The database does this.");

    /// <summary>In statements alone: small letters without accents, as <see cref="NameInText.Folded"/> makes them.</summary>
    [DbFunction("hotel_folded", IsBuiltIn = true)]
    public static string Folded(string text) => throw new NotSupportedException("The database does this.");

    /// <summary>Each row of the journal is told its hotel and its booking on the way, each booking when it came so far; what a booking counts for is kept in the same transaction.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        SearchText.Follow(ChangeTracker);
        Written(HotelNews.Told(await this.PlaceAsync(_clock?.GetCurrentInstant(), cancellationToken)));
        if (KeptNets.Touched(this) is not { } touched) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await KeptNets.KeepAsync(this, touched(), cancellationToken);
        if (own is not null) await own.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>Hears which hotels the coming save changes something in that diaries show.</summary>
    private protected virtual void Written(IEnumerable<int> propertyIds) { }

    /// <summary>Tells the open diaries of a hotel, once a change is there for everybody: on PostgreSQL the server does, to every node.</summary>
    internal void Tell(IEnumerable<int> propertyIds)
    {
        foreach (var property in propertyIds) _news?.Publish(property);
    }

    /// <summary>The records that hold what is wanted, in no order: accounts, contacts, bookings, offers and documents; of the person's own hotel.</summary>
    public abstract IQueryable<T> Holding<T>(GramWish wish) where T : class;

    /// <summary>Locks the named rooms' atoms in the order of their ids until the transaction ends, so that two bookings of one room wait for each other.</summary>
    public abstract Task LockAtomsAsync(IReadOnlyCollection<int> atomIds, CancellationToken cancel);

    /// <summary>Lets one at a time change what these bookings count for, until the transaction ends.</summary>
    public abstract Task LockBookingsAsync(IReadOnlyCollection<int> bookingIds, CancellationToken cancel);

    /// <summary>Lets one at a time issue documents of a property, or settle them, until the transaction ends.</summary>
    public async Task LockInvoicingAsync(string propertyCode, CancellationToken cancel) => await this.NextAsync($"INVOICING-{propertyCode}", cancel);

    /// <summary>Lets one booking at a time of a company be held against its credit limit, until the transaction ends.</summary>
    public async Task LockCreditAsync(int accountId, CancellationToken cancel) => await this.NextAsync($"CREDIT-{accountId}", cancel);

    /// <summary>Lets one booking at a time of a property block bedrooms, until the transaction ends.</summary>
    public async Task LockBedroomsAsync(int propertyId, CancellationToken cancel) => await this.NextAsync($"BEDROOMS-{propertyId}", cancel);

    /// <summary>Begins a write: on SQLite the writers of one file take turns here, without holding a thread, before the database sees them.</summary>
    public abstract Task<WriteTurn> BeginWriteAsync(CancellationToken cancel);

    /// <summary>Lets one node at a time do a job: gives null while another does it; otherwise the turn, until it is disposed or the node ends.</summary>
    public abstract Task<IAsyncDisposable?> TakeJobAsync(string job, CancellationToken cancel);

    /// <summary>Waits until no other node brings the database up to date, and keeps others waiting until it is disposed or the node ends. Makes the database when the server has none of that name.</summary>
    public abstract Task<IAsyncDisposable> TakeStartAsync(CancellationToken cancel);

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
        configurationBuilder.Properties<Domain.Sentence>().HaveConversion<SentenceText>();
        configurationBuilder.ComplexProperties<Domain.Amounts.Money>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(HotelDb).Assembly);
        SearchText.Map(builder);
        builder.Entity<Lead>().HasQueryFilter(lead => Scope == null || lead.PropertyId == Scope);
        builder.Entity<Property>().HasQueryFilter(property => Scope == null || property.Id == Scope);
        builder.Entity<Space>().HasQueryFilter(space => Scope == null || space.PropertyId == Scope);
        builder.Entity<Closure>().HasQueryFilter(closure => Scope == null || closure.PropertyId == Scope);
        builder.Entity<Booking>().HasQueryFilter(booking => Scope == null || booking.PropertyId == Scope);
        builder.Entity<Package>().HasQueryFilter(package => Scope == null || package.PropertyId == Scope);
        builder.Entity<CatalogueItem>().HasQueryFilter(item => Scope == null || item.PropertyId == Scope);
        builder.Entity<HirePrice>().HasQueryFilter(price => Scope == null || price.PropertyId == Scope);
        builder.Entity<RoomType>().HasQueryFilter(type => Scope == null || type.PropertyId == Scope);
        builder.Entity<RateRefusal>().HasQueryFilter(refusal => Scope == null || refusal.PropertyId == Scope);
        builder.Entity<Breach>().HasQueryFilter(breach => Scope == null || breach.PropertyId == Scope);
        builder.Entity<ComplianceRound>().HasQueryFilter(round => Scope == null || round.PropertyId == Scope);
        builder.Entity<RateHandOver>().HasQueryFilter(handed => Scope == null || handed.PropertyId == Scope);
        builder.Entity<Stay>().HasQueryFilter(stay => Scope == null || stay.PropertyId == Scope);
        builder.Entity<ScorecardOrder>().HasQueryFilter(order => Scope == null || order.PropertyId == Scope);
        builder.Entity<AccountImport>().HasQueryFilter(import => Scope == null || import.PropertyId == Scope);
        builder.Entity<StayImport>().HasQueryFilter(import => Scope == null || import.PropertyId == Scope);
        builder.Entity<RoomBlock>().HasQueryFilter(block => Scope == null || block.PropertyId == Scope);
        builder.Entity<TaxCode>().HasQueryFilter(code => Scope == null || code.PropertyId == Scope);
        builder.Entity<ServiceCharge>().HasQueryFilter(charge => Scope == null || charge.PropertyId == Scope);
        builder.Entity<BookingNet>().HasQueryFilter(net => Scope == null || net.PropertyId == Scope);
        builder.Entity<RevenuePlan>().HasQueryFilter(plan => Scope == null || plan.PropertyId == Scope);
        builder.Entity<Invoice>().HasQueryFilter(invoice => Scope == null || invoice.PropertyId == Scope);
        builder.Entity<Payment>().HasQueryFilter(payment => Scope == null || payment.PropertyId == Scope);
        builder.Entity<OutboxMail>().HasQueryFilter(mail => Scope == null || mail.PropertyId == Scope);
        builder.Entity<Approval>().HasQueryFilter(approval => Scope == null || approval.PropertyId == Scope);
        builder.Entity<DeskTask>().HasQueryFilter(task => Scope == null || task.PropertyId == Scope);
        builder.Entity<JournalEntry>().HasQueryFilter(entry => Scope == null || entry.PropertyId == Scope);
        builder.Entity<Challenge>().HasQueryFilter(challenge => Scope == null || challenge.PropertyId == Scope);
        builder.Entity<SentNumber>().HasQueryFilter(sent => Scope == null || sent.PropertyId == Scope);
        builder.Entity<Reduction>().HasQueryFilter(reduction => Scope == null || reduction.PropertyId == Scope);
        builder.Entity<BookingSeries>().HasQueryFilter(series => Scope == null || series.PropertyId == Scope);
        builder.Entity<Resource>().HasQueryFilter(resource => Scope == null || resource.PropertyId == Scope);
        builder.Entity<ResourceNeed>().HasQueryFilter(need => Scope == null || need.PropertyId == Scope);
        builder.Entity<QuoteTemplate>().HasQueryFilter(template => Scope == null || template.PropertyId == Scope);
        builder.Entity<QuoteFinding>().HasQueryFilter(finding => Scope == null || finding.PropertyId == Scope);
        builder.Entity<QuoteAuditRound>().HasQueryFilter(round => Scope == null || round.PropertyId == Scope);
        builder.Entity<OfferComment>().HasQueryFilter(comment => Scope == null || comment.PropertyId == Scope);
        builder.Entity<Holiday>().HasQueryFilter(holiday => Scope == null || holiday.PropertyId == Scope);
    }
}
