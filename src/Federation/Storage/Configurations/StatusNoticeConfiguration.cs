using CrossBorder.Federation.Applications.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class StatusNoticeConfiguration : IEntityTypeConfiguration<StatusNotice>
{
    public void Configure(EntityTypeBuilder<StatusNotice> builder)
    {
        builder.ToTable("StatusNotices");
        builder.IsQueued();
        builder.Property(row => row.ClientId).HasMaxLength(100);
        builder.Property(row => row.CaseNumber).HasMaxLength(32);
        builder.Property(row => row.CaseStatus).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(row => row.SettledAt);
    }
}
