using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class AccountImportConfiguration : IEntityTypeConfiguration<AccountImport>, IEntityTypeConfiguration<AccountImportEntry>
{
    public void Configure(EntityTypeBuilder<AccountImport> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(import => import.PropertyId);
        builder.Property(import => import.FileName).HasMaxLength(200);
        builder.Property(import => import.HeadText).HasMaxLength(4_000);
        builder.Property(import => import.Status).IsConcurrencyToken();
    }

    /// <summary>Companies and people that it names may go: it is told by their numbers alone.</summary>
    public void Configure(EntityTypeBuilder<AccountImportEntry> builder)
    {
        builder.HasOne<AccountImport>().WithMany().HasForeignKey(entry => entry.ImportId);
        builder.Property(entry => entry.Key).HasMaxLength(AccountImportEntry.KeyLength);
        builder.HasIndex(entry => entry.Key);
        builder.HasIndex(entry => entry.ContactId);
        builder.Ignore(entry => entry.IsCompany);
    }
}
