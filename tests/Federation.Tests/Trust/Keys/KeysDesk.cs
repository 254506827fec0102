using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Testing.Databases;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Keys;

/// <summary>One node as far as keys for tokens go; more of them may share a database.</summary>
internal sealed class KeysDesk : IAsyncDisposable
{
    public const string Issuer = "https://hub.example/";

    public static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crossborder-keys-");
    private readonly WebApplication app;

    private KeysDesk(string connection, TimeProvider clock, KeyRotationOptions options, IHubKeys settings, byte[] secret, DevelopmentPki? pki, string environment)
    {
        Connection = connection.Length > 0 ? connection : "Data Source=" + Path.Combine(folder.FullName, "hub.db") + ";Pooling=False";
        File.WriteAllText(Path.Combine(folder.FullName, "test.key"), Convert.ToBase64String(Secret));
        File.WriteAllText(Path.Combine(folder.FullName, "seal.key"), Convert.ToBase64String(secret));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
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
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.AddSingleton(clock);
        builder.Services.AddScoped<IAuditLog, AuditLog>();
        builder.Services.AddSingleton(Options.Create(options));
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<KeySealer>();
        builder.Services.AddSingleton<KeyRing>();
        builder.Services.AddSingleton<KeyHolding>();
        builder.Services.AddSingleton<ITrustSnapshot>(pki is null ? new NobodyTrusted() : new TestTrust(pki));
        builder.Services.Configure<HubOptions>(hub => hub.Issuer = Issuer);
        builder.Services.AddScoped<JudgeHubCertificate>();
        builder.Services.AddSingleton<IRevocationFetches>(new NobodyToAsk());
        builder.Services.AddScoped<RequestCertificate>();
        builder.Services.AddSingleton<EvidenceBook>();
        builder.Services.AddSingleton<KeyWatch>();
        builder.Services.AddSingleton<KeyWatchWorker>();
        builder.Services.AddScoped<IManagedKeyStore, ManagedKeyStore>();
        builder.Services.AddScoped<IKeyEvidence, KeyEvidenceStore>();
        builder.Services.AddScoped<KeyAdoption>();
        builder.Services.AddScoped<OfficerKeys>();
        app = builder.Build();
    }

    public string Connection { get; }

    public KeyRing Ring => app.Services.GetRequiredService<KeyRing>();

    public EvidenceBook Evidence => app.Services.GetRequiredService<EvidenceBook>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<KeysDesk> OpenAsync(
        string database, TimeProvider clock, IHubKeys settings, KeyRotationOptions? options = null, byte[]? secret = null, bool start = true,
        DevelopmentPki? pki = null, string environment = "Development")
    {
        var connection = database switch
        {
            "SQLite" => "",
            "PostgreSQL" => await PostgreSqlAsync(),
            _ => database,
        };
        options ??= new KeyRotationOptions();
        options.KeyFile = secret is { Length: 0 } ? "" : "seal.key";
        var desk = new KeysDesk(connection, clock, options, settings, secret ?? Secret, pki, environment);
        await desk.UseAsync<HubDbContext, int>(async context =>
        {
            await context.Database.MigrateAsync();
            return 0;
        });
        if (start)
        {
            await desk.StartAsync();
            await desk.LookAsync();
        }

        return desk;
    }

    /// <summary>As the hub does before it listens; the look of every second, the first included, is the test's to call.</summary>
    public async Task StartAsync()
    {
        var worker = app.Services.GetRequiredService<KeyWatchWorker>();
        await worker.StartAsync(Stop);
        await worker.StopAsync(Stop);
    }

    public Task LookAsync() => app.Services.GetRequiredService<KeyWatch>().LookAsync(Stop);

    public Task<TResult> AsOfficerAsync<TResult>(Func<OfficerKeys, Task<TResult>> act) => UseAsync(act);

    public Task<IReadOnlyList<ManagedKey>> RowsAsync() => UseAsync<IManagedKeyStore, IReadOnlyList<ManagedKey>>(store => store.AllAsync(Stop));

    public Task<List<AuditEntry>> AuditAsync() => UseAsync<HubDbContext, List<AuditEntry>>(context => context.AuditEntries.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync(Stop));

    public async Task<TResult> UseAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

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

/// <summary>Keys as the settings of a node would name them.</summary>
internal sealed class SettingsKeys(params ISigningKey[] keys) : IHubKeys
{
    public IReadOnlyList<string> Uses { get; init; } = [KeyUses.Tokens];

    public IReadOnlyList<ISigningKey> All => keys;

    public static SettingsKeys Of(params string[] algorithms) => new([.. algorithms.Select(name =>
        SoftwareSigningKey.Generate(AlgorithmCatalogue.All.Single(algorithm => algorithm.Name == name), "settings-" + name))]);

    public IReadOnlyList<ISigningKey> For(string use) => Uses.Contains(use) ? keys : [];

    public ISigningKey? ById(string id) => Array.Find(keys, key => key.KeyId == id);
}

/// <summary>For keys that nobody looks at a certificate of.</summary>
internal sealed class NobodyTrusted : ITrustSnapshot
{
    public TrustMaterial Current { get; } = new(new TrustList([]), RevocationAnswers.Empty, new RevocationPolicy(TimeSpan.Zero));

    public TrustList Configured => Current.TrustList;
}

/// <summary>What is revoked stands in the lists that the desk has.</summary>
internal sealed class NobodyToAsk : IRevocationFetches
{
    public Task EnsureAsync(IReadOnlyList<Certificate> presented, CancellationToken cancellationToken) => Task.CompletedTask;
}
