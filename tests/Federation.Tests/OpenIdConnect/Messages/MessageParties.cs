using System.Text.Json;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Encryption;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Messages;

/// <summary>The sandbox with relying parties that sign their requests and want signed answers: ps-rp must, yueshengshi may.</summary>
public sealed class MessageParties : SandboxFixture, IAsyncLifetime
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>Keys that yueshengshi signs requests with.</summary>
    public IReadOnlyList<SoftwareSigningKey> Keys { get; } =
    [
        SoftwareSigningKey.Generate(AlgorithmCatalogue.RS256, "requests-rsa"), SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "requests-ec"),
        SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2, "requests-sm2"),
    ];

    /// <summary>Keys that tokens are encrypted for, by client.</summary>
    public IReadOnlyDictionary<string, SoftwareDecryptionKey> DecryptionKeys { get; } = new Dictionary<string, SoftwareDecryptionKey>(StringComparer.Ordinal)
    {
        ["yueshengshi"] = SoftwareDecryptionKey.Generate(EncryptionCatalogue.RsaOaep256, "mine-rsa"),
        ["yueshangtong"] = SoftwareDecryptionKey.Generate(EncryptionCatalogue.Sm2, "mine-sm2"),
        ["public-rp"] = SoftwareDecryptionKey.Generate(EncryptionCatalogue.EcdhEs, "mine-ec"),
    };

    /// <summary>Keys of the hub that requests are encrypted for; the last one is published no more.</summary>
    public IReadOnlyList<SoftwareDecryptionKey> RequestKeys { get; } =
    [
        SoftwareDecryptionKey.Generate(EncryptionCatalogue.RsaOaep256, "hub-enc-rsa"), SoftwareDecryptionKey.Generate(EncryptionCatalogue.EcdhEs, "hub-enc-ec"),
        SoftwareDecryptionKey.Generate(EncryptionCatalogue.Sm2, "hub-enc-sm2"), SoftwareDecryptionKey.Generate(EncryptionCatalogue.EcdhEsA256Kw, "hub-enc-old"),
    ];

    /// <summary>The key of ps-rp, for assertions and requests.</summary>
    public SoftwareSigningKey StrictKey => SoftwareSigningKey.FromJwk(File.ReadAllText(Path.Combine(Data, "clients", "ps-rp.jwk"))).Value;

    public string Issuer => Ports.HubAddress.AbsoluteUri;

    public async ValueTask InitializeAsync()
    {
        var signing = Keys.Select(key => key.PublicKey.ToJwk(key.Algorithm));
        var settings = new Dictionary<string, string>
        {
            ["RelyingParties:0:JwksFile"] = await WriteAsync("yueshengshi", signing),
            ["RelyingParties:0:IdTokenEncryption:Alg"] = "RSA-OAEP-256",
            ["RelyingParties:0:IdTokenEncryption:Enc"] = "A256GCM",
            ["RelyingParties:1:JwksFile"] = await WriteAsync("yueshangtong", []),
            ["RelyingParties:1:IdTokenEncryption:Alg"] = "SGD_SM2_3",
            ["RelyingParties:1:IdTokenEncryption:Enc"] = "SGD_SM4_GCM",
            ["RelyingParties:1:UserInfoAlgorithm"] = "SGD_SM3_SM2",
            ["RelyingParties:1:UserInfoEncryption:Alg"] = "SGD_SM2_3",
            ["RelyingParties:1:UserInfoEncryption:Enc"] = "SGD_SM4_GCM",
            ["RelyingParties:2:JwksFile"] = await WriteAsync("public-rp", []),
            ["RelyingParties:2:IdTokenEncryption:Alg"] = "ECDH-ES",
            ["RelyingParties:2:IdTokenEncryption:Enc"] = "A256GCM",
            ["RelyingParties:2:UserInfoAlgorithm"] = "ES256",
            ["RelyingParties:0:RequestObjects:Algorithms:0"] = "RS256",
            ["RelyingParties:0:RequestObjects:Algorithms:1"] = "ES256",
            ["RelyingParties:0:RequestObjects:Algorithms:2"] = "SGD_SM3_SM2",
            ["RelyingParties:3:RequestObjects:Required"] = "true",
            ["RelyingParties:3:RequestObjects:Algorithms:0"] = "PS256",
            ["RelyingParties:3:AuthorizationResponseAlgorithm"] = "PS256",
        };
        for (var i = 0; i < RequestKeys.Count; i++)
        {
            var file = Path.Combine(Data, RequestKeys[i].KeyId + ".pem");
            await File.WriteAllTextAsync(file, RequestKeys[i].ToPkcs8Pem());
            settings[$"RequestEncryption:Keys:{i}:Id"] = RequestKeys[i].KeyId;
            settings[$"RequestEncryption:Keys:{i}:Algorithm"] = RequestKeys[i].Algorithm.Name;
            settings[$"RequestEncryption:Keys:{i}:KeyFile"] = file;
            settings[$"RequestEncryption:Keys:{i}:Published"] = RequestKeys[i].KeyId == "hub-enc-old" ? "false" : "true";
        }

        await StartAsync(hubSettings: settings);
    }

    /// <summary>A client that must sign its requests and gets signed answers alone.</summary>
    public RelyingPartyClient Strict() => new(Ports, "ps-rp") { Secret = null, Scope = "openid profile identity" };

    /// <summary>A client that may sign its requests.</summary>
    public RelyingPartyClient Plain() => new(Ports, "yueshengshi");

    /// <summary>The fields by which ps-rp proves itself.</summary>
    public (string Name, string? Value)[] Proof()
    {
        using var key = StrictKey;
        var now = TimeProvider.System.GetUtcNow();
        return
        [
            ("client_assertion_type", AssertionType),
            ("client_assertion", Jws.Sign(key, "client-authentication+jwt", JsonSerializer.SerializeToUtf8Bytes(new
            {
                iss = "ps-rp", sub = "ps-rp", aud = Issuer, jti = Guid.NewGuid().ToString("N"), exp = now.AddMinutes(1).ToUnixTimeSeconds(),
            }))),
        ];
    }

    /// <summary>The hub's keys as it publishes them.</summary>
    public async Task<IReadOnlyList<VerificationKey>> HubKeysAsync()
    {
        using var http = NewHubClient();
        using var document = JsonDocument.Parse(await http.GetStringAsync(new Uri(".well-known/jwks", UriKind.Relative)));
        return [.. document.RootElement.GetProperty("keys").EnumerateArray().Select(key => VerificationKey.FromJwk(key.GetRawText()).Value)];
    }

    /// <summary>The claims of a JWT of the hub, once it holds.</summary>
    public async Task<JsonElement> VerifiedAsync(string? token, string type, string algorithm)
    {
        Assert.NotNull(token);
        var verified = SignedContent.Verify(token, new SignedContentPolicy { Type = type, Algorithms = [algorithm], RegisteredKeys = [.. await HubKeysAsync()] });
        Assert.True(verified.Succeeded, verified.Succeeded ? "" : verified.Error.ToString());
        return JsonSerializer.Deserialize<JsonElement>(verified.Value.Payload.Span);
    }

    /// <summary>The claims of a JWT that was encrypted for a client, once it is decrypted and holds.</summary>
    public async Task<JsonElement> DecryptedAsync(string? token, string clientId, string algorithm)
    {
        var opened = SignedThenEncrypted.Open(token!, [DecryptionKeys[clientId]],
            new EncryptedContentPolicy { Type = "JWT", KeyManagement = ["RSA-OAEP-256", "ECDH-ES", "SGD_SM2_3"], ContentEncryption = ["A256GCM", "SGD_SM4_GCM"] },
            new SignedContentPolicy { Type = "JWT", Algorithms = [algorithm], RegisteredKeys = [.. await HubKeysAsync()] });
        Assert.True(opened.Succeeded, opened.Succeeded ? "" : opened.Error.ToString());
        return JsonSerializer.Deserialize<JsonElement>(opened.Value.Payload.Span);
    }

    private async Task<string> WriteAsync(string client, IEnumerable<string> signing)
    {
        var path = Path.Combine(Data, client + ".jwks");
        await File.WriteAllTextAsync(path, $$"""{"keys":[{{string.Join(',', signing.Append(DecryptionKeys[client].PublicKey.ToJwk()))}}]}""");
        return path;
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        foreach (var key in Keys)
            key.Dispose();
        foreach (var key in DecryptionKeys.Values.Concat(RequestKeys))
            key.Dispose();
        await base.DisposeAsync();
    }
}

/// <summary>One hub for all tests of messages.</summary>
[CollectionDefinition(nameof(MessageParties))]
public sealed class MessagePartiesAtOnce : ICollectionFixture<MessageParties>;
