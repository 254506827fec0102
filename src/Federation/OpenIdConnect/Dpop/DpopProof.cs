using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>
/// A DPoP proof whose signature and content hold (RFC 9449 section 4.3). Whether it was used before, and whether its key is the one that
/// is wanted, is for others to ask.
/// </summary>
/// <param name="Thumbprint">SHA-256 thumbprint of its key (RFC 7638), as <c>jkt</c> has it.</param>
/// <param name="Identifier">Its <c>jti</c>.</param>
/// <param name="IssuedAt">Its <c>iat</c>.</param>
/// <param name="Nonce">Its <c>nonce</c>; null where it has none.</param>
internal sealed record DpopProof(string Thumbprint, string Identifier, DateTimeOffset IssuedAt, string? Nonce)
{
    public const string Type = "dpop+jwt";

    /// <summary>How far the client's clock may be from ours, either way. RFC 9449 section 11.1 wants it short.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private const int LongestProof = 8 * 1024;
    private const int LongestIdentifier = 200;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>The algorithms of proofs. RSASSA-PKCS1-v1_5 is none of them: no profile that has DPoP takes it.</summary>
    public static IReadOnlyList<string> Algorithms { get; } =
        [AlgorithmCatalogue.PS256.Name, AlgorithmCatalogue.ES256.Name, AlgorithmCatalogue.Sm2.Name];

    /// <summary>Reads a proof. Refusal: CB2030.</summary>
    public static Outcome<DpopProof> Read(string compact, DpopExpectation expected)
    {
        var parts = compact.Length <= LongestProof ? compact.Split('.', 4) : [];
        if (parts.Length != 3 || !Decode(parts[0], out var header) || !Decode(parts[1], out var payload) || !Decode(parts[2], out var signature))
            return Refuse("It is not three parts of base64url joined by dots.");

        try
        {
            using var head = JsonDocument.Parse(header, Strict);
            using var claims = JsonDocument.Parse(payload, Strict);
            var input = Encoding.ASCII.GetBytes(compact, 0, parts[0].Length + 1 + parts[1].Length);
            return KeyOf(head.RootElement, input, signature).Then(key => Check(key, claims.RootElement, expected));
        }
        // Half a character inside a text is stumbled over when that text is read.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Refuse("Its header or its payload is not a JSON object.");
        }
    }

    private static Outcome<VerificationKey> KeyOf(JsonElement header, byte[] input, byte[] signature)
    {
        if (!string.Equals(Text(header, "typ"), Type, StringComparison.OrdinalIgnoreCase))
            return Refuse($"Its typ is not {Type}.");
        if (!Algorithms.Contains(Text(header, "alg")) || !AlgorithmCatalogue.TryGet(Text(header, "alg"), out var algorithm))
            return Refuse($"Its alg is none of {string.Join(' ', Algorithms)}.");
        if (header.TryGetProperty("crit", out _))
            return Refuse("It asks for an extension that is not understood.");
        if (!header.TryGetProperty("jwk", out var jwk) || jwk.ValueKind != JsonValueKind.Object)
            return Refuse("It has no jwk.");

        // One with private members is refused by the reading itself.
        var key = VerificationKey.FromJwk(jwk.GetRawText());
        if (!key.TryGetValue(out var found))
            return Refuse("Its jwk is not a public key that is taken here.");
        return found.Verify(algorithm, input, signature) ? found : Refuse("Its signature does not hold.");
    }

    private static Outcome<DpopProof> Check(VerificationKey key, JsonElement claims, DpopExpectation expected)
    {
        if (Text(claims, "jti") is not { Length: > 0 and <= LongestIdentifier } identifier)
            return Refuse("It has no jti, or too long a one.");
        if (!string.Equals(Text(claims, "htm"), expected.Method, StringComparison.Ordinal))
            return Refuse("Its htm is not the method of the request.");
        if (Text(claims, "htu") is not { } address || !expected.Addresses.Any(wanted => DpopAddress.AreSame(wanted, address)))
            return Refuse("Its htu is not the address of the request.");
        if (Time(claims, "iat") is not { } issued || issued < expected.Now - Window || issued > expected.Now + Window)
            return Refuse($"Its iat is not within {Window.TotalSeconds} seconds of now.");
        if (Time(claims, "exp") is { } ends && ends + Window < expected.Now)
            return Refuse("Its exp has passed.");
        if (expected.AccessToken is { } token && Text(claims, "ath") != Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token))))
            return Refuse("Its ath is not the hash of the access token.");
        return new DpopProof(key.Thumbprint, identifier, issued, Text(claims, "nonce"));
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static DateTimeOffset? Time(JsonElement claims, string name) =>
        claims.ValueKind == JsonValueKind.Object && claims.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number
        && member.TryGetDouble(out var seconds) && seconds is > 0 and < 253_402_300_799 ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;

    private static bool Decode(string part, out byte[] bytes)
    {
        var holds = Base64Url.IsValid(part) && part.AsSpan().IndexOfAny(" \t\r\n=") < 0;
        bytes = holds ? Base64Url.DecodeFromChars(part) : [];
        return holds;
    }

    private static Error Refuse(string detail) => ErrorCatalogue.DpopProofInvalid.With(detail);
}
