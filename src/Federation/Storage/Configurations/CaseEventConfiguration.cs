using CrossBorder.Federation.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class CaseEventConfiguration : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> builder)
    {
        builder.ToTable("CaseEvents");
        builder.Property(line => line.ApplicationId).HasMaxLength(32);
        builder.Property(line => line.Hop).HasMaxLength(64);
        builder.Property(line => line.Event).HasMaxLength(32);
        builder.Property(line => line.Reason).IsProtected();
        builder.Property(line => line.ForwardedTo).HasMaxLength(64);
    }
}
