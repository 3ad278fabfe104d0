using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class ResourceConfiguration :
    IEntityTypeConfiguration<Resource>, IEntityTypeConfiguration<KitPart>, IEntityTypeConfiguration<ResourceNeed>, IEntityTypeConfiguration<ResourceHire>
{
    public void Configure(EntityTypeBuilder<Resource> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(resource => resource.PropertyId);
        builder.Property(resource => resource.Name).HasMaxLength(Resource.LongestName);
        builder.Property(resource => resource.StyleFigures).HasMaxLength(250);
        builder.HasIndex(resource => new { resource.PropertyId, resource.Name }).IsUnique();
        builder.Property(resource => resource.Version).IsConcurrencyToken();
        builder.Ignore(resource => resource.IsKit).Ignore(resource => resource.IsPeople);
        builder.HasMany(resource => resource.Parts).WithOne().HasForeignKey(part => part.KitId);
    }

    public void Configure(EntityTypeBuilder<KitPart> builder)
    {
        builder.ToTable("KitParts");
        builder.HasKey(part => new { part.KitId, part.PartId });
        builder.HasOne<Resource>().WithMany().HasForeignKey(part => part.PartId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ResourceNeed> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(need => need.PropertyId);
        builder.HasOne<Function>().WithMany().HasForeignKey(need => need.FunctionId);
        builder.HasOne<Resource>().WithMany().HasForeignKey(need => need.ResourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(need => need.Hires).WithOne().HasForeignKey("NeedId").IsRequired();
    }

    public void Configure(EntityTypeBuilder<ResourceHire> builder)
    {
        builder.ToTable("ResourceHires");
        builder.HasOne<Resource>().WithMany().HasForeignKey(hire => hire.ResourceId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(hire => hire.Supplier).HasMaxLength(ResourceNeed.LongestSupplier);
    }
}
