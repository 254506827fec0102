using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Keys;

internal sealed class EcPrivateNumbers : PrivateNumbers
{
    private readonly KeyPool<ECDsa> pool;

    private EcPrivateNumbers(ECParameters parameters, PublicNumbers publicNumbers)
    {
        Parameters = parameters;
        Public = publicNumbers;
        pool = new KeyPool<ECDsa>(() => ECDsa.Create(parameters));
    }

    public ECParameters Parameters { get; }

    public override PublicNumbers Public { get; }

    public override IReadOnlyList<(string Name, byte[] Number)> JwkMembers => [("d", Parameters.D!)];

    public static Outcome<PrivateNumbers> From(NistCurve curve, Func<ECDsa> open)
    {
        try
        {
            using var ecdsa = open();
            var parameters = ecdsa.ExportParameters(includePrivateParameters: true);
            return EcNumbers.From(curve, parameters.Q.X!, parameters.Q.Y!)
                .Map(PrivateNumbers (found) => new EcPrivateNumbers(parameters, found));
        }
        catch (CryptographicException)
        {
            return ErrorCatalogue.KeyMalformed.With($"The {curve.Name} private key does not hold together.");
        }
    }

    public override byte[] Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data)
    {
        Span<byte> space = stackalloc byte[SHA512.HashSizeInBytes];
        return pool.Use(algorithm.Hash(data, space), static (ecdsa, hash) =>
            ecdsa.SignHash(hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    public override byte[] ToPkcs8() => pool.Use(0, static (ecdsa, _) => ecdsa.ExportPkcs8PrivateKey());

    public override void Dispose()
    {
        pool.Dispose();
        CryptographicOperations.ZeroMemory(Parameters.D);
    }
}
