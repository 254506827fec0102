using CrossBorder.Federation.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class ApplicationConfiguration : IEntityTypeConfiguration<Application>
{
    /// <summary>Where a case stays, if nobody says otherwise.</summary>
    internal static readonly ApplicationStatus[] Finished = [ApplicationStatus.Rejected, ApplicationStatus.Withdrawn, ApplicationStatus.Completed];

    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.ToTable("Applications");
        builder.Property(application => application.Id).HasMaxLength(32);
        builder.Property(application => application.CaseNumber).HasMaxLength(32);
        builder.Property(application => application.ResidentId).HasMaxLength(64);
        builder.Property(application => application.ClientId).HasMaxLength(100);
        builder.Property(application => application.Concerns).HasMaxLength(32);
        builder.Property(application => application.EntryCode).HasMaxLength(64);
        builder.Property(application => application.CatalogueVersion).HasMaxLength(32);
        builder.Property(application => application.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(application => application.Content).IsProtected();
        builder.Property(application => application.Assertion).IsProtected();
        builder.Property(application => application.Consent).IsProtected();
        builder.Property(application => application.Commitments).IsProtected();
        builder.Property(application => application.Signing).IsProtected();
        builder.Property(application => application.SigningId).HasMaxLength(32);
        builder.Property(application => application.AgentId).HasMaxLength(64);
        builder.Property(application => application.MandateId).HasMaxLength(32);
        builder.Property(application => application.FiledBy).IsProtected();
        builder.HasIndex(application => application.SigningId).IsUnique();
        builder.Property(application => application.TrustPath).HasMaxLength(43);
        builder.HasIndex(application => application.TrustPath);
        builder.Property(application => application.Revision).IsConcurrencyToken();
        builder.HasIndex(application => application.CaseNumber).IsUnique();
        builder.HasIndex(application => new { application.ResidentId, application.SubmittedAt });
        // What may go to the archive next, without a look at what is open.
        builder.HasIndex(application => application.SubmittedAt).HasFilter("\"Status\" IN ('Rejected', 'Withdrawn', 'Completed')");
        builder.Ignore(application => application.Uploads);
        builder.HasMany(application => application.Deliveries).WithOne().HasForeignKey(delivery => delivery.ApplicationId);
        builder.HasMany(application => application.Deferred).WithOne().HasForeignKey(material => material.ApplicationId);
        builder.HasMany(application => application.Events).WithOne().HasForeignKey(line => line.ApplicationId);
    }
}
