using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
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
        builder.HasIndex(package => new { package.PropertyId, package.Code, package.ValidFrom }).IsUnique();
        builder.HasOne<Package>().WithMany().HasForeignKey(package => package.LineId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(package => package.Texts).HasConversion(new ListText<ClientText>(), ListText<ClientText>.Comparer);
        builder.Property(package => package.Version).IsConcurrencyToken();
        builder.Ignore(package => package.Currency).Ignore(package => package.ListPrice).Ignore(package => package.Line);
        builder.HasMany(package => package.Components).WithOne().HasForeignKey("PackageId").IsRequired();
        builder.HasMany(package => package.Steps).WithOne().HasForeignKey("PackageId").IsRequired();
    }

    public void Configure(EntityTypeBuilder<Component> builder)
    {
        builder.ToTable("PackageComponents");
        builder.Property(component => component.Name).HasMaxLength(120);
        builder.HasOne<TaxCode>().WithMany().HasForeignKey(component => component.TaxCodeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CatalogueItem>().WithMany().HasForeignKey(component => component.CatalogueItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Space>().WithMany().HasForeignKey(component => component.FunctionSpaceId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(component => component.Spawns);
    }
}
