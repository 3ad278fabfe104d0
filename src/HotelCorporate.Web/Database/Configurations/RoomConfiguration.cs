using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class RoomConfiguration : IEntityTypeConfiguration<RoomType>, IEntityTypeConfiguration<BarRate>, IEntityTypeConfiguration<HouseNight>, IEntityTypeConfiguration<ClosedNight>
{
    public void Configure(EntityTypeBuilder<RoomType> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(type => type.PropertyId);
        builder.Property(type => type.Code).HasMaxLength(16);
        builder.Property(type => type.Name).HasMaxLength(120);
        builder.Property(type => type.OtherCodes).HasMaxLength(RoomType.LongestOtherCodes);
        builder.HasIndex(type => new { type.PropertyId, type.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<BarRate> builder)
    {
        builder.HasKey(rate => new { rate.RoomTypeId, rate.Night });
        builder.HasOne<RoomType>().WithMany().HasForeignKey(rate => rate.RoomTypeId);
    }

    public void Configure(EntityTypeBuilder<ClosedNight> builder)
    {
        builder.ToTable("ClosedNights");
        builder.HasKey(night => new { night.RoomTypeId, night.Night });
        builder.HasOne<RoomType>().WithMany().HasForeignKey(night => night.RoomTypeId);
        builder.Property(night => night.Reason).HasMaxLength(ClosedNight.LongestReason);
    }

    public void Configure(EntityTypeBuilder<HouseNight> builder)
    {
        builder.HasKey(night => new { night.RoomTypeId, night.Night });
        builder.HasOne<RoomType>().WithMany().HasForeignKey(night => night.RoomTypeId);
        builder.Ignore(night => night.Facts);
    }
}
