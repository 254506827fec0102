using CrossBorder.Federation.OpenIdConnect.Conformance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class ConformanceCountConfiguration : IEntityTypeConfiguration<ConformanceCount>
{
    public void Configure(EntityTypeBuilder<ConformanceCount> builder)
    {
        builder.ToTable("ConformanceCounts");
        builder.HasKey(row => new { row.ClientId, row.What, row.Day });
        builder.Property(row => row.ClientId).HasMaxLength(100);
        builder.Property(row => row.What).HasMaxLength(40);
        builder.HasIndex(row => row.Day);
    }
}
