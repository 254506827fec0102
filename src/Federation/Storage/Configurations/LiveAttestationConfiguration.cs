using CrossBorder.Federation.Verifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class LiveAttestationConfiguration : IEntityTypeConfiguration<LiveAttestation>
{
    public void Configure(EntityTypeBuilder<LiveAttestation> builder)
    {
        builder.ToTable("LiveAttestations");
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.KeyId).HasMaxLength(64);
        builder.Property(row => row.ClientId).HasMaxLength(100);
        builder.HasIndex(row => row.KeyId);
        builder.HasIndex(row => row.ExpiresAt);
    }
}
