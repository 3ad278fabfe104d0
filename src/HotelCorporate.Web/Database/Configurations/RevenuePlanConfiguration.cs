using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Domain.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class RevenuePlanConfiguration : IEntityTypeConfiguration<RevenuePlan>, IEntityTypeConfiguration<PlannedRevenue>
{
    public void Configure(EntityTypeBuilder<RevenuePlan> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(plan => plan.PropertyId);
        builder.Property(plan => plan.Part).HasMaxLength(40);
        builder.Property(plan => plan.CurrencyCode).HasMaxLength(3);
        builder.Property(plan => plan.Version).IsConcurrencyToken();
        builder.HasIndex(plan => new { plan.PropertyId, plan.Year, plan.Part }).IsUnique();
        builder.Ignore(plan => plan.Segment).Ignore(plan => plan.Currency);
        builder.HasMany(plan => plan.Cells).WithOne().HasForeignKey("PlanId").IsRequired();
    }

    public void Configure(EntityTypeBuilder<PlannedRevenue> builder) => builder.ToTable("PlannedRevenues");
}
