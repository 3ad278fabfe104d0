using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class BookingConfiguration :
    IEntityTypeConfiguration<Booking>, IEntityTypeConfiguration<Function>, IEntityTypeConfiguration<Hold>, IEntityTypeConfiguration<Challenge>,
    IEntityTypeConfiguration<SentNumber>, IEntityTypeConfiguration<Reduction>, IEntityTypeConfiguration<BookingSeries>
{
    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(booking => booking.PropertyId);
        builder.HasOne<Account>().WithMany().HasForeignKey(booking => booking.AccountId);
        builder.Property(booking => booking.Reference).HasMaxLength(24);
        builder.Property(booking => booking.Name).HasMaxLength(200);
        builder.HasIndex(booking => booking.Reference).IsUnique();
        builder.HasIndex(booking => new { booking.PropertyId, booking.Status });
        builder.HasIndex(booking => new { booking.PropertyId, booking.FirstOn });
        builder.HasIndex(booking => new { booking.Status, booking.AccountId, booking.FirstOn });
        builder.Property(booking => booking.Version).IsConcurrencyToken();
        builder.Property(booking => booking.EndComment).HasMaxLength(Booking.LongestWords);
        builder.Property(booking => booking.Competitor).HasMaxLength(120);
        builder.Ignore(booking => booking.Holds).Ignore(booking => booking.HasEnded).Ignore(booking => booking.LastDay);
        builder.HasOne<BookingSeries>().WithMany().HasForeignKey(booking => booking.SeriesId);
        builder.HasMany(booking => booking.Functions).WithOne().HasForeignKey(function => function.BookingId);
    }

    public void Configure(EntityTypeBuilder<Function> builder)
    {
        builder.HasOne<Space>().WithMany().HasForeignKey(function => function.SpaceId);
        builder.Property(function => function.Name).HasMaxLength(200);
        builder.Property(function => function.CapacityReason).HasMaxLength(200);
        builder.Property(function => function.CancelledBecause).HasMaxLength(200);
        builder.HasIndex(function => new { function.SpaceId, function.OccupiedFrom, function.OccupiedUntil });
        builder.HasIndex(function => new { function.SpaceId, function.QueuedAs });
        builder.HasIndex(function => new { function.BookingId, function.OccupiedFrom });
        builder.Ignore(function => function.Occupation).Ignore(function => function.IsWaiting).Ignore(function => function.Charged).Ignore(function => function.Use);
    }

    public void Configure(EntityTypeBuilder<Hold> builder)
    {
        builder.HasKey(hold => hold.Id);
        builder.HasOne<Function>().WithMany().HasForeignKey(hold => hold.FunctionId);
        builder.HasOne<Closure>().WithMany().HasForeignKey(hold => hold.ClosureId);
        builder.HasOne<Atom>().WithMany().HasForeignKey(hold => hold.AtomId);
        builder.HasIndex(hold => hold.BookingId);
        builder.Ignore(hold => hold.Occupation);
        builder.HasIndex(hold => new { hold.AtomId, hold.Lane, hold.From, hold.Until });
    }

    public void Configure(EntityTypeBuilder<Challenge> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(challenge => challenge.PropertyId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(challenge => challenge.BookingId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(challenge => challenge.ByBookingId);
    }

    public void Configure(EntityTypeBuilder<SentNumber> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(sent => sent.PropertyId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(sent => sent.BookingId);
        builder.HasOne<Function>().WithMany().HasForeignKey(sent => sent.FunctionId);
        builder.Property(sent => sent.Answer).HasMaxLength(500);
        builder.Property(sent => sent.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Reduction> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(reduction => reduction.PropertyId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(reduction => reduction.BookingId);
        builder.HasOne<Function>().WithMany().HasForeignKey(reduction => reduction.FunctionId);
    }

    public void Configure(EntityTypeBuilder<BookingSeries> builder)
    {
        builder.ToTable("Series");
        builder.HasOne<Property>().WithMany().HasForeignKey(series => series.PropertyId);
    }
}
