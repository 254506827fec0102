using CrossBorder.Federation.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal static class QueuedNotices
{
    /// <summary>What every queue of notices has.</summary>
    public static void IsQueued<TNotice>(this EntityTypeBuilder<TNotice> builder)
        where TNotice : QueuedNotice
    {
        builder.Property(row => row.Id).HasMaxLength(32);
        builder.Property(row => row.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.LeaseOwner).HasMaxLength(64);
        builder.Property(row => row.LastFault).HasMaxLength(16);
        // How the queue is asked.
        builder.HasIndex(row => new { row.Status, row.DueAt });
    }
}
