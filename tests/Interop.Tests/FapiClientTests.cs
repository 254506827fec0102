using System.Buffers.Text;
using System.Text.Json;
using CrossBorder.Testing;

namespace CrossBorder.Interop.Tests;

/// <summary>
/// Two libraries of others sign a resident in under the FAPI 2.0 Security Profile, unmodified: pushed request, private_key_jwt, DPoP, refresh.
/// Their own checks are the judge; the scripts end with an error where one of them fails.
/// </summary>
public sealed class FapiClientTests(FapiPeers peers) : IClassFixture<FapiPeers>
{
    [Theory]
    [InlineData("fapi-openid-client.mjs")]
    [InlineData("fapi-oauth4webapi.mjs")]
    public async Task A_certified_library_passes_the_whole_profile(string script)
    {
        await NodePeers.RequireAsync();
        var answer = await NodePeers.RunAsync(script, new
        {
            issuer = peers.Ports.HubAddress.AbsoluteUri,
            clientId = "fapi-rp",
            jwk = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(peers.Data, "clients", "fapi-rp.jwk"), TestContext.Current.CancellationToken)),
            algorithm = "PS256",
            scope = "openid profile identity applications offline_access",
            redirectUri = "http://localhost:9090/callback",
            loginHint = "r1",
        });

        Assert.Equal("dpop", answer.GetProperty("tokenType").GetString());
        Assert.Equal("dpop", answer.GetProperty("refreshed").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("rotated").ValueKind);
        Assert.Equal("CHAN Tai Man", answer.GetProperty("name").GetString());
        Assert.Equal(200, answer.GetProperty("cases").GetInt32());
        Assert.Equal("PS256", Part(answer.GetProperty("idToken").GetString()!, 0).GetProperty("alg").GetString());
        Assert.Equal(answer.GetProperty("thumbprint").GetString(),
            Part(answer.GetProperty("accessToken").GetString()!, 1).GetProperty("cnf").GetProperty("jkt").GetString());
        if (answer.TryGetProperty("parameters", out var parameters))
            Assert.Equal(["client_id", "request_uri"], parameters.EnumerateArray().Select(parameter => parameter.GetString()).Order(StringComparer.Ordinal));
        if (answer.TryGetProperty("bare", out var bare))
        {
            Assert.Equal(401, bare.GetInt32());
            Assert.StartsWith("DPoP ", answer.GetProperty("challenge").GetString(), StringComparison.Ordinal);
        }
    }

    private static JsonElement Part(string token, int index) => JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(token.Split('.')[index]));
}

/// <summary>The hub with its counterparties.</summary>
public sealed class FapiPeers : SandboxFixture, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await StartAsync();
}
