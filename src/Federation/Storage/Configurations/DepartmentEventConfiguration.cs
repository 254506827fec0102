using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class DepartmentEventConfiguration : IEntityTypeConfiguration<DepartmentEvent>
{
    public void Configure(EntityTypeBuilder<DepartmentEvent> builder)
    {
        builder.ToTable("DepartmentEvents");
        builder.HasKey(told => new { told.Department, told.Id });
        builder.Property(told => told.Department).HasMaxLength(64);
        builder.Property(told => told.Id).HasMaxLength(128);
        builder.Property(told => told.DeliveryId).HasMaxLength(32);
        builder.Property(told => told.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(told => told.Reason).IsProtected();
        builder.Property(told => told.ForwardedTo).HasMaxLength(64);
        builder.Property(told => told.Split).IsProtected();
        builder.Ignore(told => told.Parts);
        builder.Property(told => told.Compact).IsProtected();
        builder.Property(told => told.TrustPath).HasMaxLength(43);
        builder.HasIndex(told => told.TrustPath);
        builder.HasOne<Delivery>().WithMany(delivery => delivery.Events).HasForeignKey(told => told.DeliveryId);
    }
}
