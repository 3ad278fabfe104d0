using System.Text.Json;
using HotelCorporate.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotelCorporate.Web.Database.Configurations;

internal sealed class AccountConfiguration :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<Contact>, IEntityTypeConfiguration<AccountDocument>, IEntityTypeConfiguration<DocumentContent>, IEntityTypeConfiguration<AccountMerge>,
    IEntityTypeConfiguration<Erasure>, IEntityTypeConfiguration<KeptName>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(account => account.LegalName).HasMaxLength(200);
        builder.Property(account => account.TradeName).HasMaxLength(200);
        builder.HasIndex(account => account.CoreName);
        builder.HasIndex(account => account.VatNumber);
        builder.Property(account => account.Version).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(account => account.ReferredById);
        builder.HasOne<Account>().WithMany().HasForeignKey(account => account.ParentId);
        builder.HasOne<Account>().WithMany().HasForeignKey(account => account.MergedIntoId);
        builder.HasOne<HotelUser>().WithMany().HasForeignKey(account => account.ManagerId);
        builder.HasMany(account => account.Contacts).WithOne().HasForeignKey(contact => contact.AccountId);
        builder.ComplexProperty(account => account.Needs);
        builder.Ignore(account => account.TagList);
    }

    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Property(contact => contact.Name).HasMaxLength(200);
        builder.HasIndex(contact => contact.Domain);
        builder.HasIndex(contact => contact.PhoneKey);
        builder.Ignore(contact => contact.IsReached);
    }

    public void Configure(EntityTypeBuilder<AccountDocument> builder)
    {
        builder.HasOne<Account>().WithMany().HasForeignKey(document => document.AccountId);
        builder.HasOne(document => document.Content).WithOne().HasForeignKey<DocumentContent>("DocumentId").IsRequired();
        builder.Property(document => document.Name).HasMaxLength(140);
    }

    public void Configure(EntityTypeBuilder<DocumentContent> builder) => builder.ToTable("DocumentContents");

    public void Configure(EntityTypeBuilder<AccountMerge> builder)
    {
        builder.HasOne<Account>().WithMany().HasForeignKey(merge => merge.FromId);
        builder.HasOne<Account>().WithMany().HasForeignKey(merge => merge.IntoId);
        builder.Property(merge => merge.Moved).HasConversion(moved => JsonSerializer.Serialize(moved, JsonSerializerOptions.Default), text => JsonSerializer.Deserialize<MovedRecords>(text, JsonSerializerOptions.Default)!);
        builder.Property(merge => merge.UndoneAt).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.Property(erasure => erasure.Pseudonym).HasMaxLength(200);
        builder.Property(erasure => erasure.Places).HasConversion(
            places => JsonSerializer.Serialize(places, JsonSerializerOptions.Default), text => JsonSerializer.Deserialize<List<ErasedPlace>>(text, JsonSerializerOptions.Default)!,
            new ValueComparer<IReadOnlyList<ErasedPlace>>((a, b) => a == b, places => places.Count, places => places));
        builder.HasMany(erasure => erasure.Names).WithOne().HasForeignKey("ErasureId").IsRequired();
    }

    public void Configure(EntityTypeBuilder<KeptName> builder)
    {
        builder.ToTable("KeptNames");
        builder.Property(kept => kept.Name).HasMaxLength(300);
        builder.HasIndex(kept => new { kept.Subject, kept.SubjectId });
    }
}
