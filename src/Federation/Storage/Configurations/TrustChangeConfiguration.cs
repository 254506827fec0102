using CrossBorder.Federation.Trust.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class TrustChangeConfiguration : IEntityTypeConfiguration<TrustChange>
{
    public void Configure(EntityTypeBuilder<TrustChange> builder)
    {
        builder.ToTable("TrustChanges");
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(change => change.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(change => change.Fingerprint).HasMaxLength(43);
        builder.Property(change => change.Reason).HasMaxLength(1000);
        builder.Property(change => change.ProposedBy).HasMaxLength(64);
        builder.Property(change => change.DecidedBy).HasMaxLength(64);
        builder.Property(change => change.EndedBy).HasMaxLength(64);
        builder.Property(change => change.Version).IsConcurrencyToken();
        builder.HasIndex(change => change.Fingerprint);
        // What a certificate is admitted as stands beside the change: were two of them open, one would be approved as what the other says.
        builder.HasIndex(change => change.Fingerprint, "OneOpenAdmission").IsUnique()
            .HasFilter("""
                "Kind" = 'Admit' AND "State" IN ('Proposed', 'Approved', 'InForce', 'Confirmed')
                """.Trim());
        builder.HasIndex(change => change.State);
    }
}

internal sealed class TrustCertificateConfiguration : IEntityTypeConfiguration<TrustCertificate>
{
    public void Configure(EntityTypeBuilder<TrustCertificate> builder)
    {
        builder.ToTable("TrustCertificates");
        builder.HasKey(certificate => certificate.Fingerprint);
        builder.Property(certificate => certificate.Fingerprint).HasMaxLength(43);
        builder.Property(certificate => certificate.Name).HasMaxLength(100);
        builder.Property(certificate => certificate.Role).HasConversion<string>().HasMaxLength(16);
        builder.Property(certificate => certificate.Party).HasMaxLength(512);
        builder.Property(certificate => certificate.Jurisdiction).HasMaxLength(16);
        builder.Property(certificate => certificate.Purposes).HasMaxLength(512);
    }
}

internal sealed class TrustEpochConfiguration : IEntityTypeConfiguration<TrustEpoch>
{
    public void Configure(EntityTypeBuilder<TrustEpoch> builder)
    {
        builder.ToTable("TrustEpochs");
        builder.Property(epoch => epoch.Id).ValueGeneratedNever();
        builder.HasData(new TrustEpoch { Id = TrustEpoch.TheOne, Number = 0 });
    }
}
