using CrossBorder.Verification.Crypto.Sm2;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Utilities;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>
/// The number rests as bytes that are zeroed in the end. It is BouncyCastle's number only while an operation needs one;
/// those cannot be zeroed, and are left to the garbage collector.
/// </summary>
internal sealed class Sm2PrivateNumbers : PrivateNumbers
{
    private readonly SecretBytes number;
    private readonly Sm2Signer signer;

    private Sm2PrivateNumbers(ECPrivateKeyParameters key)
    {
        number = SecretBytes.TakeFrom(BigIntegers.AsUnsignedByteArray(Sm2Scalar.Length, key.D));
        var publicKey = Sm2Curve.PublicKeyOf(key);
        signer = new Sm2Signer(key, publicKey);
        Public = Sm2Numbers.From(publicKey.Q.AffineXCoord.GetEncoded(), publicKey.Q.AffineYCoord.GetEncoded()).Value;
    }

    public override PublicNumbers Public { get; }

    public override IReadOnlyList<(string Name, byte[] Number)> JwkMembers => [("d", number.Array)];

    public static Outcome<PrivateNumbers> From(BigInteger d) => Sm2Curve.TryGetPrivateKey(d, out var key)
        ? new Sm2PrivateNumbers(key)
        : ErrorCatalogue.KeyMalformed.With("The number is no private key of sm2p256v1.");

    public static Sm2PrivateNumbers Generate()
    {
        var generator = new ECKeyPairGenerator();
        generator.Init(new ECKeyGenerationParameters(Sm2Curve.Domain, new SecureRandom()));
        while (true)
        {
            // The generator may give n-1, with which SM2 cannot sign; it never will, and this makes it true.
            var drawn = (ECPrivateKeyParameters)generator.GenerateKeyPair().Private;
            if (Sm2Curve.TryGetPrivateKey(drawn.D, out var key))
                return new Sm2PrivateNumbers(key);
        }
    }

    public override byte[] Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data) => signer.Sign(data);

    public byte[] Sign(ReadOnlySpan<byte> data, PartnerProfile profile)
    {
        var raw = signer.Sign(data, ((Sm2Numbers)Public).DigestFor(profile));
        return profile.Encoding == SignatureEncoding.Der ? Sm2DerSignature.Write(raw) : raw;
    }

    public override byte[] ToPkcs8() => PrivateKeyInfoFactory.CreatePrivateKeyInfo(
        new ECPrivateKeyParameters("EC", new BigInteger(1, number.Array), Sm2Curve.Domain)).GetDerEncoded();

    public override void Dispose()
    {
        signer.Dispose();
        number.Dispose();
    }
}
