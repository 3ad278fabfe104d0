using System.Data.Common;
using System.Runtime.CompilerServices;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Journal;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Database;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HotelCorporate.Web.Tests;

/// <summary>
/// Stands beside every request of every web test: what a person, a client or a form changes without a journal row in the same
/// transaction fails with the name of what was changed. Left out are rows that are a machine's own: holds, letters on their way, counters of wrong passwords.
/// </summary>
internal sealed class JournalRule(IHttpContextAccessor http) : DbTransactionInterceptor, ISaveChangesInterceptor
{
    private static readonly string[] OwnToTheDoor =
    [
        nameof(HotelUser.AccessFailedCount), nameof(HotelUser.LockoutEnd), nameof(HotelUser.LockoutEnabled), nameof(HotelUser.ConcurrencyStamp), nameof(HotelUser.SecurityStamp), nameof(HotelUser.ReadUpTo), nameof(HotelUser.TwoFactorEnabled), nameof(HotelUser.LastCodeStep),
    ];

    private readonly ConditionalWeakTable<DbContext, Written> _written = [];

    public InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Look(eventData.Context!);
        return result;
    }

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(SavingChanges(eventData, result));

    public override InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result)
    {
        Settle(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(TransactionCommitting(transaction, eventData, result));

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => _written.Remove(eventData.Context!);

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        _written.Remove(eventData.Context!);
        return Task.CompletedTask;
    }

    private void Look(DbContext db)
    {
        if (http.HttpContext is null) return;
        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries().Where(IsTheHouses).Select(entry => $"{entry.State} {entry.Metadata.ClrType.Name}").Distinct().ToList();
        var written = _written.GetOrCreateValue(db);
        written.Changes.AddRange(changed);
        written.IsNoted |= db.ChangeTracker.Entries<JournalEntry>().Any(entry => entry.State == EntityState.Added);
        if (db.Database.CurrentTransaction is null) Settle(db);
    }

    private void Settle(DbContext db)
    {
        if (!_written.TryGetValue(db, out var written)) return;
        _written.Remove(db);
        if (written.Changes.Count > 0 && !written.IsNoted)
            throw new InvalidOperationException($"{http.HttpContext?.Request.Method} {http.HttpContext?.Request.Path} writes without a journal row: {string.Join(", ", written.Changes)}.");
    }

    private static bool IsTheHouses(EntityEntry entry)
    {
        if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) return false;
        if (entry.Entity is HotelUser) return entry.State != EntityState.Modified || entry.Properties.Any(field => field.IsModified && !Equals(field.OriginalValue, field.CurrentValue) && !OwnToTheDoor.Contains(field.Metadata.Name, StringComparer.Ordinal));
        return entry.Entity is IdentityUserRole<int> || (entry.Metadata.ClrType.Namespace!.StartsWith("HotelCorporate.Domain", StringComparison.Ordinal) && entry.Entity is not (JournalEntry or OutboxMail or Hold));
    }

    private sealed class Written
    {
        public List<string> Changes { get; } = [];

        public bool IsNoted { get; set; }
    }
}
