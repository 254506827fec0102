using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Grouped;
using CrossBorder.Federation.Storage.Prepared;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Hosting.Operations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Storage;

internal static class StorageExtensions
{
    // On SQLite each of them keeps a connection, with up to some megabytes of pages and statements; on PostgreSQL none does.
    private const int MostOnSqlite = 64;
    private const int MostOnPostgreSql = 1024;

    public static void AddStorage(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSettings<DatabaseOptions, DatabaseOptionsValidator>("Database");
        services.AddSettings<PersonalDataOptions, PersonalDataOptionsValidator>("PersonalData");
        services.AddSingleton<PersonalDataKeys>();
        services.AddSingleton<PersonalDataProtector>();
        services.AddSingleton<ILookupHasher, LookupHasher>();
        services.AddSingleton<HubNode>();
        services.AddScoped<INodeLeases, NodeLeases>();
        services.AddSingleton<GroupedWrites>();
        services.AddScoped<StagedStatements>();

        // Which context serves is a matter of registration, so the connection string is looked at before the host is built.
        var database = builder.Configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (database.IsPostgreSql)
            services.AddContext<PostgreSqlHubDbContext>(MostOnPostgreSql, (provider, options) => UsePostgreSql(options, Settings(provider).ConnectionString));
        else
            services.AddSqlite();

        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, ModelAhead>();
        services.AddScoped<DatabaseMigration>();
        services.AddHostedService<MigrationAtStart>();
        services.AddHealthChecks().AddCheck<DatabaseReady>("database", tags: [Health.Ready]);
        services.AddDataProtection().SetApplicationName("CrossBorder").PersistKeysToDbContext<HubDbContext>();
        services.AddOptions<KeyManagementOptions>().Configure<PersonalDataProtector>((options, protector) =>
            options.XmlEncryptor = new KeyRingEncryptor(protector));
    }

    /// <param name="checkpoints">Null where SQLite is left to move its log itself.</param>
    public static void UseSqlite(DbContextOptionsBuilder options, string connectionString, SettingsPaths paths, SqliteCheckpoints? checkpoints = null)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString);
        if (connection.DataSource.Length > 0 && connection.DataSource != ":memory:" && connection.Mode != SqliteOpenMode.Memory)
            connection.DataSource = paths.Resolve(connection.DataSource);

        options.UseSqlite(connection.ToString()).AddInterceptors(new SqlitePragmas(checkpoints is not null), new KeptStatements());
        if (checkpoints is not null)
            options.AddInterceptors(checkpoints);
        options.ReplaceService<IModelCacheKeyFactory, KeyedModelCache>();
        options.ReplaceService<IRelationalConnection, OpenSqliteConnection>();
    }

    public static void UsePostgreSql(DbContextOptionsBuilder options, string connectionString)
    {
        options.UseNpgsql(PreparedConnection.Of(connectionString));
        options.ReplaceService<IModelCacheKeyFactory, KeyedModelCache>();
    }

    private static void AddSqlite(this IServiceCollection services)
    {
        services.AddSingleton<SqliteCheckpoints>();
        services.AddHostedService(static provider => provider.GetRequiredService<SqliteCheckpoints>());
        services.AddContext<SqliteHubDbContext>(MostOnSqlite, static (provider, options) => UseSqlite(
            options, Settings(provider).ConnectionString, provider.GetRequiredService<SettingsPaths>(), provider.GetRequiredService<SqliteCheckpoints>()));
    }

    private static DatabaseOptions Settings(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;

    private static void AddContext<TContext>(this IServiceCollection services, int most, Action<IServiceProvider, DbContextOptionsBuilder> configure)
        where TContext : HubDbContext
    {
        // Kept and used again: what EF Core makes for each new context costs more than a query.
        services.AddDbContextPool<TContext>(configure, most);
        services.AddSingleton<FirstModel>();
        services.AddScoped<HubDbContext>(provider => provider.GetRequiredService<FirstModel>().Of(provider.GetRequiredService<TContext>()));
    }
}
