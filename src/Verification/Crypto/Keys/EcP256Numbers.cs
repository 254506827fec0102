using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Keys;

[SuppressMessage("Design", "CA1001", Justification = "A public key is shared and lives as long as the last who holds it; the pool frees its handles by finalisers.")]
internal sealed class EcP256Numbers : PublicNumbers
{
    private const int SignatureLength = 64;
    private readonly KeyPool<ECDsa> pool;

    private EcP256Numbers(ECParameters parameters)
    {
        Parameters = parameters;
        pool = new KeyPool<ECDsa>(() => ECDsa.Create(parameters));
    }

    public ECParameters Parameters { get; }

    public override KeyKind Kind => KeyKind.EcP256;

    public override string CanonicalJwk =>
        $$"""{"crv":"P-256","kty":"EC","x":"{{Base64Url.Encode(Parameters.Q.X)}}","y":"{{Base64Url.Encode(Parameters.Q.Y)}}"}""";

    public static Outcome<PublicNumbers> From(byte[] x, byte[] y)
    {
        var parameters = new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } };
        try
        {
            // The import is what checks that the point is on the curve.
            using var imported = ECDsa.Create(parameters);
            return new EcP256Numbers(parameters);
        }
        catch (CryptographicException)
        {
            return ErrorCatalogue.KeyMalformed.With("The coordinates are not a point of P-256.");
        }
    }

    public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureLength)
            return false;

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, hash);
        return pool.Use(new Input(hash, signature), static (ecdsa, input) =>
            ecdsa.VerifyHash(input.Hash, input.Signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    private readonly ref struct Input(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        public readonly ReadOnlySpan<byte> Hash = hash;
        public readonly ReadOnlySpan<byte> Signature = signature;
    }
}
