using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class QuoteConfiguration : IEntityTypeConfiguration<Quote>, IEntityTypeConfiguration<QuoteLine>, IEntityTypeConfiguration<QuoteNet>, IEntityTypeConfiguration<OfferComment>, IEntityTypeConfiguration<QuoteTemplate>, IEntityTypeConfiguration<QuoteFinding>, IEntityTypeConfiguration<QuoteAuditRound>
{
    public void Configure(EntityTypeBuilder<Quote> builder)
    {
        builder.HasOne<Booking>().WithMany().HasForeignKey(quote => quote.BookingId);
        builder.Property(quote => quote.Number).HasMaxLength(40);
        builder.Property(quote => quote.CurrencyCode).HasMaxLength(3);
        builder.Property(quote => quote.SeenHash).HasMaxLength(64);
        builder.Property(quote => quote.Remarks).HasMaxLength(2000);
        builder.Property(quote => quote.DeclinedBecause).HasMaxLength(1000);
        builder.HasIndex(quote => new { quote.BookingId, quote.Revision, quote.Alternative }).IsUnique();
        builder.Property(quote => quote.AlternativeName).HasMaxLength(80);
        builder.Property(quote => quote.Programme).HasConversion(new ListText<PlannedFunction>(), ListText<PlannedFunction>.Comparer);
        builder.Property(quote => quote.Request).HasConversion<QuoteRequestText>(QuoteRequestText.Comparer);
        builder.Ignore(quote => quote.Points);
        builder.HasIndex(quote => new { quote.Status, quote.ValidUntil });
        builder.Property(quote => quote.Version).IsConcurrencyToken();
        builder.Property(quote => quote.Cancellation).HasMaxLength(500);
        builder.Property(quote => quote.CancellationShares).HasMaxLength(200);
        builder.Property(quote => quote.BedroomTerms).HasMaxLength(60);
        builder.Property(quote => quote.Deposits).HasMaxLength(500);
        builder.Ignore(quote => quote.Currency).Ignore(quote => quote.PerPerson).Ignore(quote => quote.CancellationLadder).Ignore(quote => quote.DepositSchedule).Ignore(quote => quote.Dates).Ignore(quote => quote.FoodAndBeverageMinimum);
        builder.HasMany(quote => quote.Lines).WithOne().HasForeignKey("QuoteId").IsRequired();
        builder.HasMany(quote => quote.Nets).WithOne().HasForeignKey("QuoteId").IsRequired();
        builder.OwnsOne(quote => quote.Acceptance, acceptance =>
        {
            acceptance.Property(taken => taken.Name).HasMaxLength(120);
            acceptance.Property(taken => taken.PurchaseOrder).HasMaxLength(60);
            acceptance.Property(taken => taken.SeenHash).HasMaxLength(64);
            acceptance.Property(taken => taken.Address).HasMaxLength(64);
        });
    }

    public void Configure(EntityTypeBuilder<QuoteLine> builder)
    {
        builder.Property(line => line.DiscountReason).HasMaxLength(300);
        builder.Property(line => line.TaxCategory).HasMaxLength(2);
        builder.HasIndex(line => line.RoomTypeId);
        builder.Property(line => line.StepsText).UsePropertyAccessMode(PropertyAccessMode.Property); // written when it is stored
        builder.Property(line => line.RuleText).HasMaxLength(200);
        builder.Ignore(line => line.Unit).Ignore(line => line.Steps).Ignore(line => line.Services).Ignore(line => line.Rule).Ignore(line => line.Cost);
    }

    public void Configure(EntityTypeBuilder<QuoteNet> builder)
    {
        builder.ToTable("QuoteNets");
        builder.Property<int>("QuoteId");
        builder.HasIndex(nameof(QuoteNet.Month), "QuoteId", nameof(QuoteNet.RevenueClass), nameof(QuoteNet.MinorUnits)); // all that a year's sums read of it
    }

    public void Configure(EntityTypeBuilder<OfferComment> builder)
    {
        builder.HasOne<Quote>().WithMany().HasForeignKey(comment => comment.QuoteId);
        builder.Property(comment => comment.By).HasMaxLength(OfferComment.LongestName);
        builder.Property(comment => comment.Text).HasMaxLength(OfferComment.LongestText);
    }

    public void Configure(EntityTypeBuilder<QuoteTemplate> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(template => template.PropertyId);
        builder.Property(template => template.Name).HasMaxLength(80);
        builder.HasIndex(template => new { template.PropertyId, template.Name }).IsUnique();
        builder.Property(template => template.Request).HasConversion<QuoteRequestText>(QuoteRequestText.Comparer);
    }

    public void Configure(EntityTypeBuilder<QuoteFinding> builder) => builder.HasOne<Quote>().WithMany().HasForeignKey(finding => finding.QuoteId);

    public void Configure(EntityTypeBuilder<QuoteAuditRound> builder)
    {
        builder.HasKey(round => round.PropertyId);
        builder.Property(round => round.PropertyId).ValueGeneratedNever();
        builder.HasOne<Property>().WithMany().HasForeignKey(round => round.PropertyId);
    }
}
