using CrossBorder.Verification.Crypto.Keys;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Utilities;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>
/// Signs with one key, for any number of threads: what does not change from signature to signature, Z and the inverse of 1+d,
/// is made once.
/// </summary>
internal sealed class Sm2Signer : IDisposable
{
    private static readonly BigInteger N = Sm2Curve.Domain.N;
    private readonly Sm2Digest digest;
    private readonly SecretBytes inverseBytes;

    public Sm2Signer(ECPrivateKeyParameters key, ECPublicKeyParameters publicKey)
    {
        digest = new Sm2Digest(publicKey.Q);
        inverseBytes = SecretBytes.TakeFrom(Sm2Scalar.Bytes(BigIntegers.ModOddInverse(N, key.D.Add(BigInteger.One))));
    }

    /// <summary>Raw r||s, with the digest of another user id where one is given.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data, Sm2Digest? other = null) => Sign((other ?? digest).Of(data), Sm2Scalar.Draw);

    /// <summary>With a given source of k: for the published vector alone.</summary>
    internal byte[] Sign(ReadOnlySpan<byte> data, Func<BigInteger> draw) => Sign(digest.Of(data), draw);

    private byte[] Sign(BigInteger e, Func<BigInteger> draw)
    {
        var inverse = new BigInteger(1, inverseBytes.Span);
        while (true)
        {
            var k = draw();
            var x = Sm2Generator.MultiplySecretly(k).Normalize().AffineXCoord.ToBigInteger();
            var r = e.Add(x).Mod(N);
            // (k - rd)/(1+d), written so that the key itself is not needed: (k + r)/(1+d) - r.
            var s = k.Add(r).Multiply(inverse).Subtract(r).Mod(N);
            if (r.SignValue != 0 && s.SignValue != 0 && !r.Add(k).Equals(N))
                return [.. Sm2Scalar.Bytes(r), .. Sm2Scalar.Bytes(s)];
        }
    }

    public void Dispose() => inverseBytes.Dispose();
}
