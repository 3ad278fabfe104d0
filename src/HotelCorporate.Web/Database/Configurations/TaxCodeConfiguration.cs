using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class TaxCodeConfiguration : IEntityTypeConfiguration<TaxCode>, IEntityTypeConfiguration<ServiceCharge>
{
    public void Configure(EntityTypeBuilder<TaxCode> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(code => code.PropertyId);
        builder.Property(code => code.Code).HasMaxLength(16);
        builder.Property(code => code.Name).HasMaxLength(80);
        builder.Property(code => code.Category).HasMaxLength(2);
        builder.HasIndex(code => new { code.PropertyId, code.Code }).IsUnique();
        builder.PrimitiveCollection(code => code.Classes).ElementType().HasConversion<string>();
        builder.HasMany(code => code.Rates).WithOne().HasForeignKey("TaxCodeId").IsRequired();
    }

    public void Configure(EntityTypeBuilder<ServiceCharge> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(charge => charge.PropertyId);
        builder.Property(charge => charge.Name).HasMaxLength(80);
        builder.PrimitiveCollection(charge => charge.Classes).ElementType().HasConversion<string>();
    }
}
