using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class InvoiceConfiguration :
    IEntityTypeConfiguration<Invoice>, IEntityTypeConfiguration<InvoiceLine>, IEntityTypeConfiguration<InvoiceTax>,
    IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<Allocation>, IEntityTypeConfiguration<DepositPlan>, IEntityTypeConfiguration<DepositPart>
{
    public void Configure(EntityTypeBuilder<Invoice> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(invoice => invoice.PropertyId);
        builder.HasOne<Account>().WithMany().HasForeignKey(invoice => invoice.AccountId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(invoice => invoice.BookingId);
        builder.HasOne<Invoice>().WithMany().HasForeignKey(invoice => invoice.CorrectsId);
        builder.Property(invoice => invoice.Number).HasMaxLength(40);
        builder.Property(invoice => invoice.Series).HasMaxLength(40);
        builder.Property(invoice => invoice.CurrencyCode).HasMaxLength(3);
        builder.HasIndex(invoice => invoice.Number).IsUnique();
        builder.HasIndex(invoice => new { invoice.Series, invoice.IssuedOn });
        builder.Ignore(invoice => invoice.Currency).Ignore(invoice => invoice.IsFiscal);
        builder.OwnsOne(invoice => invoice.Seller);
        builder.OwnsOne(invoice => invoice.Buyer);
        builder.HasMany(invoice => invoice.Lines).WithOne().HasForeignKey("InvoiceId").IsRequired();
        builder.HasMany(invoice => invoice.Taxes).WithOne().HasForeignKey("InvoiceId").IsRequired();
    }

    public void Configure(EntityTypeBuilder<InvoiceLine> builder)
    {
        builder.ToTable("InvoiceLines");
        builder.Property(line => line.Description).HasMaxLength(300);
        builder.Property(line => line.Heading).HasMaxLength(300);
        builder.Property(line => line.TaxCategory).HasMaxLength(2);
        builder.Ignore(line => line.Unit).Ignore(line => line.Services);
    }

    public void Configure(EntityTypeBuilder<InvoiceTax> builder)
    {
        builder.ToTable("InvoiceTaxes");
        builder.Property(tax => tax.Category).HasMaxLength(2);
    }

    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.HasOne<Booking>().WithMany().HasForeignKey(payment => payment.BookingId);
        builder.Property(payment => payment.Reference).HasMaxLength(100);
        builder.Ignore(payment => payment.Left);
        builder.HasMany(payment => payment.Allocations).WithOne().HasForeignKey("PaymentId").IsRequired();
    }

    public void Configure(EntityTypeBuilder<Allocation> builder)
    {
        builder.ToTable("Allocations");
        builder.HasOne<Invoice>().WithMany().HasForeignKey(allocation => allocation.InvoiceId);
    }

    public void Configure(EntityTypeBuilder<DepositPlan> builder)
    {
        builder.HasOne<Booking>().WithMany().HasForeignKey(plan => plan.BookingId);
        builder.HasIndex(plan => plan.BookingId).IsUnique();
        builder.Property(plan => plan.ScheduleText).HasMaxLength(500);
        builder.Property(plan => plan.Version).IsConcurrencyToken();
        builder.Ignore(plan => plan.Schedule);
        builder.HasMany(plan => plan.Parts).WithOne().HasForeignKey("DepositPlanId").IsRequired();
    }

    public void Configure(EntityTypeBuilder<DepositPart> builder)
    {
        builder.ToTable("DepositParts");
        builder.Property(part => part.Position);
        builder.Property(part => part.FixedUnits);
        builder.HasOne<Invoice>().WithMany().HasForeignKey(part => part.InvoiceId);
        builder.Property(part => part.WaivedBecause).HasMaxLength(500);
    }
}
