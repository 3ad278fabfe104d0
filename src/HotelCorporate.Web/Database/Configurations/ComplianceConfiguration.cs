using System.Text.Json;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class ComplianceConfiguration : IEntityTypeConfiguration<Breach>, IEntityTypeConfiguration<ComplianceRound>, IEntityTypeConfiguration<RateHandOver>
{
    public void Configure(EntityTypeBuilder<Breach> builder)
    {
        builder.ToTable("Breaches");
        builder.HasOne<Property>().WithMany().HasForeignKey(breach => breach.PropertyId);
        builder.HasOne<Account>().WithMany().HasForeignKey(breach => breach.AccountId);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(breach => breach.AgreementId);
        builder.Property(breach => breach.Key).HasMaxLength(Breach.LongestKey);
        builder.Property(breach => breach.Reason).HasMaxLength(Breach.LongestReason);
        builder.Property(breach => breach.Evidence).HasConversion(new EvidenceText(), EvidenceText.Comparer);
        builder.Property(breach => breach.ClosedAt).IsConcurrencyToken();
        builder.Ignore(breach => breach.IsOpen).Ignore(breach => breach.IsHouses);
        builder.HasIndex(breach => new { breach.PropertyId, breach.Key }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ComplianceRound> builder)
    {
        builder.ToTable("ComplianceRounds");
        builder.HasKey(round => round.PropertyId);
        builder.Property(round => round.PropertyId).ValueGeneratedNever();
        builder.Property(round => round.Unchecked).HasConversion(new ListText<UncheckedStays>(), ListText<UncheckedStays>.Comparer);
        builder.HasOne<Property>().WithMany().HasForeignKey(round => round.PropertyId);
    }

    public void Configure(EntityTypeBuilder<RateHandOver> builder)
    {
        builder.ToTable("RateHandOvers");
        builder.HasKey(handed => new { handed.AgreementId, handed.PropertyId });
        builder.HasOne<Agreement>().WithMany().HasForeignKey(handed => handed.AgreementId);
        builder.HasOne<Property>().WithMany().HasForeignKey(handed => handed.PropertyId);
    }
}

/// <summary>The evidence of a breach as one text: it is read and written whole.</summary>
internal sealed class EvidenceText() : ValueConverter<BreachEvidence, string>(
    evidence => JsonSerializer.Serialize(evidence, JsonText.Options), text => JsonSerializer.Deserialize<BreachEvidence>(text, JsonText.Options)!)
{
    public static readonly ValueComparer<BreachEvidence> Comparer = new((a, b) => a!.Equals(b), evidence => evidence.GetHashCode(), evidence => evidence);
}
