using CrossBorder.Verification.Crypto;

namespace CrossBorder.Sandbox.Pki;

/// <summary>Signing keys of the counterparties, with their certificates.</summary>
public static class SandboxKeys
{
    public static SoftwareSigningKey SigningKey(this DevelopmentPki pki, string name, string algorithm)
    {
        ArgumentNullException.ThrowIfNull(pki);
        if (!AlgorithmCatalogue.TryGet(algorithm, out var known))
            throw new ArgumentException($"No algorithm is called {algorithm}.", nameof(algorithm));
        var chain = Certificate.ParseMany(File.ReadAllText(pki.CertificateFile(name))).Value;
        return SoftwareSigningKey.FromPkcs8Pem(File.ReadAllText(pki.KeyFile(name)), known, name, chain).Value;
    }
}
