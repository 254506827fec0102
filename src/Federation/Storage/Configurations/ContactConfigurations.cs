using CrossBorder.Federation.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class ResidentContactConfiguration : IEntityTypeConfiguration<ResidentContact>
{
    public void Configure(EntityTypeBuilder<ResidentContact> builder)
    {
        builder.ToTable("ResidentContacts");
        builder.HasKey(row => row.ResidentId);
        builder.Property(row => row.ResidentId).HasMaxLength(64);
        builder.Property(row => row.Address).IsProtected();
        builder.Property(row => row.Pending).IsProtected();
        builder.Property(row => row.Language).HasMaxLength(16);
        builder.Property(row => row.CodeHash).HasMaxLength(64);
        // Two who guess at once: one of them is heard.
        builder.Property(row => row.Tries).IsConcurrencyToken();
        builder.Property(row => row.SentAt).IsConcurrencyToken();
    }
}

internal sealed class ResidentNoticeConfiguration : IEntityTypeConfiguration<ResidentNotice>
{
    public void Configure(EntityTypeBuilder<ResidentNotice> builder)
    {
        builder.ToTable("ResidentNotices");
        builder.IsQueued();
        builder.Property(row => row.ResidentId).HasMaxLength(64);
        builder.Property(row => row.CaseNumber).HasMaxLength(32);
        builder.Property(row => row.Unfiled).HasMaxLength(32);
        builder.Property(row => row.CaseStatus).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.Mandate).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(row => row.SettledAt);
    }
}
