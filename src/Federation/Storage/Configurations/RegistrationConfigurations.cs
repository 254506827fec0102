using CrossBorder.Federation.OpenIdConnect.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class RegistrationTicketConfiguration : IEntityTypeConfiguration<RegistrationTicket>
{
    public void Configure(EntityTypeBuilder<RegistrationTicket> builder)
    {
        builder.ToTable("RegistrationTickets");
        builder.HasKey(ticket => ticket.Id);
        builder.Property(ticket => ticket.Id).ValueGeneratedNever();
        builder.Property(ticket => ticket.TokenHash).HasMaxLength(64);
        builder.Property(ticket => ticket.For).HasMaxLength(100);
        builder.Property(ticket => ticket.IssuedBy).HasMaxLength(64);
        builder.Property(ticket => ticket.Revision).IsConcurrencyToken();
        builder.HasIndex(ticket => ticket.TokenHash).IsUnique();
    }
}

internal sealed class RegistrationConfiguration : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.ToTable("Registrations");
        builder.HasKey(registration => registration.ClientId);
        builder.Property(registration => registration.ClientId).HasMaxLength(64);
        builder.Property(registration => registration.Origin).HasMaxLength(220);
        builder.Property(registration => registration.SoftwareId).HasMaxLength(100);
        builder.Property(registration => registration.AccessTokenHash).HasMaxLength(64);
        builder.Property(registration => registration.SecretHash).HasMaxLength(64);
        builder.Property(registration => registration.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(registration => registration.StoppedBy).HasMaxLength(64);
        builder.Property(registration => registration.Revision).IsConcurrencyToken();
        builder.HasIndex(registration => new { registration.State, registration.Origin });
    }
}

internal sealed class RegistrationVersionConfiguration : IEntityTypeConfiguration<RegistrationVersion>
{
    public void Configure(EntityTypeBuilder<RegistrationVersion> builder)
    {
        builder.ToTable("RegistrationVersions");
        builder.HasKey(version => version.Id);
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.Property(version => version.ClientId).HasMaxLength(64);
        builder.Property(version => version.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(version => version.ReadBy).HasMaxLength(64);
        builder.Property(version => version.DecidedBy).HasMaxLength(64);
        builder.Property(version => version.Reason).HasMaxLength(1000);
        builder.Property(version => version.Revision).IsConcurrencyToken();
        builder.HasIndex(version => version.State);
        builder.HasOne<Registration>().WithMany().HasForeignKey(version => version.ClientId).OnDelete(DeleteBehavior.Cascade);
    }
}
