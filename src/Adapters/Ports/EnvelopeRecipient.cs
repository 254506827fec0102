using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Encryption;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>The key that a department registered for what is sent to it.</summary>
/// <param name="Key">Its public key.</param>
/// <param name="Chain">The certificate that it came in with those above it, leaf first; empty for a JWK, which the settings alone vouch for.</param>
public sealed record EnvelopeRecipient(RecipientKey Key, IReadOnlyList<Certificate> Chain)
{
    /// <summary>
    /// Reads a file with a public JWK, or with certificates in PEM. CB3007 where it cannot be read, holds a private key or one that is not for
    /// encryption; CB3012 where the certificate is not for encryption; CB30xx where it is none.
    /// </summary>
    public static Outcome<EnvelopeRecipient> Read(string file)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ErrorCatalogue.KeyMalformed.With($"The file with the key cannot be read ({fault.GetType().Name}).");
        }

        return text.TrimStart().StartsWith('{')
            ? RecipientKey.FromJwk(text).Map(key => new EnvelopeRecipient(key, []))
            : Certificate.ParseMany(text).Then(chain => RecipientKey.FromCertificate(chain[0]).Map(key => new EnvelopeRecipient(key, chain)));
    }

    /// <summary>What encrypts the content for such a key where nothing else is said: SM4 beside SM2, AES beside the others.</summary>
    public ContentEncryptionAlgorithm UsualEncryption =>
        Key.Algorithm == EncryptionCatalogue.Sm2 ? EncryptionCatalogue.Sm4Gcm : EncryptionCatalogue.Aes256Gcm;
}
