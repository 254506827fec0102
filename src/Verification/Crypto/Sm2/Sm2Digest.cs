using System.Buffers.Binary;
using System.Text;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>What SM2 signs: the number of SM3(Z || data), with Z standing for the signer (GB/T 32918.2 5.5).</summary>
internal sealed class Sm2Digest
{
    /// <summary>The default user id of GM/T 0009-2012.</summary>
    public const string DefaultUserId = "1234567812345678";

    private readonly byte[] z;

    /// <summary>a, b and the generator's coordinates, as they stand in every Z.</summary>
    private static readonly byte[] Curve =
    [
        .. Sm2Curve.Domain.Curve.A.GetEncoded(), .. Sm2Curve.Domain.Curve.B.GetEncoded(),
        .. Sm2Curve.Domain.G.AffineXCoord.GetEncoded(), .. Sm2Curve.Domain.G.AffineYCoord.GetEncoded(),
    ];

    public Sm2Digest(ECPoint publicKey)
        : this(publicKey.AffineXCoord.GetEncoded(), publicKey.AffineYCoord.GetEncoded())
    {
    }

    public Sm2Digest(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y, string userId = DefaultUserId)
    {
        var id = Encoding.UTF8.GetBytes(userId);
        var digest = new SM3Digest();
        Span<byte> bits = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bits, (ushort)(id.Length * 8));
        digest.BlockUpdate(bits);
        digest.BlockUpdate(id);
        digest.BlockUpdate(Curve);
        digest.BlockUpdate(x);
        digest.BlockUpdate(y);
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
