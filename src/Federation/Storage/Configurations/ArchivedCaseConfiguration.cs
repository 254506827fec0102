using CrossBorder.Federation.Applications.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class ArchivedCaseConfiguration : IEntityTypeConfiguration<ArchivedCase>
{
    public void Configure(EntityTypeBuilder<ArchivedCase> builder)
    {
        builder.ToTable("ArchivedCases");
        builder.Property(archived => archived.Id).HasMaxLength(32);
        builder.Property(archived => archived.CaseNumber).HasMaxLength(32);
        builder.Property(archived => archived.ResidentId).HasMaxLength(64);
        builder.Property(archived => archived.Content).IsProtected();
        builder.HasIndex(archived => archived.CaseNumber).IsUnique();
        builder.HasIndex(archived => new { archived.ResidentId, archived.SubmittedAt });
    }
}
