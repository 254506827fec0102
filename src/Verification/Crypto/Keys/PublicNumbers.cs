using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>The public numbers of one kind of key, already known to be well-formed, and the operation that they allow.</summary>
internal abstract class PublicNumbers
{
    public abstract KeyKind Kind { get; }

    /// <summary>The members that RFC 7638 hashes, in its order and without spaces.</summary>
    public abstract string CanonicalJwk { get; }

    public abstract bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);

    public static Outcome<PublicNumbers> From(Jwk jwk) => jwk.Kind switch
    {
        KeyKind.Rsa => RsaNumbers.From(new RSAParameters { Modulus = jwk["n"], Exponent = jwk["e"] }),
        KeyKind.Ed25519 => Ed25519Numbers.From(jwk["x"]),
        var curve => From(curve, jwk["x"], jwk["y"]),
    };

    public static Outcome<PublicNumbers> From(KeyKind kind, byte[] x, byte[] y) =>
        kind == KeyKind.Sm2 ? Sm2Numbers.From(x, y) : EcNumbers.From(NistCurve.Of(kind), x, y);
}
