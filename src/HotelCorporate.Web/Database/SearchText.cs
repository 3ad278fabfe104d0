using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database;

/// <summary>What can be found from anywhere keeps the pieces of its words beside it, in a column of its own that each save brings up to date; the database has an index over them.</summary>
internal static class SearchText
{
    /// <summary>The column.</summary>
    public const string Column = "Grams";

    /// <summary>The tables that have it.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["Accounts", "Contact", "Bookings", "Quotes", "Invoices"];

    public static void Map(ModelBuilder builder)
    {
        Add(builder.Entity<Account>());
        Add(builder.Entity<Contact>());
        Add(builder.Entity<Booking>());
        Add(builder.Entity<Quote>());
        Add(builder.Entity<Invoice>());

        static void Add<T>(EntityTypeBuilder<T> entity) where T : class => entity.Property<string>(Column).HasDefaultValue("");
    }

    /// <summary>Called before each save; whether a field changed need not be known yet.</summary>
    public static void Follow(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries())
            if (entry.State is not (EntityState.Deleted or EntityState.Detached) && Of(entry.Entity) is { } pieces && entry.Property(Column) is var column && pieces != (string?)column.CurrentValue)
                column.CurrentValue = pieces;
    }

    private static string? Of(object record) => record switch
    {
        Account account => Grams.Of(account.LegalName, account.TradeName, account.City, account.VatNumber),
        Contact contact => Grams.Of(contact.Name, contact.Email, contact.PhoneKey),
        Booking booking => Grams.Of(booking.Reference, booking.Name),
        Quote quote => Grams.Of(quote.Number),
        Invoice invoice => Grams.Of(invoice.Number, invoice.Buyer.Name, invoice.EventName),
        _ => null,
    };
}
