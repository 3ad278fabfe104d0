using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Leads;
using HotelCorporate.Domain.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class LeadConfiguration : IEntityTypeConfiguration<Lead>, IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Lead> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(lead => lead.PropertyId);
        builder.HasOne<Account>().WithMany().HasForeignKey(lead => lead.AccountId);
        builder.HasOne<HotelUser>().WithMany().HasForeignKey(lead => lead.OwnerId);
        builder.Property(lead => lead.Title).HasMaxLength(200);
        builder.HasIndex(lead => new { lead.PropertyId, lead.Stage });
        builder.Property(lead => lead.Version).IsConcurrencyToken();
        builder.Ignore(lead => lead.IsOpen).Ignore(lead => lead.KeptTheClock);
    }

    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.HasOne<Account>().WithMany().HasForeignKey(activity => activity.AccountId);
        builder.HasOne<Lead>().WithMany().HasForeignKey(activity => activity.LeadId);
        builder.HasOne<Contact>().WithMany().HasForeignKey(activity => activity.ContactId);
        builder.Property(activity => activity.Text).HasMaxLength(Activity.LongestText);
        builder.HasIndex(activity => new { activity.AccountId, activity.At });
        builder.HasIndex(activity => new { activity.LeadId, activity.At });
        builder.Ignore(activity => activity.Answers);
    }
}
