using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Keys;

internal sealed class EcP256PrivateNumbers : PrivateNumbers
{
    private readonly KeyPool<ECDsa> pool;

    private EcP256PrivateNumbers(ECParameters parameters, PublicNumbers publicNumbers)
    {
        Parameters = parameters;
        Public = publicNumbers;
        pool = new KeyPool<ECDsa>(() => ECDsa.Create(parameters));
    }

    public ECParameters Parameters { get; }

    public override PublicNumbers Public { get; }

    public override IReadOnlyList<(string Name, byte[] Number)> JwkMembers => [("d", Parameters.D!)];

    public static Outcome<PrivateNumbers> From(Func<ECDsa> open)
    {
        try
        {
            using var ecdsa = open();
            var parameters = ecdsa.ExportParameters(includePrivateParameters: true);
            return EcP256Numbers.From(parameters.Q.X!, parameters.Q.Y!)
                .Map(PrivateNumbers (found) => new EcP256PrivateNumbers(parameters, found));
        }
        catch (CryptographicException)
        {
            return ErrorCatalogue.KeyMalformed.With("The P-256 private key does not hold together.");
        }
    }

    public override byte[] Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data)
    {
        var hash = SHA256.HashData(data);
        return pool.Use(hash, static (ecdsa, input) => ecdsa.SignHash(input, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    public override byte[] ToPkcs8() => pool.Use(0, static (ecdsa, _) => ecdsa.ExportPkcs8PrivateKey());

    public override void Dispose()
    {
        pool.Dispose();
        CryptographicOperations.ZeroMemory(Parameters.D);
    }
}
