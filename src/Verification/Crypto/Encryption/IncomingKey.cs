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
        if (key.Algorithm == EncryptionCatalogue.EcdhEs)
            return key.Recover(header.EphemeralPoint) is { } agreed ? Derive(agreed, header, encryption) : null;

        var input = key.Algorithm == EncryptionCatalogue.Sm2 && encoding == Sm2CiphertextEncoding.Der
            ? Sm2Ciphertext.FromDer(parts.EncryptedKey)
            : parts.EncryptedKey;
        return input is null ? null : key.Recover(input);
    }

    private static byte[] Derive(byte[] agreed, JweHeader header, ContentEncryptionAlgorithm encryption)
    {
        var derived = ConcatKdf.Derive(agreed, encryption.Name, header.PartyU, header.PartyV, encryption.KeyLength);
        CryptographicOperations.ZeroMemory(agreed);
        return derived;
    }
}
