using System.Text.Json;
using CrossBorder.Benchmarks.Startup;
using CrossBorder.Verification.Crypto.IdentityModel;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CrossBorder.Benchmarks.Tokens;

/// <summary>What a server says of itself, and the keys that it signs with.</summary>
internal sealed class Discovery
{
    private readonly JsonWebTokenHandler handler = new();
    private readonly TokenValidationParameters parameters;

    private Discovery(JsonElement document, JsonWebKeySet keys)
    {
        Authorize = Address(document, "authorization_endpoint");
        Token = Address(document, "token_endpoint");
        UserInfo = Address(document, "userinfo_endpoint");
        Introspection = Address(document, "introspection_endpoint");
        parameters = new TokenValidationParameters
        {
            ValidIssuer = document.GetProperty("issuer").GetString(),
            ValidateAudience = false,
            IssuerSigningKeys = [.. keys.Keys.Select(key => SecurityKeys.TryReadSm2(key, out var read) ? SecurityKeys.From(read) : key)],
        };
    }

    public Uri Authorize { get; }

    public Uri Token { get; }

    public Uri UserInfo { get; }

    public Uri Introspection { get; }

    public static async Task<Discovery> ReadAsync(Uri issuer, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var document = JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync(new Uri(issuer, StartupBenchmark.Discovery), cancellationToken));
        return new Discovery(document, new JsonWebKeySet(await http.GetStringAsync(Address(document, "jwks_uri"), cancellationToken)));
    }

    /// <summary>Throws where a token was not signed by this server with that algorithm.</summary>
    public async Task VerifyAsync(string token, string algorithm)
    {
        var result = await handler.ValidateTokenAsync(token, parameters);
        if (!result.IsValid)
            throw new InvalidOperationException("A token does not verify.", result.Exception);
        if (((JsonWebToken)result.SecurityToken).Alg != algorithm)
            throw new InvalidOperationException($"A token is signed with another algorithm than {algorithm}.");
    }

    private static Uri Address(JsonElement document, string name) => new(document.GetProperty(name).GetString()!);
}
