using System.Security.Cryptography;
using System.Text.Json;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Adapters.OpenId;

/// <summary>The hub proves to a provider that it is the client (RFC 7523 section 2.2): <c>private_key_jwt</c>.</summary>
internal static class ClientAssertion
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <param name="issuer">The provider's. It alone is the audience, as a string: an assertion made for one endpoint cannot be used at another provider's.</param>
    public static string Sign(ISigningKey key, string clientId, string issuer, DateTimeOffset now) =>
        Jws.Sign(key, "client-authentication+jwt", JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["iss"] = clientId,
            ["sub"] = clientId,
            ["aud"] = issuer,
            ["jti"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(1).ToUnixTimeSeconds(),
        }));
}
