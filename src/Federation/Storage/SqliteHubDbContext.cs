using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CrossBorder.Federation.Storage;

internal sealed class SqliteHubDbContext(DbContextOptions<SqliteHubDbContext> options, PersonalDataProtector protector)
    : HubDbContext(options, protector)
{
    public override object Stored(DateTimeOffset moment) => moment.UtcTicks;

    // SQLite has no type for moments: UTC ticks sort and compare, text of mixed offsets would not.
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
