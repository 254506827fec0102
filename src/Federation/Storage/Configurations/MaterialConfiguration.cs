using CrossBorder.Federation.Applications.Materials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class MaterialConfiguration : IEntityTypeConfiguration<Material>
{
    public void Configure(EntityTypeBuilder<Material> builder)
    {
        builder.ToTable("Materials");
        builder.Property(material => material.Id).HasMaxLength(32);
        builder.Property(material => material.ResidentId).HasMaxLength(64);
        builder.Property(material => material.Slug).HasMaxLength(64);
        builder.Property(material => material.MediaType).HasMaxLength(64);
        builder.Property(material => material.Digest).HasMaxLength(80);
        builder.HasOne(material => material.Content).WithOne().HasForeignKey<MaterialContent>(content => content.MaterialId);
    }
}

internal sealed class MaterialContentConfiguration : IEntityTypeConfiguration<MaterialContent>
{
    public void Configure(EntityTypeBuilder<MaterialContent> builder)
    {
        builder.ToTable("MaterialContents");
        builder.HasKey(content => content.MaterialId);
        builder.Property(content => content.MaterialId).HasMaxLength(32);
        builder.Property(content => content.Bytes).IsProtected();
    }
}
