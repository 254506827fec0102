using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Storage;

internal sealed class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        var faults = new SettingFaults();
        if (!options.IsPostgreSql && !options.ConnectionString.Contains("Data Source=", StringComparison.OrdinalIgnoreCase))
            faults.Invalid("Database:ConnectionString", "must begin with Host= (PostgreSQL) or Data Source= (SQLite)");
        return faults.ToResult();
    }
}
