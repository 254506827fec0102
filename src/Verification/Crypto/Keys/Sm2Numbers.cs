using CrossBorder.Verification.Crypto.Sm2;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Crypto.Parameters;

namespace CrossBorder.Verification.Crypto.Keys;

internal sealed class Sm2Numbers : PublicNumbers
{
    private readonly Sm2Verifier verifier;

    /// <summary>Z of the user id asked for last: a key has one owner, who has one id.</summary>
    private Tuple<string, Sm2Digest>? last;

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

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, PartnerProfile profile)
    {
        if (profile.Encoding == SignatureEncoding.Raw)
            return verifier.Verify(data, signature, DigestFor(profile));

        return Sm2DerSignature.TryRead(signature.ToArray(), out var raw) && verifier.Verify(data, raw, DigestFor(profile));
    }

    /// <summary>Null for the default user id, whose digest signer and verifier have themselves.</summary>
    public Sm2Digest? DigestFor(PartnerProfile profile)
    {
        if (profile.UserId == Sm2Digest.DefaultUserId)
            return null;
        if (Volatile.Read(ref last) is { } known && known.Item1 == profile.UserId)
            return known.Item2;

        var made = new Sm2Digest(X, Y, profile.UserId);
        Volatile.Write(ref last, Tuple.Create(profile.UserId, made));
        return made;
    }
}
