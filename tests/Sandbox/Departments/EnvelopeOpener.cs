using System.Text;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Verification.Crypto.Encryption;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Sandbox.Departments;

/// <summary>What came as it was signed: decrypted first where the department has a key for that, and then nothing else is taken.</summary>
internal sealed class EnvelopeOpener(DevelopmentPki pki)
{
    private static readonly EncryptedContentPolicy Policy = new()
    {
        Type = "cross-border-application+jwe",
        ContentType = "cross-border-application+jws",
        KeyManagement = [EncryptionCatalogue.Sm2.Name],
        ContentEncryption = [EncryptionCatalogue.Sm4Gcm.Name],
        MaximumLength = 1_000_000,
    };

    private readonly Dictionary<string, SoftwareDecryptionKey> keys = SandboxDepartments.Encrypted
        .ToDictionary(slug => slug, slug => pki.DecryptionKey(SandboxDepartments.EncryptionKey(slug)), StringComparer.Ordinal);

    public Outcome<string> Open(string department, string message) => keys.TryGetValue(department, out var key)
        ? EncryptedContent.Decrypt(message, [key], Policy).Map(content => Encoding.ASCII.GetString(content.Payload.Span))
        : message;
}
