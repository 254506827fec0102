using CrossBorder.Verification.Crypto.Sm2;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace CrossBorder.Verification.Tests.Crypto;

/// <summary>A key is judged the same before and after it has its table, and by BouncyCastle's signer, from many threads.</summary>
public sealed class Sm2RegularKeyTests
{
    private static readonly byte[] UserId = "1234567812345678"u8.ToArray();

    [Fact]
    public void What_holds_and_what_does_not_stays_so_beyond_the_table()
    {
        var (signer, verifier, _) = NewKey();
        for (var turn = 0; turn < 2 * Sm2Verifier.Regular; turn++)
        {
            var message = BitConverter.GetBytes(turn);
            var signature = signer.Sign(message);
            Assert.True(verifier.Verify(message, signature));
            signature[turn % signature.Length] ^= 1;
            Assert.False(verifier.Verify(message, signature));
        }
    }

    [Fact]
    public async Task Many_threads_share_one_signer_and_one_verifier()
    {
        var (signer, verifier, publicKey) = NewKey();
        await Parallel.ForAsync(0, 4 * Sm2Verifier.Regular, TestContext.Current.CancellationToken, (turn, _) =>
        {
            var message = BitConverter.GetBytes(turn);
            var signature = signer.Sign(message);
            Assert.True(verifier.Verify(message, signature));
            Assert.True(BouncyCastleVerifies(publicKey, message, signature));
            return ValueTask.CompletedTask;
        });
    }

    private static (Sm2Signer Signer, Sm2Verifier Verifier, ECPublicKeyParameters Public) NewKey()
    {
        Assert.True(Sm2Curve.TryGetPrivateKey(Sm2Scalar.Draw(), out var key));
        var publicKey = Sm2Curve.PublicKeyOf(key);
        Assert.True(Sm2Verifier.TryCreate(publicKey.Q.AffineXCoord.GetEncoded(), publicKey.Q.AffineYCoord.GetEncoded(), out var verifier));
        return (new Sm2Signer(key, publicKey), verifier, publicKey);
    }

    private static bool BouncyCastleVerifies(ECPublicKeyParameters key, byte[] message, byte[] signature)
    {
        var other = new SM2Signer(PlainDsaEncoding.Instance, new SM3Digest());
        other.Init(false, new ParametersWithID(key, UserId));
        other.BlockUpdate(message, 0, message.Length);
        return other.VerifySignature(signature);
    }
}
