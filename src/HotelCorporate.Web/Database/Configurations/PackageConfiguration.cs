using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class PackageConfiguration :
    IEntityTypeConfiguration<Package>, IEntityTypeConfiguration<Component>
{
    public void Configure(EntityTypeBuilder<Package> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(package => package.PropertyId);
        builder.Property(package => package.Code).HasMaxLength(16);
        builder.Property(package => package.Name).HasMaxLength(120);
        builder.Property(package => package.Description).HasMaxLength(2000);
        builder.Property(package => package.CurrencyCode).HasMaxLength(3);
        builder.HasIndex(package => new { package.PropertyId, package.Code }).IsUnique();
        builder.Property(package => package.Version).IsConcurrencyToken();
        builder.Ignore(package => package.Currency).Ignore(package => package.ListPrice);
        builder.HasMany(package => package.Components).WithOne().HasForeignKey("PackageId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(package => package.Steps).WithOne().HasForeignKey("PackageId").IsRequired();
    }

    public void Configure(EntityTypeBuilder<Component> builder)
    {
        builder.ToTable("PackageComponents");
        builder.Property(component => component.Name).HasMaxLength(120);
        builder.HasOne<TaxCode>().WithMany().HasForeignKey(component => component.TaxCodeId).OnDelete(DeleteBehavior.Restrict);
    }
}
