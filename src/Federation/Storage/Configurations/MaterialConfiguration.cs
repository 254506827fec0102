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
        builder.HasIndex(material => material.UploadedAt);
    }
}

internal sealed class MaterialUseConfiguration : IEntityTypeConfiguration<MaterialUse>
{
    // No foreign key to the application, which moves into the archive; one to the upload, so that none is deleted while it is filed.
    public void Configure(EntityTypeBuilder<MaterialUse> builder)
    {
        builder.ToTable("MaterialUses");
        builder.HasKey(use => new { use.MaterialId, use.ApplicationId });
        builder.Property(use => use.MaterialId).HasMaxLength(32);
        builder.Property(use => use.ApplicationId).HasMaxLength(32);
        builder.HasOne<Material>().WithMany().HasForeignKey(use => use.MaterialId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MaterialChunkConfiguration : IEntityTypeConfiguration<MaterialChunk>
{
    // No foreign key: pieces are there before the material that they belong to.
    public void Configure(EntityTypeBuilder<MaterialChunk> builder)
    {
        builder.ToTable("MaterialChunks");
        builder.HasKey(chunk => new { chunk.MaterialId, chunk.Number });
        builder.Property(chunk => chunk.MaterialId).HasMaxLength(32);
    }
}
