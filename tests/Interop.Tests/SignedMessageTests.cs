using System.Buffers.Text;
using System.Text.Json;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Encryption;

namespace CrossBorder.Interop.Tests;

/// <summary>
/// openid-client signs its requests, verifies signed responses and decrypts its tokens, unmodified: what it does not accept ends its script.
/// </summary>
public sealed class SignedMessageTests : SandboxFixture, IAsyncLifetime
{
    private readonly SoftwareSigningKey rsaSigning = SoftwareSigningKey.Generate(AlgorithmCatalogue.PS256, "signs-rsa");
    private readonly SoftwareSigningKey ecSigning = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "signs-ec");
    private readonly SoftwareDecryptionKey rsa = SoftwareDecryptionKey.Generate(EncryptionCatalogue.RsaOaep256, "mine-rsa");
    private readonly SoftwareDecryptionKey ec = SoftwareDecryptionKey.Generate(EncryptionCatalogue.EcdhEsA256Kw, "mine-ec");

    public async ValueTask InitializeAsync() => await StartAsync(hubSettings: new Dictionary<string, string>
    {
        ["RelyingParties:0:JwksFile"] = Register("yueshengshi", rsaSigning, rsa),
        ["RelyingParties:0:RequestObjects:Required"] = "true",
        ["RelyingParties:0:RequestObjects:Algorithms:0"] = "PS256",
        ["RelyingParties:0:AuthorizationResponseAlgorithm"] = "RS256",
        ["RelyingParties:0:IdTokenEncryption:Alg"] = "RSA-OAEP-256",
        ["RelyingParties:0:IdTokenEncryption:Enc"] = "A256GCM",
        ["RelyingParties:0:UserInfoAlgorithm"] = "RS256",
        ["RelyingParties:0:UserInfoEncryption:Alg"] = "RSA-OAEP-256",
        ["RelyingParties:0:UserInfoEncryption:Enc"] = "A256GCM",
        ["RelyingParties:2:JwksFile"] = Register("public-rp", ecSigning, ec),
        ["RelyingParties:2:RequestObjects:Required"] = "true",
        ["RelyingParties:2:RequestObjects:Algorithms:0"] = "ES256",
        ["RelyingParties:2:IdTokenEncryption:Alg"] = "ECDH-ES+A256KW",
        ["RelyingParties:2:IdTokenEncryption:Enc"] = "A128CBC-HS256",
        ["RelyingParties:2:UserInfoAlgorithm"] = "ES256",
    });

    [Theory]
    [InlineData("yueshengshi", "RS256", "RSA-OAEP-256", "A256GCM", "openid profile identity")]
    [InlineData("public-rp", "ES256", "ECDH-ES+A256KW", "A128CBC-HS256", "openid profile")]
    public async Task Openid_client_signs_its_request_and_reads_what_is_signed_and_encrypted_for_it(string client, string algorithm, string encryption, string enc, string scope)
    {
        await NodePeers.RequireAsync();
        var (signing, decryption) = client == "public-rp" ? (ecSigning, ec) : (rsaSigning, rsa);

        var answer = await NodePeers.RunAsync("signed-messages.mjs", new
        {
            issuer = Ports.HubAddress.AbsoluteUri,
            clientId = client,
            secret = client == "public-rp" ? null : "sandbox-" + client,
            algorithm,
            scope,
            redirectUri = "http://localhost:9090/callback",
            loginHint = "r1",
            enc,
            signing = JsonSerializer.Deserialize<JsonElement>(signing.ToPrivateJwk()),
            decryption = JsonSerializer.Deserialize<JsonElement>(decryption.ToPrivateJwk()),
        });

        Assert.Contains("request", Strings(answer.GetProperty("asked")));
        Assert.DoesNotContain("code_challenge", Strings(answer.GetProperty("asked")));
        Assert.Equal(["response"], Strings(answer.GetProperty("answered")));
        var header = JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(answer.GetProperty("idToken").GetString()!.Split('.')[0]));
        Assert.Equal(encryption, header.GetProperty("alg").GetString());
        Assert.Equal("urn:crossborder:loa:high", answer.GetProperty("claims").GetProperty("acr").GetString());
        Assert.Equal("陳大文", answer.GetProperty("userinfo").GetProperty("name#zh-Hant").GetString());
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        rsaSigning.Dispose();
        ecSigning.Dispose();
        rsa.Dispose();
        ec.Dispose();
        await base.DisposeAsync();
    }

    private string Register(string client, SoftwareSigningKey signing, SoftwareDecryptionKey decryption)
    {
        var path = Path.Combine(Data, client + ".jwks");
        File.WriteAllText(path, $$"""{"keys":[{{signing.PublicKey.ToJwk(signing.Algorithm)}},{{decryption.PublicKey.ToJwk()}}]}""");
        return path;
    }

    private static IEnumerable<string?> Strings(JsonElement array) => array.EnumerateArray().Select(item => item.GetString());
}
