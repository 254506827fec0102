using CrossBorder.Federation.Applications.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("Receipts");
        builder.HasKey(receipt => receipt.DeliveryId);
        builder.Property(receipt => receipt.DeliveryId).HasMaxLength(32);
        builder.Property(receipt => receipt.Compact).IsProtected();
        builder.Property(receipt => receipt.TrustPath).HasMaxLength(43);
        builder.HasIndex(receipt => receipt.TrustPath);
        builder.Property(receipt => receipt.Reference).HasMaxLength(255);
    }
}
