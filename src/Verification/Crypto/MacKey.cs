using System.Security.Cryptography;
using System.Text;
using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// A secret shared by two sides for <see cref="MacContent"/>. It is no <see cref="VerificationKey"/> and no <see cref="ISigningKey"/>, so that
/// neither is ever taken for the other: who knows a public key must not be able to make a MAC with it.
/// </summary>
public sealed class MacKey : IDisposable
{
    /// <summary>As long as the hash (RFC 7518 section 3.2 asks the same of HMAC with SHA-2).</summary>
    private const int Shortest = 32;

    /// <summary>The block of SM3. Every encoding of a public key that is read here is longer.</summary>
    private const int Longest = 64;

    private readonly SecretBytes secret;

    private MacKey(ReadOnlySpan<byte> bytes, string keyId)
    {
        secret = SecretBytes.TakeFrom(bytes.ToArray());
        KeyId = keyId;
    }

    /// <summary>The value of the header <c>kid</c>.</summary>
    public string KeyId { get; }

    /// <summary>Takes a secret of 32 to 64 bytes, a copy of it; another length is refused (CB3007).</summary>
    public static Outcome<MacKey> FromBytes(ReadOnlySpan<byte> bytes, string keyId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(keyId);
        return bytes.Length is >= Shortest and <= Longest
            ? new MacKey(bytes, keyId)
            : ErrorCatalogue.KeyMalformed.With($"A secret for {AlgorithmCatalogue.Sm3Hmac} has {Shortest} to {Longest} bytes; this one has {bytes.Length}.");
    }

    /// <summary>
    /// Reads a JWK of type <c>oct</c> (RFC 7518 section 6.4) with a <c>kid</c>. A key of any other type, and one that states another
    /// <c>alg</c>, is refused (CB3007).
    /// </summary>
    public static Outcome<MacKey> FromJwk(string json) =>
        StrictJson.Read(Encoding.UTF8.GetBytes(json), ErrorCatalogue.KeyMalformed, jwk =>
        {
            if (jwk.StringOf("kty") != "oct" || jwk.StringOf("kid") is not { Length: > 0 } keyId)
                return Outcome<MacKey>.Refused([ErrorCatalogue.KeyMalformed.With("A shared secret is a JWK of type 'oct' with a 'kid'.")]);
            if (jwk.TryGetProperty("alg", out _) && jwk.StringOf("alg") != AlgorithmCatalogue.Sm3Hmac)
                return ErrorCatalogue.KeyMalformed.With($"The secret is not for {AlgorithmCatalogue.Sm3Hmac}.");

            return Base64Url.TryDecode(jwk.StringOf("k"), out var bytes) && !string.IsNullOrWhiteSpace(keyId)
                ? FromBytes(bytes, keyId)
                : ErrorCatalogue.KeyMalformed.With("The member 'k' is missing or not base64url.");
        });

    /// <summary>A new secret of 32 bytes from the system's randomness.</summary>
    public static MacKey Generate(string keyId) => FromBytes(RandomNumberGenerator.GetBytes(Shortest), keyId).Value;

    /// <summary>The secret as JWK, for the other side alone.</summary>
    public string ToJwk() => System.Text.Json.JsonSerializer.Serialize(
        new { kty = "oct", k = Base64Url.Encode(secret.Span), kid = KeyId, alg = AlgorithmCatalogue.Sm3Hmac });

    /// <summary>Zeroes the secret.</summary>
    public void Dispose() => secret.Dispose();

    internal byte[] CodeOf(ReadOnlySpan<byte> data) => Digests.HmacSm3(secret.Span, data);
}
