using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class SpaceConfiguration :
    IEntityTypeConfiguration<Space>, IEntityTypeConfiguration<Atom>, IEntityTypeConfiguration<SpaceAtom>, IEntityTypeConfiguration<Capacity>,
    IEntityTypeConfiguration<SpaceNeighbour>, IEntityTypeConfiguration<SpacePhoto>, IEntityTypeConfiguration<Closure>
{
    public void Configure(EntityTypeBuilder<Space> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(space => space.PropertyId);
        builder.Property(space => space.Name).HasMaxLength(120);
        builder.HasIndex(space => new { space.PropertyId, space.Name }).IsUnique();
        builder.Property(space => space.Access).HasMaxLength(200);
        builder.HasOne<Space>().WithMany().HasForeignKey(space => space.BackUpSpaceId);
        builder.Ignore(space => space.IsCombination);
        builder.HasMany(space => space.Capacities).WithOne().HasForeignKey("SpaceId").IsRequired();
        builder.HasMany(space => space.Atoms).WithOne().HasForeignKey(atom => atom.SpaceId);
    }

    public void Configure(EntityTypeBuilder<Atom> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(atom => atom.PropertyId);
        builder.Property(atom => atom.Name).HasMaxLength(120);
        builder.HasIndex(atom => new { atom.PropertyId, atom.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SpaceAtom> builder)
    {
        builder.HasKey(atom => new { atom.SpaceId, atom.AtomId });
        builder.HasOne(atom => atom.Atom).WithMany().HasForeignKey(atom => atom.AtomId);
    }

    public void Configure(EntityTypeBuilder<SpaceNeighbour> builder)
    {
        builder.ToTable("SpaceNeighbours");
        builder.HasKey(pair => new { pair.SpaceId, pair.OtherId });
        builder.HasOne<Space>().WithMany().HasForeignKey(pair => pair.SpaceId);
        builder.HasOne<Space>().WithMany().HasForeignKey(pair => pair.OtherId);
    }

    public void Configure(EntityTypeBuilder<SpacePhoto> builder)
    {
        builder.ToTable("SpacePhotos");
        builder.HasOne<Space>().WithMany().HasForeignKey(photo => photo.SpaceId);
        builder.Property(photo => photo.ContentType).HasMaxLength(40);
        builder.Property(photo => photo.Caption).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<Closure> builder)
    {
        builder.HasOne<Property>().WithMany().HasForeignKey(closure => closure.PropertyId);
        builder.HasOne<Space>().WithMany().HasForeignKey(closure => closure.SpaceId);
        builder.Property(closure => closure.Reason).HasMaxLength(200);
        builder.HasIndex(closure => new { closure.PropertyId, closure.Until });
        builder.Ignore(closure => closure.Occupation);
    }

    public void Configure(EntityTypeBuilder<Capacity> builder)
    {
        builder.HasKey(capacity => capacity.Id);
        builder.Property(capacity => capacity.Style);
        builder.HasIndex("SpaceId", nameof(Capacity.Style)).IsUnique();
    }
}
