using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>A public key of Ed25519 (RFC 8032 section 5.1.5): y and the sign of x in 32 bytes.</summary>
internal sealed class Ed25519Numbers : PublicNumbers
{
    public const string CurveName = "Ed25519";
    public const int Length = 32;
    private const int SignatureLength = 64;

    private readonly byte[] point;

    private Ed25519Numbers(byte[] point) => this.point = point;

    public override KeyKind Kind => KeyKind.Ed25519;

    /// <summary>The members and their order are those of RFC 8037 section 2.</summary>
    public override string CanonicalJwk => $$"""{"crv":"{{CurveName}}","kty":"OKP","x":"{{Base64Url.Encode(point)}}"}""";

    public static Outcome<PublicNumbers> From(byte[] point) =>
        // Full: under a point of small order one signature holds over many messages, so it is nobody's key.
        point.Length == Length && Ed25519.ValidatePublicKeyFull(point, 0)
            ? new Ed25519Numbers(point)
            : ErrorCatalogue.KeyMalformed.With("The bytes are no point of Ed25519 that is of the order of its base point.");

    public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureLength && Ed25519.Verify(signature.ToArray(), 0, point, 0, data.ToArray(), 0, data.Length);
}
