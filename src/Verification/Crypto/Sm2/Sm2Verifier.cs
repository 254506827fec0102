using CrossBorder.Verification.Crypto.Sm2.Fast;
using Org.BouncyCastle.Crypto.Parameters;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>Verifies with one public key, for any number of threads.</summary>
internal sealed class Sm2Verifier
{
    public const int SignatureLength = 2 * Sm2Scalar.Length;

    /// <summary>A table of a key's multiples costs about as much as so many verifications: a key that is seen less often never pays for one.</summary>
    internal const int Regular = 32;

    private readonly ISm2Equation equation;
    private readonly Lazy<Sm2Digest> digest;

    public Sm2Verifier(ECPublicKeyParameters key)
        : this(key, OwnArithmetic.IsUsed)
    {
    }

    internal Sm2Verifier(ECPublicKeyParameters key, bool withOwnArithmetic)
    {
        digest = new Lazy<Sm2Digest>(() => new Sm2Digest(key.Q));
        equation = withOwnArithmetic ? new OwnEquation(OwnArithmetic.PointOf(key)) : new BouncyCastleEquation(key.Q);
    }

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureLength
        && equation.Holds(signature[..Sm2Scalar.Length], signature[Sm2Scalar.Length..], digest.Value.HashOf(data));
}
