using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Federation.Verifications;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Tests.Verifications;

/// <summary>What an attestation proves, to whom, and what nobody finds in it.</summary>
public sealed class AttestationTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>, IDisposable
{
    private const string Type = "cross-border-verification+jws";
    private readonly DepartmentDesk desk = new(sandbox);

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("CHAN Tai Man", true)]
    [InlineData("CHAN Tai Mun", false)]
    public async Task It_is_signed_by_the_hub_for_its_client_and_soon_ends(string name, bool match)
    {
        var now = TimeProvider.System.GetUtcNow();
        var answer = await desk.VerifyAsync(("name", name));

        var content = Verified(answer.Attestation, "SGD_SM3_SM2");
        var payload = JsonSerializer.Deserialize<JsonElement>(content.Payload.Span);

        Assert.Equal(match, answer.Match);
        Assert.Equal(match, payload.GetProperty("match").GetBoolean());
        Assert.Equal((sandbox.Ports.HubAddress.AbsoluteUri, DepartmentDesk.ClientId, "home_return_permit"),
            (payload.GetProperty("iss").GetString(), payload.GetProperty("aud").GetString(), payload.GetProperty("documentType").GetString()));
        Assert.InRange(DateTimeOffset.FromUnixTimeSeconds(payload.GetProperty("iat").GetInt64()), now.AddSeconds(-5), now.AddMinutes(1));
        Assert.Equal(600, payload.GetProperty("exp").GetInt64() - payload.GetProperty("iat").GetInt64());
    }

    [Fact]
    public async Task A_client_that_kept_its_nonce_can_show_which_question_it_answers()
    {
        var nonce = RandomNumberGenerator.GetBytes(32);
        var body = JsonSerializer.Serialize(DepartmentDesk.Question());

        var answer = await desk.PostAsync(body, headers: ("Verification-Nonce", Base64Url.EncodeToString(nonce)));

        var commitment = TokenAnswer.Payload(answer.Attestation).GetProperty("commitment").GetString();
        Assert.Equal("hmac-sm3:" + Convert.ToHexStringLower(Digests.HmacSm3(nonce, Encoding.UTF8.GetBytes(body))), commitment);
    }

    [Fact]
    public async Task The_same_question_under_another_nonce_is_another_commitment()
    {
        var body = JsonSerializer.Serialize(DepartmentDesk.Question());

        var first = await desk.PostAsync(body, headers: ("Verification-Nonce", Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))));
        var second = await desk.PostAsync(body, headers: ("Verification-Nonce", Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))));

        Assert.NotEqual(TokenAnswer.Payload(first.Attestation).GetProperty("commitment").GetString(), TokenAnswer.Payload(second.Attestation).GetProperty("commitment").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    public async Task A_nonce_that_can_be_guessed_is_refused_with_CB5080(string nonce)
    {
        var answer = await desk.PostAsync(JsonSerializer.Serialize(DepartmentDesk.Question()), headers: ("Verification-Nonce", nonce));
        Assert.Equal((422, "CB5080"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("department-gd-tax", "RS256")]
    [InlineData("department-gz-hpf", "ES256")]
    [InlineData("department-gd-hrss", "SGD_SM3_SM2")]
    [InlineData("department-unknown", "SGD_SM3_SM2")]
    [InlineData("bank", "SGD_SM3_SM2")]
    public void It_is_signed_with_the_algorithm_that_the_department_registered_or_with_SM2(string clientId, string algorithm)
    {
        var departments = new DepartmentsOptions();
        departments.Departments.Add(new() { Slug = "gd-tax", EnvelopeAlgorithm = "RS256" });
        departments.Departments.Add(new() { Slug = "gz-hpf", EnvelopeAlgorithm = "ES256" });
        departments.Departments.Add(new() { Slug = "gd-hrss", EnvelopeAlgorithm = "SGD_SM3_SM2" });
        var signer = new AttestationSigner(new TestTrust(sandbox.Pki), Options.Create(new HubOptions { Issuer = "https://hub.example/" }),
            Options.Create(departments), Options.Create(new VerificationsOptions()), TimeProvider.System);

        Verified(signer.Sign(clientId, "hkid", match: true, commitment: null).Value.Compact, algorithm);
    }

    private SignedContent Verified(string attestation, string algorithm)
    {
        var content = SignedContent.Verify(attestation, new SignedContentPolicy { Type = Type, Algorithms = [algorithm], MaximumLength = 100_000 }).Value;
        Assert.True(ChainVerifier.Verify(content.Chain, new ChainRequest(SandboxTrust.Anchors(sandbox.Pki), Jurisdiction.Guangdong, TrustPurpose.HubSigning,
            TimeProvider.System.GetUtcNow(), SandboxTrust.Revocation(sandbox.Pki), new RevocationPolicy(TimeSpan.FromHours(1)))).Succeeded);
        return content;
    }
}
