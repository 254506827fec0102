using System.Runtime.CompilerServices;
using System.Text.Json;
using CrossBorder.Benchmarks.Load;
using CrossBorder.Federation.Hosting;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Testing;
using CrossBorder.Testing.Databases;

namespace CrossBorder.Benchmarks.Tokens;

/// <summary>Starts the servers of the comparison, each in a process of its own.</summary>
internal static class TokenServers
{
    private static readonly string[] Peers = [MeasuredClient.Rsa.Algorithm, MeasuredClient.Ecdsa.Algorithm];
    private static readonly string OwnBuild = Path.Combine(AppContext.BaseDirectory, typeof(HubHost).Assembly.GetName().Name + ".dll");
    private static readonly string[] Hub = [.. Peers, MeasuredClient.ShangMi.Algorithm];

    /// <summary>Set to the CrossBorder.Federation.dll of another build, that is measured beside this one, on SQLite.</summary>
    private const string Other = "CROSSBORDER_BENCHMARK_OTHER";

    /// <summary>Set to anything, the bare OpenIddict is left out: it takes as long as all others.</summary>
    private const string Quick = "CROSSBORDER_BENCHMARK_QUICK";

    /// <summary>The hub on SQLite and on PostgreSQL, the bare OpenIddict, and last oidc-provider, to which all ratios are.</summary>
    public static async Task<List<TokenServer>> StartAsync(CancellationToken cancellationToken)
    {
        var servers = new List<TokenServer>();
        try
        {
            var only = Environment.GetEnvironmentVariable(MeasuredWorlds.Only);
            if (Environment.GetEnvironmentVariable(Other) is { Length: > 0 } other)
                servers.Add(await HubAsync("other build, SQLite", other, null, cancellationToken));
            if (only != "PostgreSQL")
                servers.Add(await HubAsync("hub, SQLite", OwnBuild, null, cancellationToken));
            if (only != "SQLite" && await PostgreSqlServer.FindDurableAsync() is { } postgreSql)
                servers.Add(await HubAsync("hub, PostgreSQL", OwnBuild, await postgreSql.CreateDatabaseAsync(), cancellationToken));
            else if (only != "SQLite")
                Console.WriteLine("SKIPPED: " + PostgreSqlServer.Missing);
            if (Environment.GetEnvironmentVariable(Quick) is not { Length: > 0 })
                servers.Add(await BareAsync(cancellationToken));
            servers.Add(await NodeAsync(cancellationToken));
            return servers;
        }
        catch
        {
            await StopAsync(servers);
            throw;
        }
    }

    public static async Task StopAsync(IEnumerable<TokenServer> servers)
    {
        foreach (var server in servers)
            await server.DisposeAsync();
    }

    private static async Task<TokenServer> HubAsync(string name, string assembly, string? database, CancellationToken cancellationToken)
    {
        // The counterparties stay in this process: the hub fetches their revocation lists. It was started once, so its database is migrated.
        var world = new SandboxFixture();
        var settings = HubClients.Settings();
        try
        {
            await world.StartAsync(database, settings);
            await world.World.StopHubAsync(cancellationToken);
            var more = settings.SelectMany(setting => new[] { "--" + setting.Key, setting.Value });
            var process = await RunningServer.StartAsync(
                "dotnet", ["exec", assembly, "serve", "--settings", world.World.SettingsFile, "--environment", "Development", .. more],
                Path.GetDirectoryName(assembly)!, null, world.Ports.HubAddress, cancellationToken);
            return new TokenServer(name, world.Ports.HubAddress, process, Hub,
                database is null ? null : await DatabaseProcessor.OfAsync(database, cancellationToken), world);
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    private static async Task<TokenServer> BareAsync(CancellationToken cancellationToken)
    {
        var issuer = SandboxPorts.Free().HubAddress;
        var folder = new TemporaryFolder();
        var process = await RunningServer.StartAsync(
            "dotnet", ["exec", typeof(TokenServers).Assembly.Location, BareOpenIddict.Verb, issuer.AbsoluteUri, Path.Combine(folder.Path, "bare.db")],
            AppContext.BaseDirectory, null, issuer, cancellationToken);
        return new TokenServer("bare OpenIddict, SQLite", issuer, process, [MeasuredClient.Rsa.Algorithm], null, folder);
    }

    private static async Task<TokenServer> NodeAsync(CancellationToken cancellationToken)
    {
        var issuer = SandboxPorts.Free().HubAddress;
        var settings = JsonSerializer.Serialize(new
        {
            issuer = issuer.AbsoluteUri.TrimEnd('/'),
            secret = MeasuredClient.Secret,
            redirectUri = MeasuredClient.Callback,
            ownScope = MeasuredClient.OwnScope,
            clients = MeasuredClient.All.Where(client => Peers.Contains(client.Algorithm))
                .Select(client => new { id = client.Id, algorithm = client.Algorithm, offline = client == MeasuredClient.Offline }),
        });
        var process = await RunningServer.StartAsync("node", ["token-server.mjs"], NodeFolder(), settings, issuer, cancellationToken);
        return new TokenServer("oidc-provider, in memory", issuer, process, Peers, null, null);
    }

    private static string NodeFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "Interop.Tests", "node"));

    private sealed class TemporaryFolder : IAsyncDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("crossborder-bare-").FullName;

        public ValueTask DisposeAsync()
        {
            Directory.Delete(Path, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
