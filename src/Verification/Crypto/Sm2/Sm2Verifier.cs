using System.Diagnostics.CodeAnalysis;
using CrossBorder.Verification.Crypto.Sm2.Fast;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>Verifies with one public key, for any number of threads.</summary>
internal sealed class Sm2Verifier
{
    public const int SignatureLength = 2 * Sm2Scalar.Length;

    /// <summary>A table of a key's multiples costs about as much as so many verifications: a key that is seen less often never pays for one.</summary>
    internal const int Regular = 32;

    private readonly ISm2Equation equation;
    private readonly Lazy<Sm2Digest> digest;

    private Sm2Verifier(ISm2Equation equation, byte[] x, byte[] y)
    {
        this.equation = equation;
        digest = new Lazy<Sm2Digest>(() => new Sm2Digest(x, y));
    }

    /// <summary>For coordinates of 32 bytes; false where one is not below p, or they are no point of the curve.</summary>
    public static bool TryCreate(byte[] x, byte[] y, [NotNullWhen(true)] out Sm2Verifier? verifier) =>
        TryCreate(x, y, OwnArithmetic.IsUsed, out verifier);

    internal static bool TryCreate(byte[] x, byte[] y, bool withOwnArithmetic, [NotNullWhen(true)] out Sm2Verifier? verifier)
    {
        verifier = null;
        if (withOwnArithmetic)
        {
            if (AffinePoint.TryRead(x, y, out var point))
                verifier = new Sm2Verifier(new OwnEquation(in point), x, y);
        }
        else if (Sm2Curve.TryGetPublicKey(x, y, out var key))
        {
            verifier = new Sm2Verifier(new BouncyCastleEquation(key.Q), x, y);
        }

        return verifier is not null;
    }

    /// <param name="data">What was signed.</param>
    /// <param name="signature">Raw r||s.</param>
    /// <param name="other">The digest of another user id than the default one.</param>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, Sm2Digest? other = null) =>
        signature.Length == SignatureLength
        && equation.Holds(signature[..Sm2Scalar.Length], signature[Sm2Scalar.Length..], (other ?? digest.Value).HashOf(data));
}
