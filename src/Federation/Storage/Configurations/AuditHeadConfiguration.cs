using CrossBorder.Federation.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHeads");
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.Property(head => head.Hash).HasMaxLength(16);
        builder.Property(head => head.Last).HasMaxLength(32);
        // The row is there from the start: whoever links locks it first.
        builder.HasData(new AuditHead { Id = AuditHead.TheOne, Hash = "", Last = [], Frontier = [] });
    }
}
