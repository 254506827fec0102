using System.Text;
using System.Text.Json;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect;

/// <summary>How clients prove themselves, SM2 keys included, and what is refused.</summary>
public sealed class ClientProofTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    [Fact]
    public async Task A_department_proves_itself_with_its_SM2_key_and_gets_a_token_for_itself()
    {
        var tokens = await AskAsync("department-gd-hrss", Assertion("department-gd-hrss"));

        Assert.Equal(200, tokens.Status);
        var payload = TokenAnswer.Payload(tokens.AccessToken);
        Assert.Equal("department-gd-hrss", payload.GetProperty("sub").GetString());
        Assert.Equal("identity.verify", payload.GetProperty("scope").GetString());
    }

    [Fact]
    public async Task An_assertion_proves_a_client_once()
    {
        var assertion = Assertion("department-gd-hrss");
        Assert.Equal(200, (await AskAsync("department-gd-hrss", assertion)).Status);
        Assert.Equal("invalid_client", (await AskAsync("department-gd-hrss", assertion))["error"]);
    }

    [Fact]
    public async Task A_token_of_a_department_opens_no_residents_api()
    {
        var tokens = await AskAsync("department-gd-hrss", Assertion("department-gd-hrss"));
        using var client = new RelyingPartyClient(sandbox.Ports, "department-gd-hrss") { Secret = null };
        Assert.Equal(403, (await client.GetAsync("api/applications", tokens.AccessToken)).Status);
    }

    [Theory]
    [InlineData("aud", "http://localhost:1/")]
    [InlineData("iss", "ps-rp")]
    [InlineData("exp", "past")]
    [InlineData("signature", "broken")]
    [InlineData("key", "another")]
    [InlineData("typ", "JWT")]
    [InlineData("exp", "far")]
    [InlineData("jti", "")]
    public async Task An_assertion_that_does_not_hold_is_refused(string part, string value) =>
        Assert.Contains((await AskAsync("department-gd-hrss", Assertion("department-gd-hrss", (part, value))))["error"], new[] { "invalid_client", "invalid_token" });

    [Fact]
    public async Task A_scope_that_the_client_does_not_have_is_refused() =>
        Assert.NotEqual(200, (await AskAsync("department-gd-hrss", Assertion("department-gd-hrss"), "applications")).Status);

    [Theory]
    [InlineData("yueshengshi", "wrong")]
    [InlineData("yueshengshi", "")]
    [InlineData("yueshangtong", "sandbox-yueshengshi")]
    [InlineData("ps-rp", "sandbox-ps-rp")]
    [InlineData("public-rp", "sandbox-public-rp")]
    public async Task A_secret_that_is_not_the_clients_is_refused(string clientId, string secret)
    {
        using var client = new RelyingPartyClient(sandbox.Ports, clientId) { Secret = secret };
        Assert.Equal("invalid_client", (await client.RefreshAsync("made-up"))["error"]);
    }

    [Fact]
    public async Task A_secret_in_the_body_is_taken_from_a_client_that_registered_so_and_from_no_other()
    {
        Assert.Equal("invalid_grant", (await PostAsync("yueshengshi"))["error"]);
        Assert.Equal("invalid_client", (await PostAsync("yueshangtong"))["error"]);

        async Task<TokenAnswer> PostAsync(string clientId)
        {
            using var client = new RelyingPartyClient(sandbox.Ports, clientId) { Secret = null };
            return await client.RefreshAsync("made-up", ("client_secret", $"sandbox-{clientId}"));
        }
    }

    private async Task<TokenAnswer> AskAsync(string clientId, string assertion, string scope = "identity.verify")
    {
        using var client = new RelyingPartyClient(sandbox.Ports, clientId) { Secret = null };
        return await client.AskAsync("connect/token", ("grant_type", "client_credentials"), ("scope", scope),
            ("client_assertion_type", AssertionType), ("client_assertion", assertion));
    }

    private string Assertion(string clientId, params (string Part, string Value)[] changes)
    {
        var change = changes.ToDictionary(entry => entry.Part, entry => entry.Value);
        var now = TimeProvider.System.GetUtcNow();
        using var own = SoftwareSigningKey.FromJwk(File.ReadAllText(Path.Combine(sandbox.Data, "clients", clientId + ".jwk"))).Value;
        using var other = SoftwareSigningKey.Generate(own.Algorithm, own.KeyId);
        var assertion = Jws.Sign(
            change.ContainsKey("key") ? other : own,
            change.GetValueOrDefault("typ", "client-authentication+jwt"),
            JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
            {
                ["iss"] = change.GetValueOrDefault("iss", clientId),
                ["sub"] = clientId,
                ["aud"] = change.GetValueOrDefault("aud", sandbox.Ports.HubAddress.AbsoluteUri),
                ["jti"] = change.GetValueOrDefault("jti", Guid.NewGuid().ToString("N")),
                ["iat"] = now.AddMinutes(-10).ToUnixTimeSeconds(),
                ["exp"] = (change.GetValueOrDefault("exp") switch { "past" => now.AddMinutes(-9), "far" => now.AddDays(1), _ => now.AddMinutes(1) }).ToUnixTimeSeconds(),
            }));
        if (!change.ContainsKey("signature"))
            return assertion;

        var parts = assertion.Split('.');
        var payload = JsonSerializer.Deserialize<Dictionary<string, object>>(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]))!;
        payload["scope"] = "everything";
        return $"{parts[0]}.{System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(payload)))}.{parts[2]}";
    }
}
