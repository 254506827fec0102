using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Keys;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>Diffie-Hellman on P-256 with a sender's point.</summary>
internal sealed class AgreementOperation : PrivateOperation
{
    private const int PointLength = 65;
    private readonly KeyPool<ECDiffieHellman> pool;

    public AgreementOperation(PrivateNumbers numbers)
        : base(numbers)
    {
        var parameters = new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Member("d"),
            Q = ((EcNumbers)numbers.Public).Parameters.Q,
        };
        pool = new KeyPool<ECDiffieHellman>(() => ECDiffieHellman.Create(parameters));
    }

    protected override byte[]? Apply(ReadOnlySpan<byte> input)
    {
        if (input.Length != PointLength || input[0] != 0x04)
            return null;

        // A point off the curve would leak the key, residue by residue: the public numbers exist for points of the curve alone.
        return EcNumbers.From(NistCurve.Of(KeyKind.EcP256), input[1..33].ToArray(), input[33..].ToArray()).TryGetValue(out var sender)
            ? pool.Use(((EcNumbers)sender).Parameters, static (own, other) => Agree(own, other))
            : null;
    }

    protected override void Close() => pool.Dispose();

    private static byte[]? Agree(ECDiffieHellman own, ECParameters other)
    {
        try
        {
            using var sender = ECDiffieHellman.Create(other);
            using var key = sender.PublicKey;
            return own.DeriveRawSecretAgreement(key);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
