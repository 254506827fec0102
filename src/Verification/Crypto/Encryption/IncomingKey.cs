using System.Security.Cryptography;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>
/// The content key of a message. Where it cannot be recovered, for whatever reason, a random one takes its place, so that the message
/// fails at its tag like any other and nobody learns which step went wrong (RFC 7516 section 11.5).
/// </summary>
internal static class IncomingKey
{
    public static byte[] Of(JweHeader header, JweParts parts, ContentEncryptionAlgorithm encryption, IDecryptionKey? key, Sm2CiphertextEncoding encoding)
    {
        var contentKey = RandomNumberGenerator.GetBytes(encryption.KeyLength);
        if (key is null || Recover(header, parts, encryption, key, encoding) is not { } recovered)
            return contentKey;

        if (recovered.Length == contentKey.Length)
            recovered.CopyTo(contentKey, 0);
        CryptographicOperations.ZeroMemory(recovered);
        return contentKey;
    }

    private static byte[]? Recover(JweHeader header, JweParts parts, ContentEncryptionAlgorithm encryption, IDecryptionKey key, Sm2CiphertextEncoding encoding)
    {
        if (key.Algorithm.Agrees)
            return key.Recover(header.EphemeralPoint) is { } agreed ? FromAgreed(agreed, header, parts, encryption, key.Algorithm) : null;

        var input = key.Algorithm == EncryptionCatalogue.Sm2 && encoding == Sm2CiphertextEncoding.Der
            ? Sm2Ciphertext.FromDer(parts.EncryptedKey)
            : parts.EncryptedKey;
        return input is null ? null : key.Recover(input);
    }

    private static byte[]? FromAgreed(
        byte[] agreed, JweHeader header, JweParts parts, ContentEncryptionAlgorithm encryption, KeyManagementAlgorithm algorithm)
    {
        var derived = AgreedKey.Derive(agreed, algorithm, encryption, header.PartyU, header.PartyV);
        CryptographicOperations.ZeroMemory(agreed);
        if (algorithm == EncryptionCatalogue.EcdhEs)
            return derived;

        var contentKey = AgreedKey.Unwrap(derived, parts.EncryptedKey);
        CryptographicOperations.ZeroMemory(derived);
        return contentKey;
    }
}
