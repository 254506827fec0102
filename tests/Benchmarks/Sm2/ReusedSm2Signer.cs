using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace CrossBorder.Benchmarks.Sm2;

/// <summary>The baseline: BouncyCastle at its best, on its fast curve, with one signer and one verifier kept. Not for several threads.</summary>
internal sealed class ReusedSm2Signer
{
    private static readonly byte[] UserId = "1234567812345678"u8.ToArray();
    private readonly SM2Signer signer = NewSigner();
    private readonly SM2Signer verifier = NewSigner();
    private readonly AsymmetricCipherKeyPair pair;

    public ReusedSm2Signer()
    {
        var generator = new ECKeyPairGenerator();
        var domain = new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, CustomNamedCurves.GetByOid(GMObjectIdentifiers.sm2p256v1));
        generator.Init(new ECKeyGenerationParameters(domain, new SecureRandom()));
        pair = generator.GenerateKeyPair();
        signer.Init(true, Private);
        verifier.Init(false, new ParametersWithID(pair.Public, UserId));
    }

    private ParametersWithID Private => new(new ParametersWithRandom(pair.Private, new SecureRandom()), UserId);

    /// <summary>As a library with many threads would use it at first: a signer for each signature, which computes Z again.</summary>
    public byte[] SignAnew(byte[] message)
    {
        var once = NewSigner();
        once.Init(true, Private);
        once.BlockUpdate(message, 0, message.Length);
        return once.GenerateSignature();
    }

    public byte[] Sign(byte[] message)
    {
        signer.BlockUpdate(message, 0, message.Length);
        return signer.GenerateSignature();
    }

    public bool Verify(byte[] message, byte[] signature)
    {
        verifier.BlockUpdate(message, 0, message.Length);
        return verifier.VerifySignature(signature);
    }

    private static SM2Signer NewSigner() => new(PlainDsaEncoding.Instance, new SM3Digest());
}
