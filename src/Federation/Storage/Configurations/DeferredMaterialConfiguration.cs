using CrossBorder.Federation.Applications.Supplements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class DeferredMaterialConfiguration : IEntityTypeConfiguration<DeferredMaterial>
{
    public void Configure(EntityTypeBuilder<DeferredMaterial> builder)
    {
        builder.ToTable("DeferredMaterials");
        builder.HasKey(row => new { row.ApplicationId, row.Slug });
        builder.Property(row => row.ApplicationId).HasMaxLength(32);
        builder.Property(row => row.Slug).HasMaxLength(64);
        // How the worker asks: what has something to tell.
        builder.HasIndex(row => row.LooksOn);
    }
}
