using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Sec;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>One of the curves of FIPS 186-5 that ECDSA runs on, with its names: one algorithm each (RFC 7518 section 3.4).</summary>
internal sealed record NistCurve(KeyKind Kind, string Name, DerObjectIdentifier Oid, ECCurve Parameters, int Length)
{
    private static readonly NistCurve[] All =
    [
        new(KeyKind.EcP256, "P-256", SecObjectIdentifiers.SecP256r1, ECCurve.NamedCurves.nistP256, 32),
        new(KeyKind.EcP384, "P-384", SecObjectIdentifiers.SecP384r1, ECCurve.NamedCurves.nistP384, 48),
        new(KeyKind.EcP521, "P-521", SecObjectIdentifiers.SecP521r1, ECCurve.NamedCurves.nistP521, 66),
    ];

    /// <summary>r||s, each as long as a coordinate.</summary>
    public int SignatureLength => 2 * Length;

    public static NistCurve Of(KeyKind kind) => All.First(curve => curve.Kind == kind);

    public static KeyKind? KindOf(string? name) => Array.Find(All, curve => string.Equals(curve.Name, name, StringComparison.Ordinal))?.Kind;

    public static KeyKind? KindOf(DerObjectIdentifier oid) => Array.Find(All, curve => curve.Oid.Equals(oid))?.Kind;

    /// <summary>Bytes of a coordinate and of a private key on the curve of that kind, SM2 and Ed25519 included.</summary>
    public static int LengthOf(KeyKind kind) => kind switch
    {
        KeyKind.Sm2 => Sm2.Sm2Scalar.Length,
        KeyKind.Ed25519 => Ed25519Numbers.Length,
        _ => Of(kind).Length,
    };
}
