using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Encryption;

namespace CrossBorder.Sandbox.Pki;

/// <summary>Signing keys of the counterparties, with their certificates.</summary>
public static class SandboxKeys
{
    /// <summary>The key that opens what is encrypted for a certificate.</summary>
    public static SoftwareDecryptionKey DecryptionKey(this DevelopmentPki pki, string name)
    {
        ArgumentNullException.ThrowIfNull(pki);
        return SoftwareDecryptionKey.FromPkcs8Pem(File.ReadAllText(pki.KeyFile(name))).Value;
    }

    public static SoftwareSigningKey SigningKey(this DevelopmentPki pki, string name, string algorithm)
    {
        ArgumentNullException.ThrowIfNull(pki);
        if (!AlgorithmCatalogue.TryGet(algorithm, out var known))
            throw new ArgumentException($"No algorithm is called {algorithm}.", nameof(algorithm));
        var chain = Certificate.ParseMany(File.ReadAllText(pki.CertificateFile(name))).Value;
        return SoftwareSigningKey.FromPkcs8Pem(File.ReadAllText(pki.KeyFile(name)), known, name, chain).Value;
    }
}
