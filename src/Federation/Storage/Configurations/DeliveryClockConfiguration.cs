using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class DeliveryClockConfiguration : IEntityTypeConfiguration<DeliveryClock>
{
    public void Configure(EntityTypeBuilder<DeliveryClock> builder)
    {
        builder.ToTable("DeliveryClocks");
        builder.HasKey(clock => clock.DeliveryId);
        builder.Property(clock => clock.DeliveryId).HasMaxLength(32);
        builder.Property(clock => clock.ApplicationId).HasMaxLength(32);
        builder.Property(clock => clock.Department).HasMaxLength(64);
        builder.HasOne<Delivery>().WithOne(delivery => delivery.Clock).HasForeignKey<DeliveryClock>(clock => clock.DeliveryId);
        builder.HasIndex(clock => clock.ApplicationId);
        // What is told next, what is open, and what was decided lately: each without a look at what ended years ago.
        builder.HasIndex(clock => clock.LooksOn).HasFilter("\"LooksOn\" IS NOT NULL");
        builder.HasIndex(clock => new { clock.Department, clock.DecideBy }).HasFilter("\"EndedOn\" IS NULL");
        builder.HasIndex(clock => new { clock.EndedOn, clock.Department }).HasFilter("\"Decided\"");
    }
}
