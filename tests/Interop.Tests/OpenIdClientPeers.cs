using System.Collections.Concurrent;
using System.Text.Json;
using CrossBorder.Testing;

namespace CrossBorder.Interop.Tests;

/// <summary>The hub with its counterparties, and openid-client as each of its relying parties. One login serves several tests.</summary>
public sealed class OpenIdClientPeers : SandboxFixture, IAsyncLifetime
{
    private const string Citizen = "openid profile identity applications offline_access";

    private static readonly Dictionary<string, (string Algorithm, string Scope)> Registered = new(StringComparer.Ordinal)
    {
        ["yueshengshi"] = ("RS256", Citizen),
        ["yueshangtong"] = ("SGD_SM3_SM2", Citizen),
        ["ps-rp"] = ("PS256", "openid profile identity applications"),
        ["public-rp"] = ("ES256", "openid profile"),
    };

    private readonly ConcurrentDictionary<string, Lazy<Task<JsonElement>>> answers = new(StringComparer.Ordinal);

    public async ValueTask InitializeAsync() => await StartAsync();

    /// <summary>What openid-client told about its first login as this relying party.</summary>
    public async Task<JsonElement> SignedInAsync(string client)
    {
        await NodePeers.RequireAsync();
        return await answers.GetOrAdd(client, name => new Lazy<Task<JsonElement>>(() => SignInAsync(name))).Value;
    }

    public async Task<JsonElement> SignInAsync(string client)
    {
        await NodePeers.RequireAsync();
        var (algorithm, scope) = Registered[client];
        var keyFile = Path.Combine(Data, "clients", client + ".jwk");
        return await NodePeers.RunAsync("relying-party.mjs", new
        {
            issuer = Ports.HubAddress.AbsoluteUri,
            clientId = client,
            secret = client.StartsWith("yue", StringComparison.Ordinal) ? "sandbox-" + client : null,
            jwk = File.Exists(keyFile) ? JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(keyFile)) : (JsonElement?)null,
            algorithm,
            scope,
            redirectUri = "http://localhost:9090/callback",
            loginHint = "r1",
            introspects = client != "public-rp",
            // The library knows no SM2: that signature is left to another judge.
            checkSignature = algorithm != "SGD_SM3_SM2",
        });
    }
}
