using CrossBorder.Federation.Trust;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class RevocationListConfiguration : IEntityTypeConfiguration<RevocationListRow>
{
    public void Configure(EntityTypeBuilder<RevocationListRow> builder)
    {
        builder.ToTable("RevocationLists");
        builder.HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(100);
    }
}
