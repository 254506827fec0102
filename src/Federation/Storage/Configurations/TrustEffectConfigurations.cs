using CrossBorder.Federation.Trust.Consequences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class TrustEffectConfiguration : IEntityTypeConfiguration<TrustEffect>
{
    public void Configure(EntityTypeBuilder<TrustEffect> builder)
    {
        builder.ToTable("TrustEffects");
        builder.Property(effect => effect.Kind).HasConversion<string>().HasMaxLength(32);
        builder.Property(effect => effect.Reference).HasMaxLength(64);
        builder.Property(effect => effect.Party).HasMaxLength(255);
        builder.Property(effect => effect.Node).HasMaxLength(64);
        builder.HasIndex(effect => new { effect.Change, effect.Id });
        builder.HasIndex(effect => effect.Reference);
    }
}

internal sealed class TrustTakingConfiguration : IEntityTypeConfiguration<TrustTaking>
{
    public void Configure(EntityTypeBuilder<TrustTaking> builder)
    {
        builder.ToTable("TrustTakings");
        builder.HasKey(taking => new { taking.Change, taking.Node });
        builder.Property(taking => taking.Node).HasMaxLength(64);
    }
}
