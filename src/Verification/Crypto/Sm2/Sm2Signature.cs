using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>SM2 with SM3 as JOSE carries it: raw r||s, 64 bytes.</summary>
internal static class Sm2Signature
{
    public const int Length = 64;

    /// <summary>The default user id of GM/T 0009-2012, from which Z is computed.</summary>
    private static readonly byte[] UserId = "1234567812345678"u8.ToArray();

    private static readonly SecureRandom Random = new();

    public static byte[] Sign(ECPrivateKeyParameters key, ReadOnlySpan<byte> data) => Sign(new ParametersWithRandom(key, Random), data);

    /// <summary>With a given source of k: for the published vector alone.</summary>
    internal static byte[] Sign(ParametersWithRandom key, ReadOnlySpan<byte> data)
    {
        var signer = Start(forSigning: true, key);
        signer.BlockUpdate(data);
        return signer.GenerateSignature();
    }

    public static bool Verify(ECPublicKeyParameters key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != Length || !InRange(signature[..32]) || !InRange(signature[32..]))
            return false;

        var signer = Start(forSigning: false, key);
        signer.BlockUpdate(data);
        return signer.VerifySignature(signature.ToArray());
    }

    /// <summary>1 to n-1. Zero makes the verification equation hold for anything; n or more is a second spelling of a smaller number.</summary>
    private static bool InRange(ReadOnlySpan<byte> number)
    {
        var value = new BigInteger(1, number);
        return value.SignValue > 0 && value.CompareTo(Sm2Curve.Domain.N) < 0;
    }

    /// <summary>A signer holds state, so there is one for each operation.</summary>
    private static SM2Signer Start(bool forSigning, ICipherParameters key)
    {
        var signer = new SM2Signer(PlainDsaEncoding.Instance, new SM3Digest());
        signer.Init(forSigning, new ParametersWithID(key, UserId));
        return signer;
    }
}
