using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Audit.Witnesses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class AlertConfiguration : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> builder)
    {
        builder.ToTable("Alerts");
        builder.Property(alert => alert.Id).ValueGeneratedNever();
        builder.Property(alert => alert.Kind).HasConversion<string>().HasMaxLength(32);
        builder.Property(alert => alert.Severity).HasConversion<string>().HasMaxLength(16);
        builder.Property(alert => alert.Subject).HasMaxLength(200);
        builder.Property(alert => alert.Parameters).HasMaxLength(4000);
        builder.Property(alert => alert.AcknowledgedBy).HasMaxLength(64);
        builder.Property(alert => alert.Version).IsConcurrencyToken();
        builder.Ignore(alert => alert.Blanks);
        // Raised once for each condition, even where two nodes take themselves for the one that looks.
        builder.HasIndex(alert => new { alert.Kind, alert.Subject }, "OneOpenAlert").IsUnique().HasFilter("\"ResolvedAt\" IS NULL");
        builder.HasIndex(alert => alert.ResolvedAt);
    }
}

internal sealed class AlertNoticeConfiguration : IEntityTypeConfiguration<AlertNotice>
{
    public void Configure(EntityTypeBuilder<AlertNotice> builder)
    {
        builder.ToTable("AlertNotices");
        builder.Property(notice => notice.Channel).HasMaxLength(64);
        builder.Property(notice => notice.Event).HasConversion<string>().HasMaxLength(16);
        builder.Property(notice => notice.LastFault).HasMaxLength(16);
        builder.HasIndex(notice => new { notice.SentAt, notice.DueAt });
        builder.HasOne<Alert>().WithMany().HasForeignKey(notice => notice.AlertId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NodeLeaseConfiguration : IEntityTypeConfiguration<NodeLease>
{
    public void Configure(EntityTypeBuilder<NodeLease> builder)
    {
        builder.ToTable("NodeLeases");
        builder.HasKey(lease => lease.Name);
        builder.Property(lease => lease.Name).HasMaxLength(64);
        builder.Property(lease => lease.Owner).HasMaxLength(64);
    }
}

internal sealed class WitnessHandoverConfiguration : IEntityTypeConfiguration<WitnessHandover>
{
    public void Configure(EntityTypeBuilder<WitnessHandover> builder)
    {
        builder.ToTable("WitnessHandovers");
        builder.HasKey(handover => new { handover.Witness, handover.Size, handover.KeyId });
        builder.Property(handover => handover.Witness).HasMaxLength(64);
        builder.Property(handover => handover.KeyId).HasMaxLength(64);
    }
}
