using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Tests.Pki;

/// <summary>Fresh keys; RSA ones are drawn from a few, for they take a quarter of a second to make.</summary>
internal static class Keys
{
    private static readonly Lazy<string[]> RsaKeys = new(() =>
        [.. Enumerable.Range(0, 4).Select(_ => SoftwareSigningKey.Generate(AlgorithmCatalogue.RS256).ToPkcs8Pem())]);

    private static int next;

    public static SoftwareSigningKey Of(SignatureAlgorithm algorithm) => algorithm.Kind == KeyKind.Rsa
        ? SoftwareSigningKey.FromPkcs8Pem(RsaKeys.Value[Interlocked.Increment(ref next) % RsaKeys.Value.Length], algorithm).Value
        : SoftwareSigningKey.Generate(algorithm);
}
