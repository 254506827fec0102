using CrossBorder.Federation.OpenIdConnect.Logout;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class SignOutConfiguration : IEntityTypeConfiguration<SignOut>
{
    public void Configure(EntityTypeBuilder<SignOut> builder)
    {
        builder.ToTable("SignOuts");
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.ResidentId).HasMaxLength(64);
        builder.Property(row => row.Cause).HasConversion<string>().HasMaxLength(16);
        builder.HasMany(row => row.Notices).WithOne().HasForeignKey(notice => notice.SignOutId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => row.ResidentId);
        builder.HasIndex(row => row.At);
    }
}

internal sealed class LogoutNoticeConfiguration : IEntityTypeConfiguration<LogoutNotice>
{
    public void Configure(EntityTypeBuilder<LogoutNotice> builder)
    {
        builder.ToTable("LogoutNotices");
        builder.IsQueued();
        builder.Property(row => row.SignOutId).HasMaxLength(64);
        builder.Property(row => row.ClientId).HasMaxLength(100);
        builder.Property(row => row.Sid).HasMaxLength(64);
        builder.Property(row => row.Subject).HasMaxLength(128);
    }
}
