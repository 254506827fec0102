using System.Security.Cryptography;
using System.Text;
using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Crypto.Sm2;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto;

/// <summary>A public key that verifies signatures. Immutable, and safe to use from several threads at once.</summary>
public sealed class VerificationKey
{
    private readonly PublicNumbers numbers;

    private VerificationKey(PublicNumbers numbers, string? keyId)
    {
        this.numbers = numbers;
        Thumbprint = Base64Url.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(numbers.CanonicalJwk)));
        KeyId = string.IsNullOrEmpty(keyId) ? Thumbprint : keyId;
    }

    /// <summary>What kind of key it is; each algorithm works with one kind alone.</summary>
    public KeyKind Kind => numbers.Kind;

    /// <summary>The key's id; the thumbprint where it was given none.</summary>
    public string KeyId { get; }

    /// <summary>JWK thumbprint (RFC 7638) with SHA-256. For SM2 the curve is written as <c>sm2p256v1</c>, whichever name was read.</summary>
    public string Thumbprint { get; }

    /// <summary>How long it is in bits: the modulus of RSA, the order of a curve.</summary>
    public int Bits => numbers switch
    {
        RsaNumbers { Parameters.Modulus: { } modulus } => (8 * modulus.Length) - System.Numerics.BitOperations.LeadingZeroCount((uint)modulus[0] << 24),
        { Kind: KeyKind.EcP521 } => 521,
        _ => 8 * NistCurve.LengthOf(Kind),
    };

    internal PublicNumbers Numbers => numbers;

    internal static Outcome<VerificationKey> From(Outcome<PublicNumbers> numbers, string? keyId = null) =>
        numbers.Map(found => new VerificationKey(found, keyId));

    /// <summary>Reads a public JWK (RFC 7517). One that holds a private key is refused (CB3007).</summary>
    public static Outcome<VerificationKey> FromJwk(string json) =>
        Jwk.Parse(json, withPrivate: false).Then(jwk => From(PublicNumbers.From(jwk), jwk.KeyId));

    /// <summary>Writes the public JWK.</summary>
    /// <param name="algorithm">Written as <c>alg</c> where given.</param>
    /// <param name="chain">Written as <c>x5c</c> where given, leaf first.</param>
    /// <param name="profile">Whose name of the SM2 curve is written; <c>sm2p256v1</c> where null.</param>
    public string ToJwk(SignatureAlgorithm? algorithm = null, IReadOnlyList<Certificate>? chain = null, PartnerProfile? profile = null) =>
        JwkWriter.Write(numbers, KeyId, algorithm, chain, curveName: Kind == KeyKind.Sm2 ? profile?.CurveName : null);

    /// <summary>The key as certificates and requests hold it (SubjectPublicKeyInfo, DER), which the fingerprints of tools are made over.</summary>
    public byte[] ToSubjectPublicKeyInfo() => Certificates.SubjectKey.Write(this).GetDerEncoded();

    /// <summary>This key under another id.</summary>
    public VerificationKey WithKeyId(string keyId) => new(numbers, keyId);

    /// <summary>True where both are the same key, whatever they are called.</summary>
    public bool IsSameKeyAs(VerificationKey other) => string.Equals(Thumbprint, other.Thumbprint, StringComparison.Ordinal);

    /// <summary>
    /// True where <paramref name="signature"/> (JOSE encoding) holds over <paramref name="data"/>.
    /// An algorithm meant for another kind of key never does.
    /// </summary>
    public bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        algorithm.Kind == Kind && numbers.Verify(algorithm, data, signature);

    /// <summary>The same for a partner with SM2 settings of its own. Another user id or encoding than those never holds.</summary>
    public bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, PartnerProfile profile) =>
        algorithm.Kind == Kind && numbers is Sm2Numbers sm2
            ? sm2.Verify(data, signature, profile)
            : Verify(algorithm, data, signature);
}
