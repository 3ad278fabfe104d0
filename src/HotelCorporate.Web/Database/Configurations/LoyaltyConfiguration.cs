using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Loyalty;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class LoyaltyConfiguration : IEntityTypeConfiguration<LoyaltyProgramme>, IEntityTypeConfiguration<LoyaltyMember>, IEntityTypeConfiguration<LoyaltyEntry>
{
    public void Configure(EntityTypeBuilder<LoyaltyProgramme> builder)
    {
        builder.Property(programme => programme.CurrencyCode).HasMaxLength(3);
        builder.Property(programme => programme.Rules).HasConversion<RecordText<LoyaltyRules>>(RecordText<LoyaltyRules>.Comparer);
        builder.Property(programme => programme.Version).IsConcurrencyToken();
        builder.Ignore(programme => programme.Currency);
    }

    public void Configure(EntityTypeBuilder<LoyaltyMember> builder)
    {
        builder.HasKey(member => member.AccountId);
        builder.Property(member => member.AccountId).ValueGeneratedNever();
        builder.HasOne<Account>().WithMany().HasForeignKey(member => member.AccountId);
        builder.Property(member => member.Version).IsConcurrencyToken();
        builder.Ignore(member => member.TakesPart);
    }

    public void Configure(EntityTypeBuilder<LoyaltyEntry> builder)
    {
        builder.HasOne<Account>().WithMany().HasForeignKey(entry => entry.AccountId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(entry => entry.BookingId);
        builder.HasOne<Invoice>().WithMany().HasForeignKey(entry => entry.InvoiceId);
        builder.Property(entry => entry.Why).HasMaxLength(200);
        builder.HasIndex(entry => new { entry.AccountId, entry.On });
        builder.HasIndex(entry => new { entry.InvoiceId, entry.Kind }).IsUnique(); // an invoice earns once
    }
}
