using CrossBorder.Verification.Crypto.Sm2;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Crypto.Parameters;

namespace CrossBorder.Verification.Crypto.Keys;

internal sealed class Sm2Numbers(ECPublicKeyParameters key) : PublicNumbers
{
    private readonly Sm2Verifier verifier = new(key);

    public ECPublicKeyParameters Key => key;

    public byte[] X { get; } = key.Q.AffineXCoord.GetEncoded();

    public byte[] Y { get; } = key.Q.AffineYCoord.GetEncoded();

    public override KeyKind Kind => KeyKind.Sm2;

    public override string CanonicalJwk =>
        $$"""{"crv":"{{Sm2Curve.Name}}","kty":"EC","x":"{{Base64Url.Encode(X)}}","y":"{{Base64Url.Encode(Y)}}"}""";

    public static Outcome<PublicNumbers> From(byte[] x, byte[] y) => Sm2Curve.TryGetPublicKey(x, y, out var key)
        ? new Sm2Numbers(key)
        : ErrorCatalogue.KeyMalformed.With("The coordinates are not a point of sm2p256v1.");

    public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        verifier.Verify(data, signature);
}
