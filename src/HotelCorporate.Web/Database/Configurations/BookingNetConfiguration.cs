using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Forecasts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class BookingNetConfiguration : IEntityTypeConfiguration<BookingNet>
{
    public void Configure(EntityTypeBuilder<BookingNet> builder)
    {
        builder.ToTable("BookingNets");
        builder.HasKey(net => new { net.BookingId, net.CurrencyCode, net.Month, net.RevenueClass });
        builder.Property(net => net.CurrencyCode).HasMaxLength(3);
        builder.HasOne<Booking>().WithMany().HasForeignKey(net => net.BookingId);
        builder.HasIndex(net => new { net.PropertyId, net.CurrencyCode, net.Month, net.AccountId, net.Status, net.RevenueClass, net.MinorUnits }).HasDatabaseName("IX_BookingNets_Forecast"); // a year's sums, in the order of their groups
        builder.HasIndex(net => new { net.FirstOn, net.Status, net.AccountId, net.CurrencyCode, net.MinorUnits, net.RoomNights }).HasDatabaseName("IX_BookingNets_Companies"); // what the companies brought
    }
}
