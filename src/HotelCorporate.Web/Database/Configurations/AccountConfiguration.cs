using HotelCorporate.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(account => account.LegalName).HasMaxLength(200);
        builder.Property(account => account.TradeName).HasMaxLength(200);
        builder.HasIndex(account => account.CoreName);
        builder.Property(account => account.Version).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(account => account.ReferredById);
        builder.HasMany(account => account.Contacts).WithOne().HasForeignKey(contact => contact.AccountId);
    }

    public void Configure(EntityTypeBuilder<Contact> builder) => builder.Property(contact => contact.Name).HasMaxLength(200);
}
