using CrossBorder.Verification.Crypto.Encryption;

namespace CrossBorder.Verification.Tests.Crypto.Encryption;

/// <summary>A decryption key of each kind; one for all tests, for RSA ones take long to make.</summary>
internal static class Recipients
{
    private static readonly Dictionary<string, SoftwareDecryptionKey> Made =
        EncryptionCatalogue.KeyManagement.ToDictionary(algorithm => algorithm.Name, algorithm => SoftwareDecryptionKey.Generate(algorithm));

    public static SoftwareDecryptionKey Of(string management) => Made[management];

    public static SoftwareDecryptionKey Of(KeyManagementAlgorithm management) => Made[management.Name];

    public static IReadOnlyCollection<IDecryptionKey> All => Made.Values;
}
