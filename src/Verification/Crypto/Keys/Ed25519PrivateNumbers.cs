using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.EdEC;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>A private key of Ed25519: 32 random bytes from which everything else follows, signatures too, so that none needs randomness.</summary>
internal sealed class Ed25519PrivateNumbers : PrivateNumbers
{
    private readonly SecretBytes seed;
    private readonly byte[] point = new byte[Ed25519Numbers.Length];

    private Ed25519PrivateNumbers(SecretBytes seed)
    {
        this.seed = seed;
        Ed25519.GeneratePublicKey(seed.Array, 0, point, 0);
        Public = Ed25519Numbers.From(point).Value;
    }

    public override PublicNumbers Public { get; }

    public override IReadOnlyList<(string Name, byte[] Number)> JwkMembers => [("d", seed.Array)];

    /// <summary>Takes the bytes and zeroes them where they were.</summary>
    public static Outcome<PrivateNumbers> From(byte[] bytes) => bytes.Length == Ed25519Numbers.Length
        ? new Ed25519PrivateNumbers(SecretBytes.TakeFrom(bytes))
        : ErrorCatalogue.KeyMalformed.With($"A private key of Ed25519 has {Ed25519Numbers.Length} bytes.");

    /// <summary>From PKCS#8 (RFC 8410 section 7): an OCTET STRING within the OCTET STRING, and sometimes the public half, which must belong to it.</summary>
    public static Outcome<PrivateNumbers> From(PrivateKeyInfo info)
    {
        if (info.PrivateKeyAlgorithm.Parameters is not null)
            return ErrorCatalogue.KeyMalformed.With("A key of Ed25519 has no parameters (RFC 8410 section 3).");

        var read = From(Asn1OctetString.GetInstance(info.ParsePrivateKey()).GetOctets());
        return read.TryGetValue(out var numbers) && info.PublicKey is { } stated && !stated.GetOctets().AsSpan().SequenceEqual(((Ed25519PrivateNumbers)numbers).point)
            ? ErrorCatalogue.KeyMalformed.With("The private and the public half of the key are not of one key.")
            : read;
    }

    public static Ed25519PrivateNumbers Generate()
    {
        var seed = new SecretBytes(Ed25519Numbers.Length);
        RandomNumberGenerator.Fill(seed.Span);
        return new Ed25519PrivateNumbers(seed);
    }

    public override byte[] Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data)
    {
        var signature = new byte[Ed25519.SignatureSize];
        // The public half is our own, never a caller's: two signatures under two of them would give the private one away.
        Ed25519.Sign(seed.Array, 0, point, 0, data.ToArray(), 0, data.Length, signature, 0);
        return signature;
    }

    public override byte[] ToPkcs8() => new PrivateKeyInfo(
        new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), new DerOctetString(seed.Array)).GetDerEncoded();

    public override void Dispose() => seed.Dispose();
}
