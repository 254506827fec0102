using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Revocation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class RevocationListConfiguration : IEntityTypeConfiguration<RevocationListRow>
{
    public void Configure(EntityTypeBuilder<RevocationListRow> builder)
    {
        builder.ToTable("RevocationLists");
        builder.HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(100);
    }
}

internal sealed class RevocationResponseConfiguration : IEntityTypeConfiguration<RevocationResponseRow>
{
    public void Configure(EntityTypeBuilder<RevocationResponseRow> builder)
    {
        builder.ToTable("RevocationResponses");
        builder.HasKey(row => new { row.Responder, row.Fingerprint });
        builder.Property(row => row.Responder).HasMaxLength(100);
        builder.Property(row => row.Fingerprint).HasMaxLength(43);
    }
}

internal sealed class RevocationFetchConfiguration : IEntityTypeConfiguration<RevocationFetch>
{
    public void Configure(EntityTypeBuilder<RevocationFetch> builder)
    {
        builder.ToTable("RevocationFetches");
        builder.HasKey(fetch => fetch.Name);
        builder.Property(fetch => fetch.Name).HasMaxLength(100);
        builder.Property(fetch => fetch.FaultCode).HasMaxLength(16);
        builder.Property(fetch => fetch.FaultDetail).HasMaxLength(RevocationFetch.LongestDetail);
    }
}
