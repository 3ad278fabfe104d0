using HotelCorporate.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class OutboxMailConfiguration : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("Outbox");
        builder.Ignore(mail => mail.OpensTheDoor);
        builder.Property(mail => mail.Language).HasMaxLength(8);
        builder.Property(mail => mail.MessageId).HasMaxLength(200);
        builder.Property(mail => mail.Version).IsConcurrencyToken();
        builder.HasIndex(mail => mail.MessageId).IsUnique();
        builder.HasIndex(mail => new { mail.Status, mail.NextTryAt });
        builder.HasIndex(mail => mail.BookingId);
    }
}
