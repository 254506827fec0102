using CrossBorder.Federation.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(entry => entry.Kind).HasMaxLength(64);
        builder.Property(entry => entry.ActorKind).HasMaxLength(16);
        builder.Property(entry => entry.SubjectReference).HasMaxLength(128);
        builder.Property(entry => entry.TraceId).HasMaxLength(32);
        builder.Property(entry => entry.Hash).HasMaxLength(32);
        builder.HasIndex(entry => entry.SubjectReference);
        builder.HasIndex(entry => entry.Kind);
        builder.HasIndex(entry => entry.Sequence).IsUnique();
    }
}
