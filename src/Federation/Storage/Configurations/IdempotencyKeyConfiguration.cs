using CrossBorder.Federation.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class IdempotencyKeyConfiguration : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("IdempotencyKeys");
        builder.Property(key => key.Id).HasMaxLength(64);
        builder.Property(key => key.BodyHash).HasMaxLength(64);
        builder.Property(key => key.ApplicationId).HasMaxLength(32);
    }
}
