using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Fapi;

/// <summary>Plan FAPI 2.0 Security Profile: proofs at the resources, which are userinfo and the hub's own APIs.</summary>
[Collection(FapiHubs.Name)]
public sealed class ProofTests(FapiHub sandbox)
{
    private static readonly string[] Resources = ["connect/userinfo", "api/applications"];

    private static readonly Dictionary<string, Action<JsonObject, JsonObject>> Faults = new(StringComparer.Ordinal)
    {
        ["no ath"] = (_, payload) => payload.Remove("ath"),
        ["ath of another token"] = (_, payload) => payload["ath"] = "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo",
        ["another method"] = (_, payload) => payload["htm"] = "POST",
        ["another host"] = (_, payload) => payload["htu"] = "https://resource.example/connect/userinfo",
        ["an old time"] = (_, payload) => payload["iat"] = TimeProvider.System.GetUtcNow().AddMinutes(-5).ToUnixTimeSeconds(),
        ["no jti"] = (_, payload) => payload.Remove("jti"),
        ["another type"] = (header, _) => header["typ"] = "JWT",
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait(Module.Trait, "fapi2-security-profile-final-dpop-negative-tests")]
    public async Task A_proof_that_does_not_hold_opens_no_resource_CB2030(string fault)
    {
        var (client, token) = await TokenAsync();
        using (client)
            foreach (var resource in Resources)
            {
                var answer = await client.GetAsync(resource, token, change: Faults[fault]);
                Assert.Equal(401, answer.Status);
                Assert.StartsWith("DPoP ", answer.Challenge, StringComparison.Ordinal);
                Assert.Contains("error=\"invalid_dpop_proof\"", answer.Challenge, StringComparison.Ordinal);
                Assert.Contains("CB2030", answer.Challenge, StringComparison.Ordinal);
                Assert.Contains("algs=\"PS256 ES256 SGD_SM3_SM2\"", answer.Challenge, StringComparison.Ordinal);
            }
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-dpop-negative-tests")]
    public async Task A_proof_holds_once_CB2031()
    {
        var (client, token) = await TokenAsync();
        using (client)
            foreach (var resource in Resources)
            {
                var proof = client.Dpop!.Prove("GET", client.Address(resource), token);
                Assert.Equal(200, (await SendAsync(resource, token, "DPoP", proof)).Status);
                var again = await SendAsync(resource, token, "DPoP", proof);
                Assert.Equal(401, again.Status);
                Assert.Contains("CB2031", again.Challenge, StringComparison.Ordinal);
            }
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-dpop-negative-tests")]
    public async Task A_stolen_token_is_worth_nothing_without_its_key()
    {
        var (client, token) = await TokenAsync();
        using var thief = new DpopKey();
        using (client)
            foreach (var resource in Resources)
            {
                // No proof, under either scheme; the proof of another; two proofs.
                Assert.Contains("CB2035", await RefusedAsync(resource, token, "Bearer"), StringComparison.Ordinal);
                Assert.Contains("CB2034", await RefusedAsync(resource, token, "DPoP"), StringComparison.Ordinal);
                Assert.Contains("CB2035", await RefusedAsync(resource, token, "Bearer", client.Dpop!.Prove("GET", client.Address(resource), token)), StringComparison.Ordinal);
                Assert.Contains("CB2033", await RefusedAsync(resource, token, "DPoP", thief.Prove("GET", client.Address(resource), token)), StringComparison.Ordinal);
                Assert.Contains("CB2030", await RefusedAsync(resource, token, "DPoP",
                    client.Dpop.Prove("GET", client.Address(resource), token), client.Dpop.Prove("GET", client.Address(resource), token)), StringComparison.Ordinal);
            }
    }

    [Fact]
    public async Task A_token_that_is_not_bound_does_not_go_under_the_scheme_of_bound_ones()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var plain = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var token = (await plain.RedeemAsync((await plain.SignInAsync(browser, "r1")).Code)).AccessToken;
        using var key = new DpopKey();
        foreach (var resource in Resources)
            Assert.Contains("CB2035", await RefusedAsync(resource, token, "DPoP", key.Prove("GET", new Uri(sandbox.Ports.HubAddress, resource), token)), StringComparison.Ordinal);
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-access-token-type-header-case-sensitivity")]
    public async Task The_scheme_has_no_case()
    {
        var (client, token) = await TokenAsync();
        using (client)
            foreach (var resource in Resources)
                Assert.Equal(200, (await client.GetAsync(resource, token, "dpop")).Status);
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-dpopproof-with-iat-10seconds-before-succeeds, fapi2-security-profile-final-ensure-dpopproof-with-iat-10seconds-after-succeeds, fapi2-security-profile-final-check-dpop-proof-nbf-exp")]
    public async Task A_clock_that_is_ten_seconds_off_is_taken_for_right_and_nbf_and_exp_may_be_there(int seconds)
    {
        var (client, token) = await TokenAsync();
        using (client)
            foreach (var resource in Resources)
            {
                var answer = await client.GetAsync(resource, token, change: (_, payload) =>
                {
                    var at = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + seconds;
                    (payload["iat"], payload["nbf"], payload["exp"]) = (at, at, at + 60);
                });
                Assert.Equal(200, answer.Status);
            }
    }

    [Fact]
    public async Task A_client_that_is_registered_so_takes_the_hubs_nonce_into_every_proof_CB2032()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new FapiClient(sandbox.Ports, sandbox.Data, "fapi-sm2-rp");
        var token = (await client.RedeemAsync((await client.SignInAsync(browser)).Code)).AccessToken;
        foreach (var resource in Resources)
            foreach (var nonce in new[] { null, "made-up" })
            {
                client.Dpop!.Nonce = nonce;
                var proof = client.Dpop.Prove("GET", client.Address(resource), token);
                var answer = await SendAsync(resource, token, "DPoP", proof);
                Assert.Equal(401, answer.Status);
                Assert.Contains("error=\"use_dpop_nonce\"", answer.Challenge, StringComparison.Ordinal);
                Assert.Contains("CB2032", answer.Challenge, StringComparison.Ordinal);
                client.Dpop.Nonce = answer.DpopNonce;
                Assert.Equal(200, (await client.GetAsync(resource, token)).Status);
            }
    }

    private async Task<(FapiClient Client, string Token)> TokenAsync()
    {
        using var browser = SandboxFixture.NewBrowser();
        var client = new FapiClient(sandbox.Ports, sandbox.Data);
        return (client, (await client.RedeemAsync((await client.SignInAsync(browser)).Code)).AccessToken);
    }

    private async Task<string> RefusedAsync(string resource, string token, string scheme, params string[] proofs)
    {
        var answer = await SendAsync(resource, token, scheme, proofs);
        Assert.Equal(401, answer.Status);
        Assert.StartsWith("DPoP ", answer.Challenge, StringComparison.Ordinal);
        return answer.Challenge;
    }

    private async Task<TokenAnswer> SendAsync(string resource, string token, string scheme, params string[] proofs)
    {
        using var http = sandbox.NewHubClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, resource);
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, token);
        foreach (var proof in proofs)
            request.Headers.Add("DPoP", proof);
        return await TokenAnswer.OfAsync(http, request);
    }
}
