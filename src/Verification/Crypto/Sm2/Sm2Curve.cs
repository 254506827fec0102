using System.Diagnostics.CodeAnalysis;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>The recommended curve of GB/T 32918.5.</summary>
internal static class Sm2Curve
{
    /// <summary>The name written into JWKs; see <see cref="IsName"/> for those that are read.</summary>
    public const string Name = "sm2p256v1";

    /// <summary>
    /// From CustomNamedCurves and not from GMNamedCurves: the same curve, but with field arithmetic written for its prime,
    /// which signs and verifies five to six times faster.
    /// </summary>
    public static ECDomainParameters Domain { get; } = new ECNamedDomainParameters(
        GMObjectIdentifiers.sm2p256v1, CustomNamedCurves.GetByOid(GMObjectIdentifiers.sm2p256v1));

    /// <summary>The curve's name differs in the wild; all three mean this curve.</summary>
    public static bool IsName(string? name) => name is Name or "SM2-P-256" or "SM2";

    /// <summary>A public key from its affine coordinates; false where they are not a point of the curve.</summary>
    public static bool TryGetPublicKey(byte[] x, byte[] y, [NotNullWhen(true)] out ECPublicKeyParameters? key)
    {
        key = null;
        if (x.Length != Sm2Scalar.Length || y.Length != Sm2Scalar.Length)
            return false;
        try
        {
            var point = Domain.Curve.ValidatePoint(new BigInteger(1, x), new BigInteger(1, y));
            key = new ECPublicKeyParameters("EC", point, Domain);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A private key from its number; false where it is not in [1, n-2], the range that SM2 signatures need.</summary>
    public static bool TryGetPrivateKey(BigInteger d, [NotNullWhen(true)] out ECPrivateKeyParameters? key)
    {
        key = d.SignValue > 0 && d.CompareTo(Domain.N.Subtract(BigInteger.One)) < 0 ? new ECPrivateKeyParameters("EC", d, Domain) : null;
        return key is not null;
    }

    public static ECPublicKeyParameters PublicKeyOf(ECPrivateKeyParameters key) =>
        new("EC", Sm2Generator.MultiplySecretly(key.D).Normalize(), Domain);
}
