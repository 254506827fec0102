using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Sm2;
using Org.BouncyCastle.Math;

namespace CrossBorder.Verification.Tests.Crypto;

/// <summary>GB/T 32918.5-2017 annex A, and GB/T 32905-2016 annex A for the hash.</summary>
public sealed class Sm2Vectors
{
    private const string PrivateKey = "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";
    private const string X = "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020";
    private const string Y = "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
    private const string K = "59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21";
    private const string R = "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3";
    private const string S = "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";
    private static readonly byte[] Message = Encoding.ASCII.GetBytes("message digest");

    [Fact]
    public void The_published_signature_is_made_from_the_published_k()
    {
        Assert.True(Sm2Curve.TryGetPrivateKey(new BigInteger(PrivateKey, 16), out var key));

        var signature = new Sm2Signer(key, Sm2Curve.PublicKeyOf(key)).Sign(Message, () => new BigInteger(K, 16));

        Assert.Equal(R + S, Convert.ToHexString(signature));
    }

    [Fact]
    public void The_published_signature_verifies()
    {
        Assert.True(Sm2Verifier.TryCreate(Convert.FromHexString(X), Convert.FromHexString(Y), out var verifier));
        Assert.True(verifier.Verify(Message, Convert.FromHexString(R + S)));
        Assert.False(verifier.Verify("message digesT"u8, Convert.FromHexString(R + S)));
    }

    [Fact]
    public void The_public_key_follows_from_the_private_one()
    {
        Assert.True(Sm2Curve.TryGetPrivateKey(new BigInteger(PrivateKey, 16), out var key));
        var point = Sm2Curve.PublicKeyOf(key).Q;
        Assert.Equal(X + Y, Convert.ToHexString(point.AffineXCoord.GetEncoded()) + Convert.ToHexString(point.AffineYCoord.GetEncoded()));
    }

    [Theory]
    [InlineData("abc", "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd", "sm3:debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    public void The_published_hashes_are_made(string text, string hash) => Assert.Equal(hash, Digests.Sm3(Encoding.ASCII.GetBytes(text)));
}
