using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class AgreementConfiguration : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.HasOne<Account>().WithMany().HasForeignKey(agreement => agreement.AccountId);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(agreement => agreement.ReplacesId);
        builder.Property(agreement => agreement.Name).HasMaxLength(120);
        builder.Property(agreement => agreement.AcceptedBy).HasMaxLength(200);
        builder.Property(agreement => agreement.Terms).HasConversion(new AgreementTermsText(), AgreementTermsText.Comparer);
        builder.HasIndex(agreement => new { agreement.AccountId, agreement.Status });
        builder.Property(agreement => agreement.Version).IsConcurrencyToken();
    }
}
