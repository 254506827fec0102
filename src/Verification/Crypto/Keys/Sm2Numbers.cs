using CrossBorder.Verification.Crypto.Sm2;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Crypto.Parameters;

namespace CrossBorder.Verification.Crypto.Keys;

internal sealed class Sm2Numbers : PublicNumbers
{
    private readonly Sm2Verifier verifier;

    private Sm2Numbers(byte[] x, byte[] y, Sm2Verifier verifier)
    {
        X = x;
        Y = y;
        this.verifier = verifier;
    }

    public byte[] X { get; }

    public byte[] Y { get; }

    /// <summary>The same key for BouncyCastle, which encrypts to it.</summary>
    public ECPublicKeyParameters Key => Sm2Curve.TryGetPublicKey(X, Y, out var key)
        ? key
        : throw new InvalidOperationException("A point that was read is no point of the curve.");

    public override KeyKind Kind => KeyKind.Sm2;

    public override string CanonicalJwk =>
        $$"""{"crv":"{{Sm2Curve.Name}}","kty":"EC","x":"{{Base64Url.Encode(X)}}","y":"{{Base64Url.Encode(Y)}}"}""";

    public static Outcome<PublicNumbers> From(byte[] x, byte[] y) => Sm2Verifier.TryCreate(x, y, out var verifier)
        ? new Sm2Numbers(x, y, verifier)
        : ErrorCatalogue.KeyMalformed.With("The coordinates are not a point of sm2p256v1.");

    public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        verifier.Verify(data, signature);
}
