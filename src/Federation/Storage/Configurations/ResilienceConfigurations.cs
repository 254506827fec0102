using CrossBorder.Federation.Applications.Resilience;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrossBorder.Federation.Storage.Configurations;

internal sealed class DepartmentCircuitConfiguration : IEntityTypeConfiguration<DepartmentCircuit>
{
    public void Configure(EntityTypeBuilder<DepartmentCircuit> builder)
    {
        builder.ToTable("DepartmentCircuits");
        builder.HasKey(circuit => circuit.Department);
        builder.Property(circuit => circuit.Department).HasMaxLength(64);
        builder.Property(circuit => circuit.Version).IsConcurrencyToken();
        builder.Ignore(circuit => circuit.State);
    }
}

internal sealed class MaintenanceWindowConfiguration : IEntityTypeConfiguration<MaintenanceWindow>
{
    public void Configure(EntityTypeBuilder<MaintenanceWindow> builder)
    {
        builder.ToTable("MaintenanceWindows");
        builder.Property(window => window.Id).ValueGeneratedNever();
        builder.Property(window => window.Department).HasMaxLength(64);
        builder.Property(window => window.Reason).HasMaxLength(Maintenance.LongestReason);
        builder.Property(window => window.By).HasMaxLength(64);
        builder.HasIndex(window => new { window.Department, window.Until });
    }
}

internal sealed class RedriveConfiguration : IEntityTypeConfiguration<Redrive>
{
    public void Configure(EntityTypeBuilder<Redrive> builder)
    {
        builder.ToTable("Redrives");
        builder.Property(redrive => redrive.Id).ValueGeneratedNever();
        builder.Property(redrive => redrive.Department).HasMaxLength(64);
        builder.Property(redrive => redrive.Cause).HasMaxLength(16);
        builder.Property(redrive => redrive.By).HasMaxLength(64);
        builder.HasIndex(redrive => redrive.At);
    }
}

internal sealed class RedriveItemConfiguration : IEntityTypeConfiguration<RedriveItem>
{
    public void Configure(EntityTypeBuilder<RedriveItem> builder)
    {
        builder.ToTable("RedriveItems");
        builder.HasKey(item => new { item.RedriveId, item.DeliveryId });
        builder.Property(item => item.DeliveryId).HasMaxLength(32);
    }
}
