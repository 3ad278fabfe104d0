using System.Numerics;
using System.Text.Json.Nodes;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Journal;
using HotelCorporate.Domain.Leads;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;

namespace HotelCorporate.Web.Database;

/// <summary>Who does what is being done: a signed-in person, the client behind a signed link, or the clock. Of a person there is the id alone.</summary>
public sealed record Actor(int? UserId, string Name)
{
    public static Actor Clock { get; } = new(null, "clock");

    public static Actor Client { get; } = new(null, "client");

    /// <summary>Whoever runs the program's commands on its computer.</summary>
    public static Actor Keeper { get; } = new(null, "command");

    /// <summary>Somebody at the door who says to be a person of the house and has not shown it.</summary>
    public static Actor Visitor { get; } = new(null, "visitor");

    /// <summary>The actors that are no person of the house.</summary>
    public static IReadOnlyList<string> Others { get; } = [Client.Name, Clock.Name, Keeper.Name, Visitor.Name];

    public static Actor Staff(int userId) => new(userId, "staff");
}

/// <summary>A row of the journal as it is shown: with the name that the person has today.</summary>
/// <param name="Name">None when no person of the house did it, or the person is no longer known.</param>
public sealed record JournalLine(JournalEntry Entry, string? Name);

/// <summary>Writes the journal in the same save as the change it tells of.</summary>
public static class Journaling
{
    public static void Note(
        this HotelDb db, Actor actor, Instant at, string subject, int subjectId, Sentence action,
        Sentence? from = null, Sentence? to = null, Sentence? why = null) =>
        db.Journal.Add(new JournalEntry(subject, subjectId, at, actor.UserId, actor.Name, action.ToText(), from?.ToText(), to?.ToText(), why?.ToText().Trim() is { Length: > 0 } reason ? reason : null));

    /// <summary>Notes each field of a record that the coming save changes: from what, to what.</summary>
    /// <param name="made">Fields that are made from others and say nothing of their own.</param>
    public static void NoteChanges(this HotelDb db, Actor actor, Instant at, string subject, int subjectId, object record, params ReadOnlySpan<string> made)
    {
        db.ChangeTracker.DetectChanges();
        foreach (var field in db.Entry(record).Properties.Where(field => field.IsModified && !Equals(field.OriginalValue, field.CurrentValue) && !field.Metadata.IsConcurrencyToken))
            if (!made.Contains(field.Metadata.Name))
                foreach (var (name, from, to) in Differences(field)) db.Note(actor, at, subject, subjectId, $"change {(Sentence)name}", from, to);
    }

    /// <summary>The newest entries first, each with the name of who did it: one statement.</summary>
    public static async Task<IReadOnlyList<JournalLine>> NewestAsync(this IQueryable<JournalEntry> wanted, HotelDb db, int most, CancellationToken cancel) => (await (
        from entry in wanted.AsNoTracking()
        from person in db.Users.Where(user => user.Id == entry.UserId).DefaultIfEmpty()
        orderby entry.Id descending
        select new { entry, Name = person == null ? null : person.Name }).Take(most).ToListAsync(cancel)).ConvertAll(row => new JournalLine(row.entry, row.Name));

    /// <summary>Says of each entry that the coming save writes which hotel and which booking it is about, and of each booking when it came so far.</summary>
    /// <param name="now">None where there is no clock: the database alone is made or looked at.</param>
    internal static async Task<IReadOnlyList<JournalEntry>> PlaceAsync(this HotelDb db, Instant? now, CancellationToken cancel)
    {
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false; // the save itself looks for changes
        try
        {
            if (now is { } moment)
                foreach (var booking in db.ChangeTracker.Entries<Booking>()) booking.Entity.Reach(moment);
            List<JournalEntry> added = [.. db.ChangeTracker.Entries<JournalEntry>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity)];
            foreach (var entry in added)
            {
                var (propertyId, bookingId) = await PlaceOfAsync(db, entry.Subject, entry.SubjectId, cancel);
                entry.PlaceAt(propertyId, bookingId);
            }

            return added;
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private static async Task<(int? PropertyId, int? BookingId)> PlaceOfAsync(HotelDb db, string subject, int id, CancellationToken cancel) => subject switch
    {
        nameof(Booking) => ((await FindAsync<Booking>(db, id, cancel))?.PropertyId, id),
        nameof(Quote) => await FindAsync<Quote>(db, id, cancel) is { } quote ? ((await FindAsync<Booking>(db, quote.BookingId, cancel))?.PropertyId, quote.BookingId) : default,
        nameof(Invoice) => await FindAsync<Invoice>(db, id, cancel) is { } invoice ? (invoice.PropertyId, invoice.BookingId) : default,
        "Mail" => await FindAsync<OutboxMail>(db, id, cancel) is { } mail ? (mail.PropertyId, mail.BookingId) : default,
        "Task" => await FindAsync<DeskTask>(db, id, cancel) is { } task ? (task.PropertyId, task.BookingId) : default,
        nameof(Breach) => ((await FindAsync<Breach>(db, id, cancel))?.PropertyId, null),
        nameof(Lead) => ((await FindAsync<Lead>(db, id, cancel))?.PropertyId, null),
        nameof(Property) or nameof(RevenuePlan) => (id, null), // a plan is told of at its hotel
        "User" => ((await FindAsync<HotelUser>(db, id, cancel))?.PropertyId, null),
        nameof(TaxCode) => ((await FindAsync<TaxCode>(db, id, cancel))?.PropertyId, null),
        nameof(ServiceCharge) => ((await FindAsync<ServiceCharge>(db, id, cancel))?.PropertyId, null),
        nameof(Package) => ((await FindAsync<Package>(db, id, cancel))?.PropertyId, null),
        nameof(CatalogueItem) => ((await FindAsync<CatalogueItem>(db, id, cancel))?.PropertyId, null),
        nameof(Space) => ((await FindAsync<Space>(db, id, cancel))?.PropertyId, null),
        nameof(Resource) => ((await FindAsync<Resource>(db, id, cancel))?.PropertyId, null),
        nameof(Agreement) => (await FindAsync<Agreement>(db, id, cancel) is { Terms.PropertyIds: [var only] } ? only : null, null),
        _ => default,
    };

    /// <summary>Nearly always what the save changes, and then it is here already.</summary>
    private static async Task<T?> FindAsync<T>(HotelDb db, int id, CancellationToken cancel) where T : class =>
        db.ChangeTracker.Entries<T>().FirstOrDefault(known => (int)known.Property("Id").CurrentValue! == id)?.Entity
        ?? await db.Set<T>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => EF.Property<int>(row, "Id") == id, cancel);

    /// <summary>One difference for a plain field; one for each part that differs of what is kept as one text.</summary>
    private static IEnumerable<(string Name, Sentence From, Sentence To)> Differences(PropertyEntry field)
    {
        if (field.Metadata.GetValueConverter() is not { } terms || terms is not IRecordText) return [(field.Metadata.Name, Text(field.OriginalValue), Text(field.CurrentValue))];
        var (was, now) = (Read(field.OriginalValue), Read(field.CurrentValue));
        return was.Select(term => term.Key).Union(now.Select(term => term.Key)).Select(name => (name, Written(was[name]), Written(now[name]))).Where(term => !term.Item2.Equals(term.Item3));

        JsonObject Read(object? value) => JsonNode.Parse((string)terms.ConvertToProvider(value)!)!.AsObject();

        static Sentence Written(JsonNode? term) => term?.ToJsonString().Trim('"') ?? "";
    }

    /// <summary>A name of an enumeration is a word; a number or a date is written as the reader writes it.</summary>
    private static Sentence Text(object? value)
    {
        if (value is bool yes) return yes ? "yes" : "no";
        if (value is string typed) return typed;
        if (value is WeekDays days) return Sentence.Join(", ", [.. Enum.GetValues<WeekDays>().Where(day => BitOperations.IsPow2((int)day) && days.HasFlag(day)).Select(day => (Sentence)day.ToString())]);
        return $"{value}";
    }
}
