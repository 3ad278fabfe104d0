using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class CatalogueConfiguration : IEntityTypeConfiguration<CatalogueItem>, IEntityTypeConfiguration<HirePrice>
{
    public void Configure(EntityTypeBuilder<CatalogueItem> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(item => item.PropertyId);
        builder.HasOne<TaxCode>().WithMany().HasForeignKey(item => item.TaxCodeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Space>().WithMany().HasForeignKey(item => item.FunctionSpaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Resource>().WithMany().HasForeignKey(item => item.ResourceId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(item => item.Code).HasMaxLength(CatalogueItem.LongestCode);
        builder.Property(item => item.Name).HasMaxLength(CatalogueItem.LongestName);
        builder.Property(item => item.Description).HasMaxLength(CatalogueItem.LongestDescription);
        builder.Property(item => item.Note).HasMaxLength(CatalogueItem.LongestDescription);
        builder.HasIndex(item => new { item.PropertyId, item.Code }).IsUnique();
        builder.Property(item => item.Texts).HasConversion(new ListText<ClientText>(), ListText<ClientText>.Comparer);
        builder.Property(item => item.Seasons).HasConversion(new ListText<PriceSeason>(), ListText<PriceSeason>.Comparer);
        builder.Property(item => item.DatedPrices).HasConversion(new ListText<DatedPrice>(), ListText<DatedPrice>.Comparer);
        builder.Property(item => item.Dishes).HasConversion(new ListText<Dish>(), ListText<Dish>.Comparer);
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Ignore(item => item.Currency).Ignore(item => item.Spawns).Ignore(item => item.Prices).Ignore(item => item.DishCost).Ignore(item => item.SpawnsFunction);
    }

    public void Configure(EntityTypeBuilder<HirePrice> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(price => price.PropertyId);
        builder.HasOne<Space>().WithMany().HasForeignKey(price => price.SpaceId);
        builder.Property(price => price.CurrencyCode).HasMaxLength(3);
        builder.HasIndex(price => new { price.PropertyId, price.SpaceId });
        builder.Property(price => price.Version).IsConcurrencyToken();
        builder.Property(price => price.Weekdays).HasMaxLength(80);
        builder.Ignore(price => price.Currency).Ignore(price => price.Hour).Ignore(price => price.HalfDay).Ignore(price => price.Day).Ignore(price => price.Facts);
    }
}
