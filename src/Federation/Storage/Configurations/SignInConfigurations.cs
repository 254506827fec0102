using CrossBorder.Federation.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class SignInJourneyConfiguration : IEntityTypeConfiguration<SignInJourneyRow>
{
    public void Configure(EntityTypeBuilder<SignInJourneyRow> builder)
    {
        builder.ToTable("SignInJourneys");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.BrowserHash).HasMaxLength(64);
        builder.Property(row => row.State).IsProtected();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => row.ExpiresAt);
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.ResidentId).HasMaxLength(64);
        builder.Property(row => row.Home).HasMaxLength(100);
        builder.Property(row => row.Assurance).HasMaxLength(64);
        builder.Property(row => row.TrustPath).HasMaxLength(43);
        builder.HasIndex(row => row.TrustPath);
        builder.Property(row => row.Methods).HasMaxLength(200);
        builder.Property(row => row.Device).HasMaxLength(64);
        builder.Property(row => row.HomeSession).HasMaxLength(80);
        builder.HasIndex(row => row.HomeSession);
        builder.Property(row => row.Identity).IsProtected();
        builder.Property(row => row.Assertion).IsProtected();
        builder.Property(row => row.MainlandAccount).IsProtected();
        builder.HasIndex(row => row.ResidentId);
        builder.HasIndex(row => row.ExpiresAt);
    }
}

internal sealed class ClientSessionConfiguration : IEntityTypeConfiguration<ClientSession>
{
    public void Configure(EntityTypeBuilder<ClientSession> builder)
    {
        builder.ToTable("ClientSessions");
        builder.HasKey(row => row.Sid);
        builder.Property(row => row.Sid).HasMaxLength(64);
        builder.Property(row => row.SessionId).HasMaxLength(64);
        builder.Property(row => row.ClientId).HasMaxLength(100);
        // Of two fetches at the same moment one writes the entry.
        builder.Property(row => row.Told).HasMaxLength(ClientSession.LongestTold).IsConcurrencyToken();
        builder.HasIndex(row => new { row.SessionId, row.ClientId }).IsUnique();
        builder.HasOne<Session>().WithMany().HasForeignKey(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReplayEntryConfiguration : IEntityTypeConfiguration<ReplayEntry>
{
    public void Configure(EntityTypeBuilder<ReplayEntry> builder)
    {
        builder.ToTable("ReplayEntries");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(80);
        builder.HasIndex(row => row.ExpiresAt);
    }
}
