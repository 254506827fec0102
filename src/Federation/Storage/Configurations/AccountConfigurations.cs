using CrossBorder.Federation.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class ResidentConfiguration : IEntityTypeConfiguration<Resident>
{
    public void Configure(EntityTypeBuilder<Resident> builder)
    {
        builder.ToTable("Residents");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(64);
    }
}

internal sealed class HomeLinkConfiguration : IEntityTypeConfiguration<HomeLink>
{
    public void Configure(EntityTypeBuilder<HomeLink> builder)
    {
        builder.ToTable("HomeLinks");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.ResidentId).HasMaxLength(64);
        builder.Property(row => row.Home).HasMaxLength(300);
        builder.Property(row => row.SubjectHash).HasMaxLength(80);
        builder.Property(row => row.MainlandAccount).IsProtected();
        builder.Property(row => row.AccountHash).HasMaxLength(80);
        builder.HasIndex(row => row.SubjectHash).IsUnique();
        builder.HasIndex(row => row.AccountHash);
        builder.Property(row => row.TrustPath).HasMaxLength(43);
        builder.HasIndex(row => row.TrustPath);
        builder.HasOne<Resident>().WithMany().HasForeignKey(row => row.ResidentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LinkDecisionConfiguration : IEntityTypeConfiguration<LinkDecision>
{
    public void Configure(EntityTypeBuilder<LinkDecision> builder)
    {
        builder.ToTable("LinkDecisions");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.ResidentId).HasMaxLength(64);
        builder.Property(row => row.SubjectHash).HasMaxLength(80);
        builder.Property(row => row.RuleVersion).HasMaxLength(40);
        builder.Property(row => row.Compared).HasMaxLength(1000);
        builder.Property(row => row.Outcome).HasMaxLength(20);
        builder.Property(row => row.AssertionDigest).HasMaxLength(100);
        builder.HasIndex(row => row.SubjectHash);
    }
}

internal sealed class ReviewItemConfiguration : IEntityTypeConfiguration<ReviewItem>
{
    public void Configure(EntityTypeBuilder<ReviewItem> builder)
    {
        builder.ToTable("ReviewItems");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(32);
        builder.Property(row => row.SubjectHash).HasMaxLength(80);
        builder.Property(row => row.Status).HasMaxLength(20);
        builder.Property(row => row.Identity).IsProtected();
        builder.Property(row => row.Candidates).IsProtected();
        builder.Property(row => row.Cause).HasMaxLength(20);
        builder.Property(row => row.TrustPath).HasMaxLength(43);
        builder.Property(row => row.Reason).IsProtected();
        builder.Property(row => row.DecidedBy).HasMaxLength(64);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => new { row.SubjectHash, row.Status });
    }
}

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("Consents");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.ResidentId).HasMaxLength(64);
        builder.Property(row => row.ClientId).HasMaxLength(100);
        builder.Property(row => row.PurposeKey).HasMaxLength(80);
        builder.Property(row => row.Scopes).HasMaxLength(400);
        builder.Property(row => row.Language).HasMaxLength(10);
        builder.HasIndex(row => new { row.ResidentId, row.ClientId });
    }
}
