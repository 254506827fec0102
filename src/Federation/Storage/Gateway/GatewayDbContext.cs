using CrossBorder.Federation.AssertionGateway.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CrossBorder.Federation.Storage.Gateway;

/// <summary>
/// The assertion gateway's own small database. Everything in it is over within the hour, so it has no migrations: a version with other
/// tables begins with an empty database.
/// </summary>
internal sealed class GatewayDbContext(DbContextOptions<GatewayDbContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseOpenIddict();
        modelBuilder.Entity<VisitRow>(visit =>
        {
            visit.ToTable("Visits");
            visit.HasKey(row => row.Id);
            visit.Property(row => row.Id).HasMaxLength(64);
            visit.Property(row => row.Reference).HasMaxLength(64);
            visit.Property(row => row.Version).IsConcurrencyToken();
            visit.HasIndex(row => row.Reference).IsUnique();
            visit.HasIndex(row => row.ExpiresAt);
        });
        modelBuilder.Entity<UsedMessage>(message =>
        {
            message.ToTable("UsedMessages");
            message.HasKey(row => row.Key);
            message.Property(row => row.Key).HasMaxLength(64);
            message.HasIndex(row => row.ExpiresAt);
        });
    }

    // SQLite has no type for moments: UTC ticks sort and compare.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
