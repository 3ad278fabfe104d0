using HotelCorporate.Domain.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class PropertyConfiguration : IEntityTypeConfiguration<Property>, IEntityTypeConfiguration<Holiday>, IEntityTypeConfiguration<Logo>
{
    public void Configure(EntityTypeBuilder<Property> builder)
    {
        builder.Property(property => property.Code).HasMaxLength(8);
        builder.HasIndex(property => property.Code).IsUnique();
        builder.Property(property => property.OfficeDays).HasMaxLength(80); // every day by name
        builder.Property(property => property.Version).IsConcurrencyToken();
        builder.HasOne<Logo>().WithMany().HasForeignKey(property => property.LogoId);
        builder.Ignore(property => property.Currency).Ignore(property => property.Zone);
    }

    public void Configure(EntityTypeBuilder<Holiday> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(holiday => holiday.PropertyId);
        builder.Property(holiday => holiday.Name).HasMaxLength(120);
        builder.HasIndex(holiday => new { holiday.PropertyId, holiday.On }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Logo> builder) => builder.HasIndex(logo => logo.PropertyId);
}
