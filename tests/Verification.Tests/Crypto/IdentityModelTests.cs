using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.IdentityModel;
using CrossBorder.Verification.Tests.Pki;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CrossBorder.Verification.Tests.Crypto;

public sealed class IdentityModelTests
{
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public static TheoryData<string> Algorithms => [.. AlgorithmCatalogue.All.Select(algorithm => algorithm.Name)];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task Tokens_are_made_and_validated_with_the_stock_handler(string name)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        var key = Keys.Of(algorithm);
        var token = Token(key);

        Assert.True((await ValidateAsync(token, SecurityKeys.From(key.PublicKey), name)).IsValid);
        Assert.False((await ValidateAsync(token, SecurityKeys.From(Keys.Of(AlgorithmCatalogue.Sm2).PublicKey), name)).IsValid);
        Assert.False((await ValidateAsync(token[..^4] + "AAAA", SecurityKeys.From(key.PublicKey), name)).IsValid);
        var policy = new SignedContentPolicy { Type = "JWT", Algorithms = [name], RegisteredKeys = [key.PublicKey] };
        Assert.True(SignedContent.Verify(token, policy).Succeeded);
    }

    [Fact]
    public async Task An_SM2_token_is_refused_where_only_RS256_is_allowed()
    {
        var key = Keys.Of(AlgorithmCatalogue.Sm2);
        Assert.False((await ValidateAsync(Token(key), SecurityKeys.From(key.PublicKey), "RS256")).IsValid);
    }

    [Fact]
    public async Task A_relying_party_finds_the_SM2_key_and_its_at_hash_by_one_line()
    {
        var key = Keys.Of(AlgorithmCatalogue.Sm2);
        var documents = new Documents(new()
        {
            ["https://hub.example.test/.well-known/openid-configuration"] = """{"issuer":"https://hub.example.test/","jwks_uri":"https://hub.example.test/jwks"}""",
            ["https://hub.example.test/jwks"] = $$"""{"keys":[{{key.PublicKey.ToJwk(AlgorithmCatalogue.Sm2)}},{{Keys.Of(AlgorithmCatalogue.RS256).PublicKey.ToJwk(AlgorithmCatalogue.RS256)}}]}""",
        });
        var configuration = await new ShangMiConfigurationRetriever()
            .GetConfigurationAsync("https://hub.example.test/.well-known/openid-configuration", documents, TestContext.Current.CancellationToken);
        Assert.Equal(2, configuration.SigningKeys.Count);

        var (protocol, tokens) = (new OpenIdConnectProtocolValidator { RequireNonce = false, RequireStateValidation = false }, new TokenValidationParameters());
        Assert.NotNull(ShangMi.Accept("https://hub.example.test/", protocol, tokens));
        const string AccessToken = "an access token";
        var left = Convert.ToBase64String(Digests.Sm3Bytes(Encoding.ASCII.GetBytes(AccessToken))[..16]).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        protocol.ValidateTokenResponse(Response(key, left));
        Assert.ThrowsAny<OpenIdConnectProtocolException>(() => protocol.ValidateTokenResponse(Response(key, left[..^1] + (left[^1] == 'A' ? 'B' : 'A'))));

        OpenIdConnectProtocolValidationContext Response(SoftwareSigningKey signer, string hash) => new()
        {
            ProtocolMessage = new OpenIdConnectMessage { IdToken = "x", AccessToken = AccessToken },
            ValidatedIdToken = new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(Token(signer, hash)),
            ClientId = "rp",
        };
    }

    private string Token(ISigningKey key, string? accessTokenHash = null)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = "https://hub.example.test/", ["aud"] = "rp", ["sub"] = "s", ["iat"] = Clock.Start.ToUnixTimeSeconds(), ["exp"] = Clock.Start.AddHours(1).ToUnixTimeSeconds(),
        };
        if (accessTokenHash is not null)
            claims["at_hash"] = accessTokenHash;
        return handler.CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = SecurityKeys.CredentialsFor(key) });
    }

    private Task<TokenValidationResult> ValidateAsync(string token, SecurityKey key, string algorithm) => handler.ValidateTokenAsync(token, new TokenValidationParameters
    {
        ValidIssuer = "https://hub.example.test/", ValidAudience = "rp", IssuerSigningKey = key, ValidAlgorithms = [algorithm], ValidateLifetime = false,
    });

    private sealed class Documents(Dictionary<string, string> byAddress) : IDocumentRetriever
    {
        public Task<string> GetDocumentAsync(string address, CancellationToken cancel) => Task.FromResult(byAddress[address]);
    }
}
