using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class BlockConfiguration :
    IEntityTypeConfiguration<RoomBlock>, IEntityTypeConfiguration<BlockNight>, IEntityTypeConfiguration<BlockReduction>, IEntityTypeConfiguration<RoomGuest>, IEntityTypeConfiguration<BlockDay>
{
    private const string Block = "BlockId";

    public void Configure(EntityTypeBuilder<RoomBlock> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(block => block.PropertyId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(block => block.BookingId);
        builder.HasIndex(block => block.BookingId).IsUnique();
        builder.HasIndex(block => new { block.PropertyId, block.Status, block.CutOffOn });
        builder.Property(block => block.ReviewsText).HasMaxLength(200);
        builder.Property(block => block.PlanText).HasMaxLength(300);
        builder.Property(block => block.Version).IsConcurrencyToken();
        builder.Ignore(block => block.ReviewOn).Ignore(block => block.Arrival).Ignore(block => block.Departure).Ignore(block => block.Agreed).Ignore(block => block.Held).Ignore(block => block.PickedUp).Ignore(block => block.Complimentary);
        builder.HasMany(block => block.Nights).WithOne().HasForeignKey(Block).IsRequired();
        builder.HasMany(block => block.Reductions).WithOne().HasForeignKey(Block).IsRequired();
        builder.HasMany(block => block.Guests).WithOne().HasForeignKey(Block).IsRequired();
        builder.HasMany(block => block.Pace).WithOne().HasForeignKey(Block).IsRequired();
    }

    public void Configure(EntityTypeBuilder<BlockNight> builder)
    {
        builder.HasOne<RoomType>().WithMany().HasForeignKey(night => night.RoomTypeId);
        builder.HasIndex(Block, nameof(BlockNight.RoomTypeId), nameof(BlockNight.Night)).IsUnique();
        builder.HasIndex(night => new { night.RoomTypeId, night.Night });
        builder.Property(night => night.RateReason).HasMaxLength(200);
        builder.Ignore(night => night.Agreed).Ignore(night => night.PickedUp).Ignore(night => night.Unsold).Ignore(night => night.Steps);
    }

    public void Configure(EntityTypeBuilder<BlockReduction> builder)
    {
        builder.HasOne<RoomType>().WithMany().HasForeignKey(reduction => reduction.RoomTypeId);
        builder.Property(reduction => reduction.Reason).HasMaxLength(300);
    }

    public void Configure(EntityTypeBuilder<RoomGuest> builder)
    {
        builder.HasOne<RoomType>().WithMany().HasForeignKey(guest => guest.RoomTypeId);
        builder.Property(guest => guest.Name).HasMaxLength(120);
        builder.Property(guest => guest.Reference).HasMaxLength(60);
        builder.Property(guest => guest.SharedWith).HasMaxLength(120);
        builder.Property(guest => guest.Remarks).HasMaxLength(300);
        builder.Ignore(guest => guest.Facts);
    }

    public void Configure(EntityTypeBuilder<BlockDay> builder) => builder.HasIndex(Block, nameof(BlockDay.On)).IsUnique();
}
