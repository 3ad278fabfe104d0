using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class AgreementConfiguration : IEntityTypeConfiguration<Agreement>, IEntityTypeConfiguration<AgreementRound>, IEntityTypeConfiguration<RateRefusal>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.HasOne<Account>().WithMany().HasForeignKey(agreement => agreement.AccountId);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(agreement => agreement.ReplacesId);
        builder.Property(agreement => agreement.Name).HasMaxLength(120);
        builder.Property(agreement => agreement.AcceptedBy).HasMaxLength(200);
        builder.Property(agreement => agreement.AcceptedFrom).HasMaxLength(64);
        builder.Property(agreement => agreement.SeenHash).HasMaxLength(64);
        builder.Property(agreement => agreement.Terms).HasConversion(new RecordText<AgreementTerms>(), RecordText<AgreementTerms>.Comparer);
        builder.HasIndex(agreement => new { agreement.AccountId, agreement.Status });
        builder.HasMany(agreement => agreement.Rounds).WithOne().HasForeignKey(round => round.AgreementId).IsRequired();
        builder.Property(agreement => agreement.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<AgreementRound> builder)
    {
        builder.ToTable("AgreementRounds");
        builder.Property(round => round.Asked).HasMaxLength(AgreementRound.LongestText);
        builder.Property(round => round.Offered).HasMaxLength(AgreementRound.LongestText);
        builder.Property(round => round.Objections).HasConversion(new ListText<MetObjection>(), ListText<MetObjection>.Comparer);
        builder.Property(round => round.Terms).HasConversion(new RecordText<AgreementTerms>(), RecordText<AgreementTerms>.Comparer);
        builder.HasIndex(round => new { round.AgreementId, round.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RateRefusal> builder)
    {
        builder.ToTable("RateRefusals");
        builder.HasOne<Account>().WithMany().HasForeignKey(refusal => refusal.AccountId);
        builder.HasOne<Property>().WithMany().HasForeignKey(refusal => refusal.PropertyId);
        builder.HasOne<RoomType>().WithMany().HasForeignKey(refusal => refusal.RoomTypeId);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(refusal => refusal.AgreementId);
        builder.Ignore(refusal => refusal.IsHousesBreach);
        builder.HasIndex(refusal => new { refusal.AccountId, refusal.RoomTypeId, refusal.Occupancy, refusal.Night, refusal.AskedOn }).IsUnique();
        builder.HasIndex(refusal => new { refusal.PropertyId, refusal.Night });
    }
}
