using CrossBorder.Federation.Catalogue.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class CatalogueVersionConfiguration : IEntityTypeConfiguration<CatalogueVersion>
{
    public void Configure(EntityTypeBuilder<CatalogueVersion> builder)
    {
        builder.ToTable("CatalogueVersions");
        builder.HasKey(version => version.Version);
        builder.Property(version => version.Version).HasMaxLength(32);
        builder.Property(version => version.Digest).HasMaxLength(71);
        builder.Property(version => version.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(version => version.ImportedBy).HasMaxLength(64);
        builder.Property(version => version.PublishedBy).HasMaxLength(64);
        builder.Property(version => version.WithdrawnBy).HasMaxLength(64);
        builder.Property(version => version.Revision).IsConcurrencyToken();
    }
}
