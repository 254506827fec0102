using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Crypto.Sm2;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>A JSON Web Key (RFC 7517) taken apart, before anything is believed of it.</summary>
internal sealed record Jwk(KeyKind Kind, IReadOnlyDictionary<string, byte[]> Numbers, string? KeyId, string? Algorithm)
{
    private static readonly string[] RsaPublic = ["n", "e"];
    private static readonly string[] RsaPrivate = ["d", "p", "q", "dp", "dq", "qi"];
    private static readonly string[] EcPublic = ["x", "y"];
    private static readonly string[] OkpPublic = ["x"];
    private static readonly string[] EcPrivate = ["d"];

    public byte[] this[string name] => Numbers[name];

    /// <param name="json">The key.</param>
    /// <param name="withPrivate">Whether private numbers are required; they are refused otherwise, so that a private key never travels as a public one.</param>
    public static Outcome<Jwk> Parse(string json, bool withPrivate) =>
        StrictJson.Read(Encoding.UTF8.GetBytes(json), ErrorCatalogue.KeyMalformed, jwk => Read(jwk, withPrivate));

    private static Outcome<Jwk> Read(JsonElement jwk, bool withPrivate)
    {
        KeyKind kind;
        var curve = jwk.StringOf("crv");
        switch (jwk.StringOf("kty"))
        {
            case "RSA":
                kind = KeyKind.Rsa;
                break;
            case "EC" when NistCurve.KindOf(curve) is { } nist:
                kind = nist;
                break;
            case "EC" when Sm2Curve.IsName(curve):
                kind = KeyKind.Sm2;
                break;
            case "OKP" when string.Equals(curve, Ed25519Numbers.CurveName, StringComparison.Ordinal):
                kind = KeyKind.Ed25519;
                break;
            default:
                return Refuse("The key is neither RSA nor EC on P-256, P-384, P-521 or sm2p256v1, nor OKP on Ed25519.");
        }

        var (publicNames, privateNames) = kind switch
        {
            KeyKind.Rsa => (RsaPublic, RsaPrivate),
            KeyKind.Ed25519 => (OkpPublic, EcPrivate),
            _ => (EcPublic, EcPrivate),
        };
        if (!withPrivate && privateNames.Any(name => jwk.TryGetProperty(name, out _)))
            return Refuse("The JWK holds a private key where a public one is wanted.");

        var numbers = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in withPrivate ? publicNames.Concat(privateNames) : publicNames)
        {
            if (!Base64Url.TryDecode(jwk.StringOf(name), out var number) || number.Length == 0)
                return Refuse($"The member '{name}' is missing or not base64url.");
            if (kind != KeyKind.Rsa && number.Length != NistCurve.LengthOf(kind))
                return Refuse($"The member '{name}' has {NistCurve.LengthOf(kind)} bytes on this curve (RFC 7518 section 6.2.1.2, RFC 8037 section 2).");
            numbers[name] = number;
        }

        return new Jwk(kind, numbers, jwk.StringOf("kid"), jwk.StringOf("alg"));
    }

    private static Error Refuse(string detail) => ErrorCatalogue.KeyMalformed.With(detail);
}
