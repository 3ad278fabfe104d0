using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Stays;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class StayConfiguration : IEntityTypeConfiguration<Stay>, IEntityTypeConfiguration<StayImport>, IEntityTypeConfiguration<ScorecardOrder>
{
    public void Configure(EntityTypeBuilder<ScorecardOrder> builder)
    {
        builder.HasKey(order => new { order.PropertyId, order.AccountId });
        builder.HasOne<Property>().WithMany().HasForeignKey(order => order.PropertyId);
        builder.HasOne<Account>().WithMany().HasForeignKey(order => order.AccountId);
    }

    public void Configure(EntityTypeBuilder<Stay> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(stay => stay.PropertyId);
        builder.HasOne<Account>().WithMany().HasForeignKey(stay => stay.AccountId);
        builder.HasOne<StayImport>().WithMany().HasForeignKey(stay => stay.ImportId);
        builder.Property(stay => stay.Key).HasMaxLength(Stay.KeyLength);
        builder.Property(stay => stay.Company).HasMaxLength(200);
        builder.Property(stay => stay.RoomType).HasMaxLength(40);
        builder.Property(stay => stay.RateCode).HasMaxLength(40);
        builder.Property(stay => stay.Agent).HasMaxLength(200);
        builder.Property(stay => stay.AgentKey).HasMaxLength(200);
        builder.HasIndex(stay => new { stay.PropertyId, stay.Key }).IsUnique();
        builder.HasIndex(stay => new { stay.AccountId, stay.Arrival });
        builder.HasIndex(stay => new { stay.PropertyId, stay.Arrival });
        builder.HasIndex(stay => new { stay.AgentKey, stay.Arrival });
        builder.HasIndex(stay => new { stay.RateCode, stay.Arrival });
    }

    public void Configure(EntityTypeBuilder<StayImport> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(import => import.PropertyId);
        builder.Property(import => import.FileName).HasMaxLength(200);
        builder.Property(import => import.HeadText).HasMaxLength(4_000);
    }
}
