using CrossBorder.Adapters.Homes;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Testing.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust;

/// <summary>One node as far as trust goes; more of them may share a database.</summary>
internal sealed class TrustDesk : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crossborder-trust-");
    private readonly WebApplication app;

    private TrustDesk(string connection, TimeProvider clock, TrustOptions? options)
    {
        Connection = connection.Length > 0 ? connection : "Data Source=" + Path.Combine(folder.FullName, "hub.db");
        // Nodes of one database share their keys.
        File.WriteAllText(Path.Combine(folder.FullName, "test.key"), Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(value => (byte)value)]));
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = Connection,
            ["PersonalData:ActiveKey"] = "pd",
            ["PersonalData:Keys:0:Id"] = "pd",
            ["PersonalData:Keys:0:File"] = "test.key",
            ["PersonalData:LookupKeyFile"] = "test.key",
            ["PersonalData:PairwiseKeyFile"] = "test.key",
        });
        builder.Services.AddSingleton(new SettingsPaths(folder.FullName));
        builder.AddStorage();
        // What is held and let go are deliveries of cases.
        builder.Services.AddCatalogue();
        builder.Services.AddApplications(builder.Configuration);
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.AddSingleton(clock);
        builder.Services.AddScoped<IAuditLog, AuditLog>();
        builder.Services.AddSingleton(Options.Create(options ?? new TrustOptions()));
        builder.Services.AddSingleton<TrustListReader>();
        builder.Services.AddSingleton<TrustSnapshot>();
        builder.Services.AddSingleton<ITrustSnapshot>(provider => provider.GetRequiredService<TrustSnapshot>());
        builder.Services.AddScoped<ITrustChanges, TrustChangeStore>();
        builder.Services.AddKnownHomes();
        builder.Services.AddSingleton<PartnerParties>();
        builder.Services.AddScoped<OfficerTrust>();
        builder.Services.AddSingleton<TrustWatch>();
        builder.Services.AddSingleton<TrustWatchWorker>();
        builder.Services.AddTrustRecords();
        builder.Services.AddTrustConsequences();
        builder.Services.Configure<TrustRecordOptions>(records => records.RefusalsTold = RefusalsTold);
        app = builder.Build();
    }

    public const int RefusalsTold = 10;

    public string Connection { get; }

    public TrustMaterial Material => app.Services.GetRequiredService<ITrustSnapshot>().Current;

    public TrustWatchWorker Worker => app.Services.GetRequiredService<TrustWatchWorker>();

    public static async Task<TrustDesk> OpenAsync(string database, TimeProvider clock, TrustOptions? options = null)
    {
        var connection = database switch
        {
            "SQLite" => "",
            "PostgreSQL" => await PostgreSqlAsync(),
            _ => database,
        };
        var desk = new TrustDesk(connection, clock, options);
        await desk.UseAsync<HubDbContext, int>(async context =>
        {
            await context.Database.MigrateAsync();
            return 0;
        });
        return desk;
    }

    /// <summary>The revocation lists of the sandbox's authorities, as if they had been fetched.</summary>
    public Task LoadRevocationAsync(DevelopmentPki pki)
    {
        app.Services.GetRequiredService<TrustSnapshot>().Take(SandboxTrust.Revocation(pki).Lists);
        return Task.CompletedTask;
    }

    public Task LookAsync() => app.Services.GetRequiredService<TrustWatch>().LookAsync(TestContext.Current.CancellationToken);

    public Task<TResult> AsOfficerAsync<TResult>(Func<OfficerTrust, Task<TResult>> act) => UseAsync(act);

    public async Task<TResult> UseAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public IServiceScope NewScope() => app.Services.CreateScope();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static async Task<string> PostgreSqlAsync()
    {
        var server = await PostgreSqlServer.FindAsync();
        Assert.SkipWhen(server is null, PostgreSqlServer.Missing);
        return await server.CreateDatabaseAsync();
    }
}
