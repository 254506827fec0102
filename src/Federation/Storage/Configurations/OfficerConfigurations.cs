using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Officers.OpenId;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class OfficerConfiguration : IEntityTypeConfiguration<Officer>
{
    public void Configure(EntityTypeBuilder<Officer> builder)
    {
        builder.ToTable("Officers");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.UserName).HasMaxLength(64);
        builder.Property(row => row.NormalizedUserName).HasMaxLength(64);
        builder.Property(row => row.PasswordHash).HasMaxLength(200);
        builder.Property(row => row.SecurityStamp).HasMaxLength(64);
        builder.Property(row => row.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
        builder.Property(row => row.Role).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.TotpSecret).IsProtected();
        // A code is taken once, though two requests bring it at the same moment.
        builder.Property(row => row.LastTotpStep).IsConcurrencyToken();
        builder.HasIndex(row => row.NormalizedUserName).IsUnique();
        // One person is one officer, whatever two requests do at the same moment.
        builder.Property(row => row.PersonKey).HasMaxLength(64);
        builder.HasIndex(row => row.PersonKey).IsUnique();
        builder.Property(row => row.FormerPersonKey).HasMaxLength(64);
        // Of what Identity could keep, this hub keeps what it uses.
        builder.Ignore(row => row.Email);
        builder.Ignore(row => row.NormalizedEmail);
        builder.Ignore(row => row.EmailConfirmed);
        builder.Ignore(row => row.PhoneNumber);
        builder.Ignore(row => row.PhoneNumberConfirmed);
        builder.Ignore(row => row.TwoFactorEnabled);
        builder.Ignore(row => row.LockoutEnabled);
        builder.Ignore(row => row.LockoutEnd);
        builder.Ignore(row => row.AccessFailedCount);
    }
}

internal sealed class OfficerSessionConfiguration : IEntityTypeConfiguration<OfficerSession>
{
    public void Configure(EntityTypeBuilder<OfficerSession> builder)
    {
        builder.ToTable("OfficerSessions");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.OfficerId).HasMaxLength(64);
        builder.HasOne<Officer>().WithMany().HasForeignKey(row => row.OfficerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => row.ExpiresAt);
    }
}

internal sealed class OfficerAttemptsConfiguration : IEntityTypeConfiguration<OfficerAttempts>
{
    public void Configure(EntityTypeBuilder<OfficerAttempts> builder)
    {
        builder.ToTable("OfficerAttempts");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(80);
        builder.HasIndex(row => row.ExpiresAt);
    }
}

internal sealed class RefusalCountConfiguration : IEntityTypeConfiguration<RefusalCount>
{
    public void Configure(EntityTypeBuilder<RefusalCount> builder)
    {
        builder.ToTable("RefusalCounts");
        builder.HasKey(row => new { row.Kind, row.Subject });
        builder.Property(row => row.Kind).HasMaxLength(64);
        builder.Property(row => row.Subject).HasMaxLength(64);
        // What is counted after the last number was read is not forgotten with the row.
        builder.Property(row => row.Count).IsConcurrencyToken();
    }
}

internal sealed class OfficerStepConfiguration : IEntityTypeConfiguration<OfficerStep>
{
    public void Configure(EntityTypeBuilder<OfficerStep> builder)
    {
        builder.ToTable("OfficerSteps");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(64);
        builder.Property(row => row.SessionId).HasMaxLength(64);
        builder.Property(row => row.OfficerId).HasMaxLength(64);
        builder.Property(row => row.Address).HasMaxLength(2000);
        builder.Property(row => row.Fields).IsProtected();
        builder.Property(row => row.Digest).HasMaxLength(64);
        builder.HasIndex(row => row.ExpiresAt);
        // Proved once and used once, though two requests bring it at the same moment.
        builder.Property(row => row.ProvedAt).IsConcurrencyToken();
        builder.Property(row => row.UsedAt).IsConcurrencyToken();
    }
}

internal sealed class OfficerInvitationConfiguration : IEntityTypeConfiguration<OfficerInvitation>
{
    public void Configure(EntityTypeBuilder<OfficerInvitation> builder)
    {
        builder.ToTable("OfficerInvitations");
        builder.HasKey(row => row.CodeHash);
        builder.Property(row => row.CodeHash).HasMaxLength(64);
        builder.Property(row => row.Name).HasMaxLength(64);
        builder.Property(row => row.Role).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.TotpSecret).IsProtected();
        // Used once, though two requests bring it at the same moment.
        builder.Property(row => row.UsedAt).IsConcurrencyToken();
        builder.HasIndex(row => row.ExpiresAt);
    }
}

/// <summary>Passkeys as ASP.NET Core Identity keeps them: public keys and counters, nothing that opens a door.</summary>
internal sealed class OfficerPasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<string>> builder)
    {
        builder.ToTable("OfficerPasskeys");
        builder.HasKey(row => row.CredentialId);
        // Web Authentication Level 3 section 7.1: a credential id has 1023 bytes at most.
        builder.Property(row => row.CredentialId).HasMaxLength(1023);
        builder.Property(row => row.UserId).HasMaxLength(64).IsRequired();
        builder.HasOne<Officer>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.OwnsOne(row => row.Data, data => data.ToJson());
    }
}
