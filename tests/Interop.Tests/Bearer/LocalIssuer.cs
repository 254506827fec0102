using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Interop.Tests.Bearer;

/// <summary>An issuer of access tokens as far as an API sees one: its metadata, its key set, its tokens.</summary>
internal sealed class LocalIssuer : HttpMessageHandler
{
    public const string Address = "https://issuer.example.test/";
    private readonly ConcurrentQueue<SoftwareSigningKey> published = new();

    /// <summary>How often the key set was fetched.</summary>
    public int Fetched { get; private set; }

    public SoftwareSigningKey Publish(SignatureAlgorithm algorithm)
    {
        var key = SoftwareSigningKey.Generate(algorithm);
        published.Enqueue(key);
        return key;
    }

    public static string Token(ISigningKey key, string issuer = Address, string audience = "my-api", TimeSpan? life = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        return Jws.Sign(key, "at+jwt", JsonSerializer.SerializeToUtf8Bytes(new
        {
            iss = issuer, aud = audience, sub = "s", iat = now.AddHours(-2).ToUnixTimeSeconds(), exp = (now + (life ?? TimeSpan.FromHours(1))).ToUnixTimeSeconds(),
        }));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/jwks")
            Fetched++;
        var json = request.RequestUri.AbsolutePath == "/jwks"
            ? $$"""{"keys":[{{string.Join(',', published.Select(key => key.PublicKey.ToJwk(key.Algorithm)))}}]}"""
            : $$"""{"issuer":"{{Address}}","jwks_uri":"{{Address}}jwks"}""";
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
    }
}
