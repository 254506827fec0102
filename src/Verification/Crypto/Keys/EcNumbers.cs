using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Keys;

[SuppressMessage("Design", "CA1001", Justification = "A public key is shared and lives as long as the last who holds it; the pool frees its handles by finalisers.")]
internal sealed class EcNumbers : PublicNumbers
{
    private readonly NistCurve curve;
    private readonly KeyPool<ECDsa> pool;

    private EcNumbers(NistCurve curve, ECParameters parameters)
    {
        this.curve = curve;
        Parameters = parameters;
        pool = new KeyPool<ECDsa>(() => ECDsa.Create(parameters));
    }

    public ECParameters Parameters { get; }

    public override KeyKind Kind => curve.Kind;

    public override string CanonicalJwk =>
        $$"""{"crv":"{{curve.Name}}","kty":"EC","x":"{{Base64Url.Encode(Parameters.Q.X)}}","y":"{{Base64Url.Encode(Parameters.Q.Y)}}"}""";

    public static Outcome<PublicNumbers> From(NistCurve curve, byte[] x, byte[] y)
    {
        var parameters = new ECParameters { Curve = curve.Parameters, Q = new ECPoint { X = x, Y = y } };
        try
        {
            // The import is what checks that the point is on the curve.
            using var imported = ECDsa.Create(parameters);
            return new EcNumbers(curve, parameters);
        }
        catch (CryptographicException)
        {
            return ErrorCatalogue.KeyMalformed.With($"The coordinates are not a point of {curve.Name}.");
        }
    }

    public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != curve.SignatureLength)
            return false;

        Span<byte> space = stackalloc byte[SHA512.HashSizeInBytes];
        return pool.Use(new Input(algorithm.Hash(data, space), signature), static (ecdsa, input) =>
            ecdsa.VerifyHash(input.Hash, input.Signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    private readonly ref struct Input(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        public readonly ReadOnlySpan<byte> Hash = hash;
        public readonly ReadOnlySpan<byte> Signature = signature;
    }
}
