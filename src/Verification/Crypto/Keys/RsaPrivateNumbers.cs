using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Keys;

internal sealed class RsaPrivateNumbers : PrivateNumbers
{
    private readonly KeyPool<RSA> pool;

    private RsaPrivateNumbers(RSAParameters parameters, PublicNumbers publicNumbers)
    {
        Parameters = parameters;
        Public = publicNumbers;
        pool = new KeyPool<RSA>(() => RSA.Create(parameters));
    }

    public RSAParameters Parameters { get; }

    public override PublicNumbers Public { get; }

    public override IReadOnlyList<(string Name, byte[] Number)> JwkMembers =>
    [
        ("d", Parameters.D!), ("p", Parameters.P!), ("q", Parameters.Q!),
        ("dp", Parameters.DP!), ("dq", Parameters.DQ!), ("qi", Parameters.InverseQ!),
    ];

    public static Outcome<PrivateNumbers> From(Func<RSA> open)
    {
        try
        {
            using var rsa = open();
            var parameters = rsa.ExportParameters(includePrivateParameters: true);
            return RsaNumbers.From(parameters).Map(PrivateNumbers (found) => new RsaPrivateNumbers(parameters, found));
        }
        catch (CryptographicException)
        {
            return ErrorCatalogue.KeyMalformed.With("The RSA private key does not hold together.");
        }
    }

    public override byte[] Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data)
    {
        var hash = Digests.Of(algorithm, data);
        return pool.Use((hash, algorithm), static (rsa, input) =>
            rsa.SignHash(input.hash, input.algorithm.HashName, RsaNumbers.PaddingOf(input.algorithm)));
    }

    public override byte[] ToPkcs8() => pool.Use(0, static (rsa, _) => rsa.ExportPkcs8PrivateKey());

    public override void Dispose()
    {
        pool.Dispose();
        foreach (var (_, number) in JwkMembers)
            CryptographicOperations.ZeroMemory(number);
    }
}
