using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Math;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>The private numbers of one kind of key and the operation that they allow.</summary>
internal abstract class PrivateNumbers : IDisposable
{
    public abstract PublicNumbers Public { get; }

    /// <summary>The members of a private JWK beside the public ones.</summary>
    public abstract IReadOnlyList<(string Name, byte[] Number)> JwkMembers { get; }

    public abstract byte[] Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data);

    public abstract byte[] ToPkcs8();

    public abstract void Dispose();

    /// <summary>From a private JWK; refused where its two halves are not of one key.</summary>
    public static Outcome<PrivateNumbers> From(Jwk jwk)
    {
        var read = jwk.Kind switch
        {
            KeyKind.Rsa => RsaPrivateNumbers.From(() => RSA.Create(new RSAParameters
            {
                Modulus = jwk["n"], Exponent = jwk["e"], D = jwk["d"], P = jwk["p"], Q = jwk["q"],
                DP = jwk["dp"], DQ = jwk["dq"], InverseQ = jwk["qi"],
            })),
            KeyKind.Sm2 => Sm2PrivateNumbers.From(new BigInteger(1, jwk["d"])),
            KeyKind.Ed25519 => Ed25519PrivateNumbers.From(jwk["d"]),
            var kind => EcPrivateNumbers.From(NistCurve.Of(kind), () => ECDsa.Create(new ECParameters
            {
                Curve = NistCurve.Of(kind).Parameters, D = jwk["d"], Q = new ECPoint { X = jwk["x"], Y = jwk["y"] },
            })),
        };
        return read.Then(numbers => PublicNumbers.From(jwk).Then(stated =>
            string.Equals(stated.CanonicalJwk, numbers.Public.CanonicalJwk, StringComparison.Ordinal)
                ? Outcome<PrivateNumbers>.Of(numbers)
                : ErrorCatalogue.KeyMalformed.With("The private and the public half of the JWK are not of one key.")));
    }
}
