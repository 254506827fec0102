using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.AssertionGateway.Visits;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Federation.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Storage.Gateway;

internal static class GatewayStorageExtensions
{
    /// <summary>A database of the gateway's own, SQLite or PostgreSQL, as section <c>Database</c> says.</summary>
    public static void AddGatewayStorage(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSettings<DatabaseOptions, DatabaseOptionsValidator>("Database");
        services.AddDbContext<GatewayDbContext>(static (provider, options) =>
        {
            var database = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
            if (database.IsPostgreSql)
                StorageExtensions.UsePostgreSql(options, database.ConnectionString);
            else
                StorageExtensions.UseSqlite(options, database.ConnectionString, provider.GetRequiredService<SettingsPaths>());
        });
        services.AddScoped<IVisitStore, VisitStore>();
        services.AddSingleton<UsedMessages>();
        services.AddSingleton<IReplayGuard>(provider => provider.GetRequiredService<UsedMessages>());
        services.AddSingleton<IUsedNonces>(provider => provider.GetRequiredService<UsedMessages>());
        services.AddHostedService<GatewayDatabase>();
        services.AddHealthChecks().AddCheck<GatewayReady>("database", tags: [Health.Ready]);
    }
}
