using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Leads;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class StaffConfiguration :
    IEntityTypeConfiguration<RoleLimits>, IEntityTypeConfiguration<Approval>, IEntityTypeConfiguration<Deputy>, IEntityTypeConfiguration<DeskTask>,
    IEntityTypeConfiguration<Deadline>, IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<RoleLimits> builder)
    {
        builder.HasKey(limits => limits.Role);
        builder.Property(limits => limits.Role).HasMaxLength(40);
        builder.Property(limits => limits.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Approval> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(approval => approval.PropertyId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(approval => approval.BookingId);
        builder.HasOne<Quote>().WithMany().HasForeignKey(approval => approval.QuoteId);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(approval => approval.AgreementId);
        builder.Ignore(approval => approval.About);
        builder.Property(approval => approval.Reason).HasMaxLength(Approval.LongestText);
        builder.Property(approval => approval.Answer).HasMaxLength(Approval.LongestText);
        builder.Property(approval => approval.Version).IsConcurrencyToken();
        builder.HasIndex(approval => new { approval.Status, approval.PropertyId });
        builder.HasIndex(approval => new { approval.AskedById, approval.IsAnswerRead });
    }

    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");
        builder.HasOne<HotelUser>().WithMany().HasForeignKey(view => view.UserId);
        builder.Property(view => view.Page).HasMaxLength(80);
        builder.Property(view => view.Name).HasMaxLength(80);
        builder.Property(view => view.Query).HasMaxLength(1000);
        builder.HasIndex(view => new { view.UserId, view.Page, view.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Deputy> builder)
    {
        builder.HasOne<HotelUser>().WithMany().HasForeignKey(deputy => deputy.AbsentId);
        builder.HasOne<HotelUser>().WithMany().HasForeignKey(deputy => deputy.DeputyId);
    }

    public void Configure(EntityTypeBuilder<DeskTask> builder)
    {
        builder.ToTable("Tasks");
        builder.HasOne<Property>().WithMany().HasForeignKey(task => task.PropertyId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(task => task.BookingId);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(task => task.AgreementId);
        builder.HasOne<Account>().WithMany().HasForeignKey(task => task.AccountId);
        builder.HasOne<Lead>().WithMany().HasForeignKey(task => task.LeadId);
        builder.HasOne<Breach>().WithMany().HasForeignKey(task => task.BreachId);
        builder.HasIndex(task => new { task.PropertyId, task.DoneAt, task.DueOn });
        builder.HasIndex(task => task.MailId);
        builder.HasIndex(task => task.BookingId);
        builder.Ignore(task => task.IsOpen);
        builder.Property(task => task.DoneAt).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.HasIndex(deadline => deadline.WakesAt);
        builder.Property(deadline => deadline.WakesAt).IsConcurrencyToken(); // two clocks never remind of the same twice
    }
}
