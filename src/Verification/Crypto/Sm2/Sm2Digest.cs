using System.Buffers.Binary;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>What SM2 signs: the number of SM3(Z || data), with Z standing for the signer (GB/T 32918.2 5.5).</summary>
internal sealed class Sm2Digest
{
    /// <summary>The default user id of GM/T 0009-2012.</summary>
    private static readonly byte[] UserId = "1234567812345678"u8.ToArray();

    private readonly byte[] z;

    public Sm2Digest(ECPoint publicKey)
    {
        var digest = new SM3Digest();
        Span<byte> bits = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bits, (ushort)(UserId.Length * 8));
        digest.BlockUpdate(bits);
        digest.BlockUpdate(UserId);
        var domain = Sm2Curve.Domain;
        ECFieldElement[] elements =
        [
            domain.Curve.A, domain.Curve.B, domain.G.AffineXCoord, domain.G.AffineYCoord, publicKey.AffineXCoord, publicKey.AffineYCoord,
        ];
        foreach (var element in elements)
            digest.BlockUpdate(element.GetEncoded());
        z = Finish(digest);
    }

    public BigInteger Of(ReadOnlySpan<byte> data) => new(1, HashOf(data));

    /// <summary>The same as 32 bytes, the highest first: it may be the order or more.</summary>
    public byte[] HashOf(ReadOnlySpan<byte> data)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(z);
        digest.BlockUpdate(data);
        return Finish(digest);
    }

    private static byte[] Finish(SM3Digest digest)
    {
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return hash;
    }
}
