using HotelCorporate.Domain.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class PropertyConfiguration : IEntityTypeConfiguration<Property>
{
    public void Configure(EntityTypeBuilder<Property> builder)
    {
        builder.Property(property => property.Code).HasMaxLength(8);
        builder.HasIndex(property => property.Code).IsUnique();
        builder.Ignore(property => property.Currency).Ignore(property => property.Zone);
    }
}
