using System.Text.Json;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect;

/// <summary>What the hub says of itself.</summary>
public sealed class MetadataTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    [Fact]
    public async Task Discovery_offers_what_is_there_and_nothing_weaker()
    {
        var metadata = (await GetAsync(".well-known/openid-configuration")).Json;

        Assert.Equal(sandbox.Ports.HubAddress.AbsoluteUri, metadata.GetProperty("issuer").GetString());
        Assert.Equal(["ES256", "PS256", "RS256", "SGD_SM3_SM2"], Strings(metadata, "id_token_signing_alg_values_supported").Order(StringComparer.Ordinal));
        Assert.Equal(["pairwise"], Strings(metadata, "subject_types_supported"));
        Assert.Equal(["S256"], Strings(metadata, "code_challenge_methods_supported"));
        Assert.Equal(["code"], Strings(metadata, "response_types_supported"));
        Assert.DoesNotContain("password", Strings(metadata, "grant_types_supported"));
        Assert.DoesNotContain("implicit", Strings(metadata, "grant_types_supported"));
        Assert.True(metadata.GetProperty("authorization_response_iss_parameter_supported").GetBoolean());
        foreach (var endpoint in new[] { "authorization", "token", "userinfo", "introspection", "revocation", "end_session" })
            Assert.StartsWith(sandbox.Ports.HubAddress.AbsoluteUri, metadata.GetProperty(endpoint + "_endpoint").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_set_holds_each_public_key_once_and_nothing_private()
    {
        var keys = (await GetAsync(".well-known/jwks")).Json.GetProperty("keys").EnumerateArray().ToList();

        Assert.Equal(["hub-es256", "hub-ps256", "hub-rs256", "hub-sm2"], keys.Select(key => key.GetProperty("kid").GetString()!).Order(StringComparer.Ordinal));
        foreach (var secret in new[] { "d", "p", "q", "dp", "dq", "qi", "k" })
            Assert.All(keys, key => Assert.False(key.TryGetProperty(secret, out _), secret));
        var sm2 = keys.Single(key => key.GetProperty("kid").GetString() == "hub-sm2");
        Assert.Equal(("EC", "sm2p256v1", "SGD_SM3_SM2", "sig"), (Text(sm2, "kty"), Text(sm2, "crv"), Text(sm2, "alg"), Text(sm2, "use")));
    }

    private async Task<TokenAnswer> GetAsync(string path)
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        return await client.GetAsync(path, null);
    }

    private static string? Text(JsonElement key, string name) => key.GetProperty(name).GetString();

    private static IEnumerable<string> Strings(JsonElement metadata, string name) =>
        metadata.GetProperty(name).EnumerateArray().Select(value => value.GetString()!);
}
