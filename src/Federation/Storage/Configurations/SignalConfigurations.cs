using CrossBorder.Federation.Signals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class SignalStreamConfiguration : IEntityTypeConfiguration<SignalStream>
{
    public void Configure(EntityTypeBuilder<SignalStream> builder)
    {
        builder.ToTable("SignalStreams");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(32);
        builder.Property(row => row.ClientId).HasMaxLength(100);
        builder.HasIndex(row => row.ClientId).IsUnique();
        builder.Property(row => row.EndpointUrl).HasMaxLength(2000);
        builder.Property(row => row.AuthorizationHeader).IsProtected();
        builder.Property(row => row.Description).HasMaxLength(1000);
        builder.Property(row => row.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.StatusReason).HasMaxLength(400);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal sealed class SilencedSubjectConfiguration : IEntityTypeConfiguration<SilencedSubject>
{
    public void Configure(EntityTypeBuilder<SilencedSubject> builder)
    {
        builder.ToTable("SilencedSubjects");
        builder.HasKey(row => new { row.StreamId, row.Subject });
        builder.Property(row => row.StreamId).HasMaxLength(32);
        builder.Property(row => row.Subject).HasMaxLength(128);
        builder.HasOne<SignalStream>().WithMany().HasForeignKey(row => row.StreamId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SignalNoticeConfiguration : IEntityTypeConfiguration<SignalNotice>
{
    public void Configure(EntityTypeBuilder<SignalNotice> builder)
    {
        builder.ToTable("SignalNotices");
        builder.IsQueued();
        builder.Property(row => row.StreamId).HasMaxLength(32);
        builder.Property(row => row.ClientId).HasMaxLength(100);
        builder.Property(row => row.Type).HasMaxLength(200);
        builder.Property(row => row.Subject).HasMaxLength(128);
        // No foreign key: a stream that is deleted at this moment must not keep a sign-in from ending.
        builder.Property(row => row.Sid).HasMaxLength(64);
        // How a receiver fetches.
        builder.HasIndex(row => new { row.StreamId, row.Status, row.At });
        builder.HasIndex(row => row.SettledAt);
    }
}
