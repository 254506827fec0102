using CrossBorder.Federation.Applications.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("Deliveries");
        builder.Property(delivery => delivery.Id).HasMaxLength(32);
        builder.Property(delivery => delivery.ApplicationId).HasMaxLength(32);
        builder.Property(delivery => delivery.Department).HasMaxLength(64);
        builder.Property(delivery => delivery.Item).HasMaxLength(64);
        builder.Property(delivery => delivery.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(delivery => delivery.Withdraws).HasMaxLength(32);
        builder.Property(delivery => delivery.Supplements).HasMaxLength(32);
        builder.Property(delivery => delivery.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(delivery => delivery.Told).HasConversion<string>().HasMaxLength(16);
        builder.Property(delivery => delivery.ForwardedFrom).HasMaxLength(32);
        builder.Ignore(delivery => delivery.Predecessors);
        builder.Property(delivery => delivery.Payload).IsProtected();
        builder.Property(delivery => delivery.Envelope).IsProtected();
        builder.Property(delivery => delivery.EnvelopeKey).HasMaxLength(64);
        builder.HasIndex(delivery => delivery.EnvelopeKey);
        builder.Property(delivery => delivery.LeaseOwner).HasMaxLength(128);
        builder.Property(delivery => delivery.LastFault).HasMaxLength(16);
        builder.HasOne(delivery => delivery.Receipt).WithOne().HasForeignKey<Receipt>(receipt => receipt.DeliveryId);
        // How the queue is asked: what is due, department by department; and, by its last column, how long the oldest has waited.
        builder.HasIndex(delivery => new { delivery.Status, delivery.Department, delivery.DueAt, delivery.QueuedAt });
    }
}
