using CrossBorder.Federation.Trust.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class ManagedKeyConfiguration : IEntityTypeConfiguration<ManagedKey>
{
    public void Configure(EntityTypeBuilder<ManagedKey> builder)
    {
        builder.ToTable("ManagedKeys");
        builder.HasKey(key => new { key.Id, key.Use });
        builder.Ignore(key => key.Line);
        builder.Property(key => key.Id).HasMaxLength(64);
        builder.Property(key => key.Use).HasMaxLength(16);
        builder.Property(key => key.Algorithm).HasMaxLength(16);
        builder.Property(key => key.Origin).HasConversion<string>().HasMaxLength(16);
        builder.Property(key => key.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(key => key.PublicJwk).HasMaxLength(2000);
        builder.Property(key => key.Version).IsConcurrencyToken();
    }
}

internal sealed class KeyEpochConfiguration : IEntityTypeConfiguration<KeyEpoch>
{
    public void Configure(EntityTypeBuilder<KeyEpoch> builder)
    {
        builder.ToTable("KeyEpochs");
        builder.Property(epoch => epoch.Id).ValueGeneratedNever();
        builder.HasData(new KeyEpoch { Id = KeyEpoch.TheOne, Number = 0 });
    }
}

internal sealed class KeyStepConfiguration : IEntityTypeConfiguration<KeyStep>
{
    public void Configure(EntityTypeBuilder<KeyStep> builder)
    {
        builder.ToTable("KeySteps");
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(step => step.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(step => step.About).HasMaxLength(100);
        builder.Property(step => step.Reason).HasMaxLength(1000);
        builder.Property(step => step.ProposedBy).HasMaxLength(64);
        builder.Property(step => step.DecidedBy).HasMaxLength(64);
        builder.Property(step => step.Version).IsConcurrencyToken();
        builder.HasIndex(step => new { step.Kind, step.About }, "OneOpenStep").IsUnique().HasFilter("\"State\" = 'Proposed'");
    }
}

internal sealed class KeyEvidenceConfiguration : IEntityTypeConfiguration<KeyEvidence>
{
    public void Configure(EntityTypeBuilder<KeyEvidence> builder)
    {
        builder.ToTable("KeyEvidence");
        builder.HasKey(entry => new { entry.ClientId, entry.KeyId, entry.Kind });
        builder.Property(entry => entry.ClientId).HasMaxLength(100);
        builder.Property(entry => entry.KeyId).HasMaxLength(64);
        builder.Property(entry => entry.Kind).HasConversion<string>().HasMaxLength(16);
    }
}
