using CrossBorder.Federation.Applications.Licences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class LicenceSnapshotConfiguration : IEntityTypeConfiguration<LicenceSnapshot>
{
    public void Configure(EntityTypeBuilder<LicenceSnapshot> builder)
    {
        builder.ToTable("LicenceSnapshots");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.Content).IsProtected();
        builder.HasIndex(row => row.ExpiresAt);
    }
}
