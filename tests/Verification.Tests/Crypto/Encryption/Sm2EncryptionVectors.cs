using System.Text;
using CrossBorder.Verification.Crypto.Encryption;
using CrossBorder.Verification.Crypto.Sm2;
using CsCheck;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;

namespace CrossBorder.Verification.Tests.Crypto.Encryption;

/// <summary>SM2 encryption: GB/T 32918.5-2017 annex C, and BouncyCastle's engine both ways.</summary>
public sealed class Sm2EncryptionVectors
{
    private const string C1 = "04"
        + "04EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73"
        + "E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0";

    private const string C3 = "59983C18F809E262923C53AEC295D30383B54E39D609D160AFCB1908D0BD8766";
    private const string C2 = "21886CA989CA9C7D58087307CA93092D651EFA";

    private const string Der = "307C0220" + "04EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73" + "022100"
        + "E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0" + "0420" + C3 + "0413" + C2;

    private static readonly BigInteger D = new("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8", 16);
    private static readonly BigInteger K = new("59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21", 16);
    private static readonly byte[] Message = Encoding.ASCII.GetBytes("encryption standard");

    [Fact]
    public void The_published_ciphertext_is_made_from_the_published_k() =>
        Assert.Equal(C1 + C3 + C2, Convert.ToHexString(Sm2Encryption.Encrypt(PublicKey.Q, Message, () => K)));

    [Fact]
    public void The_published_ciphertext_opens() =>
        Assert.Equal(Message, Sm2Encryption.Decrypt(D, Convert.FromHexString(C1 + C3 + C2)));

    [Fact]
    public void The_published_ciphertext_goes_into_DER_and_back()
    {
        Assert.Equal(Der, Convert.ToHexString(Sm2Ciphertext.ToDer(Convert.FromHexString(C1 + C3 + C2))));
        Assert.Equal(C1 + C3 + C2, Convert.ToHexString(Sm2Ciphertext.FromDer(Convert.FromHexString(Der))!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3000")]
    [InlineData(Der + "00")] // trailing byte
    [InlineData("30817C" + "00")] // a length longer than it need be
    [InlineData("300A0201010201010400" + "0400")] // a hash of no bytes
    [InlineData("302C0201FF020101" + "0420" + C3 + "0402AABB")] // a negative coordinate
    public void What_is_not_that_structure_to_the_letter_is_not_read(string der) => Assert.Null(Sm2Ciphertext.FromDer(Convert.FromHexString(der)));

    [Fact]
    public void Every_bit_counts()
    {
        var ciphertext = Convert.FromHexString(C1 + C3 + C2);
        Gen.Int[0, (ciphertext.Length * 8) - 1].Sample(bit =>
        {
            var changed = ciphertext.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            return Sm2Encryption.Decrypt(D, changed) is null;
        });
    }

    [Theory]
    [InlineData("00", "00")] // not on the curve
    [InlineData("01", "01")]
    [InlineData("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF", "00")] // the field's prime for zero
    [InlineData("6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296", "4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5")] // the generator of P-256
    public void A_point_that_is_not_on_the_curve_is_not_multiplied(string x, string y) =>
        Assert.Null(Sm2Encryption.Decrypt(D, Convert.FromHexString("04" + x.PadLeft(64, '0') + y.PadLeft(64, '0') + C3 + C2)));

    [Theory]
    [InlineData("")]
    [InlineData("04")]
    [InlineData("00" + C3 + C2)] // the point at infinity
    [InlineData(C1 + C3)] // no message
    [InlineData("06" + "04EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73" + "E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0" + C3 + C2)] // a hybrid point
    public void A_ciphertext_of_another_shape_is_not_read(string hex) => Assert.Null(Sm2Encryption.Decrypt(D, Convert.FromHexString(hex)));

    [Fact]
    public void The_engine_of_BouncyCastle_reads_what_we_write_and_writes_what_we_read() =>
        Gen.Byte.Array[1, 100].Sample(message =>
        {
            Assert.Equal(message, Engine(forEncryption: false, Sm2Encryption.Encrypt(PublicKey.Q, message)));
            Assert.Equal(message, Sm2Encryption.Decrypt(D, Engine(forEncryption: true, message)));
        }, iter: 50);

    [Fact]
    public void A_secret_multiplication_gives_what_any_other_gives()
    {
        var n = Sm2Curve.Domain.N;
        BigInteger[] edges =
        [
            BigInteger.One, BigInteger.Two, BigInteger.ValueOf(15), BigInteger.ValueOf(16), BigInteger.ValueOf(17), BigInteger.ValueOf(255),
            n.Subtract(BigInteger.One), n.Subtract(BigInteger.Two), n.ShiftRight(1), n.Subtract(BigInteger.One.ShiftLeft(224)),
        ];
        foreach (var k in edges.Concat(Enumerable.Range(0, 50).Select(_ => Sm2Scalar.Draw())))
            Assert.Equal(PublicKey.Q.Multiply(k).Normalize(), SecretMultiplication.Multiply(PublicKey.Q, k));
    }

    private static ECPublicKeyParameters PublicKey { get; } = Sm2Curve.PublicKeyOf(new ECPrivateKeyParameters("EC", D, Sm2Curve.Domain));

    private static byte[] Engine(bool forEncryption, byte[] input)
    {
        var domain = new ECDomainParameters(GMNamedCurves.GetByOid(GMObjectIdentifiers.sm2p256v1));
        var engine = new SM2Engine(new SM3Digest(), SM2Engine.Mode.C1C3C2);
        if (forEncryption)
        {
            var point = domain.Curve.DecodePoint(PublicKey.Q.GetEncoded(false));
            engine.Init(true, new ParametersWithRandom(new ECPublicKeyParameters(point, domain), new SecureRandom()));
        }
        else
        {
            engine.Init(false, new ECPrivateKeyParameters(D, domain));
        }

        return engine.ProcessBlock(input, 0, input.Length);
    }
}
