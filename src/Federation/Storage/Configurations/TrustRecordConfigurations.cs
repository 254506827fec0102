using CrossBorder.Federation.Trust.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class TrustRecordConfiguration : IEntityTypeConfiguration<TrustRecord>
{
    public void Configure(EntityTypeBuilder<TrustRecord> builder)
    {
        builder.ToTable("TrustRecords");
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.Purpose).HasConversion<string>().HasMaxLength(32);
        builder.Property(record => record.Party).HasMaxLength(255);
        builder.Property(record => record.Path).HasMaxLength(43);
        builder.Property(record => record.Algorithm).HasMaxLength(32);
        builder.Property(record => record.KeyId).HasMaxLength(255);
        builder.Property(record => record.Type).HasMaxLength(255);
        builder.Property(record => record.Node).HasMaxLength(64);
        builder.Property(record => record.ClientId).HasMaxLength(100);
        builder.Property(record => record.SessionId).HasMaxLength(64);
        builder.Property(record => record.ApplicationId).HasMaxLength(32);
        builder.Property(record => record.DeliveryId).HasMaxLength(32);
        builder.HasIndex(record => new { record.Path, record.At });
        builder.HasIndex(record => record.At);
        builder.HasIndex(record => record.Hour);
    }
}

internal sealed class TrustPathConfiguration : IEntityTypeConfiguration<TrustPath>
{
    public void Configure(EntityTypeBuilder<TrustPath> builder)
    {
        builder.ToTable("TrustPaths");
        builder.Property(path => path.Id).HasMaxLength(43);
        builder.Property(path => path.Purpose).HasConversion<string>().HasMaxLength(32);
        builder.Property(path => path.Jurisdiction).HasMaxLength(16);
        builder.Property(path => path.Party).HasMaxLength(255);
        // Few were accepted; of refused ones there may be very many.
        builder.HasIndex(path => path.Party).HasFilter("\"Fingerprints\" <> \'\'");
    }
}

internal sealed class TrustPathCertificateConfiguration : IEntityTypeConfiguration<TrustPathCertificate>
{
    public void Configure(EntityTypeBuilder<TrustPathCertificate> builder)
    {
        builder.ToTable("TrustPathCertificates");
        builder.HasKey(row => new { row.Fingerprint, row.Path });
        builder.Property(row => row.Fingerprint).HasMaxLength(43);
        builder.Property(row => row.Path).HasMaxLength(43);
    }
}

internal sealed class SeenCertificateConfiguration : IEntityTypeConfiguration<SeenCertificate>
{
    public void Configure(EntityTypeBuilder<SeenCertificate> builder)
    {
        builder.ToTable("SeenCertificates");
        builder.HasKey(certificate => certificate.Fingerprint);
        builder.Property(certificate => certificate.Fingerprint).HasMaxLength(43);
    }
}

internal sealed class TrustRefusalConfiguration : IEntityTypeConfiguration<TrustRefusal>
{
    public void Configure(EntityTypeBuilder<TrustRefusal> builder)
    {
        builder.ToTable("TrustRefusals");
        builder.HasKey(row => new { row.Hour, row.Purpose, row.Party, row.Path, row.Code });
        builder.Property(row => row.Purpose).HasConversion<string>().HasMaxLength(32);
        builder.Property(row => row.Party).HasMaxLength(255);
        builder.Property(row => row.Path).HasMaxLength(43);
        builder.Property(row => row.Code).HasMaxLength(16);
    }
}
