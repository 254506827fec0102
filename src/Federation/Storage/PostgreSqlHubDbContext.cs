using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CrossBorder.Federation.Storage;

internal sealed class PostgreSqlHubDbContext(DbContextOptions<PostgreSqlHubDbContext> options, PersonalDataProtector protector)
    : HubDbContext(options, protector)
{
    public override object Stored(DateTimeOffset moment) => moment.ToUniversalTime();

    // Npgsql takes only offset zero into timestamptz.
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.Properties<DateTimeOffset>().HaveConversion<Utc>();

    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        moment => moment.ToUniversalTime(), moment => moment);
}
