using CrossBorder.Federation.Applications.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class ApplicationSigningConfiguration : IEntityTypeConfiguration<ApplicationSigning>
{
    public void Configure(EntityTypeBuilder<ApplicationSigning> builder)
    {
        builder.ToTable("ApplicationSignings");
        builder.HasKey(signing => signing.Id);
        builder.Property(signing => signing.Id).HasMaxLength(32);
        builder.Property(signing => signing.ResidentId).HasMaxLength(64);
        builder.Property(signing => signing.ClientId).HasMaxLength(100);
        builder.Property(signing => signing.SessionId).HasMaxLength(64);
        builder.Property(signing => signing.CatalogueVersion).HasMaxLength(32);
        builder.Property(signing => signing.Follows).HasMaxLength(32);
        builder.Property(signing => signing.Home).HasMaxLength(400);
        builder.Property(signing => signing.Subject).IsProtected();
        builder.Property(signing => signing.EntryCode).HasMaxLength(64);
        builder.Property(signing => signing.Need).HasConversion<string>().HasMaxLength(16);
        builder.Property(signing => signing.Request).IsProtected();
        builder.Property(signing => signing.Document).IsProtected();
        builder.Property(signing => signing.Digest).HasMaxLength(80);
        builder.Property(signing => signing.Language).HasMaxLength(16);
        builder.Property(signing => signing.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(signing => signing.ServiceReference).HasMaxLength(200);
        builder.Property(signing => signing.ServiceAddress).HasMaxLength(1000);
        builder.Property(signing => signing.Refusal).HasMaxLength(6);
        builder.Property(signing => signing.Proof).IsProtected();
        builder.Property(signing => signing.Version).IsConcurrencyToken();
        builder.HasIndex(signing => signing.ExpiresAt);
        builder.HasIndex(signing => signing.NextLookAt);
    }
}
