using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>
/// A message that was encrypted for one of our keys, decrypted and unchanged. The only way to one is <see cref="Decrypt"/>. It does not
/// show who sent it.
/// </summary>
public sealed class EncryptedContent
{
    private EncryptedContent(JweHeader header, IDecryptionKey key, ContentEncryptionAlgorithm encryption, byte[] payload)
    {
        Type = header.Type;
        ContentType = header.ContentType;
        Key = key;
        Encryption = encryption;
        PartyU = header.PartyU;
        PartyV = header.PartyV;
        Payload = payload;
    }

    /// <summary>The header <c>typ</c>, as it came.</summary>
    public string? Type { get; }

    /// <summary>The header <c>cty</c>, as it came.</summary>
    public string? ContentType { get; }

    /// <summary>The key that it was encrypted for.</summary>
    public IDecryptionKey Key { get; }

    /// <summary>The encryption of the content.</summary>
    public ContentEncryptionAlgorithm Encryption { get; }

    /// <summary>The header <c>apu</c> of a direct agreement: who says to have encrypted. Empty where there is none.</summary>
    public ReadOnlyMemory<byte> PartyU { get; }

    /// <summary>The header <c>apv</c> of a direct agreement: for whom. Empty where there is none.</summary>
    public ReadOnlyMemory<byte> PartyV { get; }

    /// <summary>The decrypted bytes.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>
    /// Decrypts a message with the key that its <c>kid</c> names, or without one with each key for its <c>alg</c> in turn.
    /// Refusals: CB3080, CB3081, CB3082 and CB3084 of what stands in the open; CB3083, the same for whatever reason, from there on.
    /// </summary>
    public static Outcome<EncryptedContent> Decrypt(string compact, IReadOnlyCollection<IDecryptionKey> keys, EncryptedContentPolicy policy)
    {
        if (compact.Length > policy.MaximumLength)
            return ErrorCatalogue.EncryptedContentTooLarge.With($"The message has {compact.Length} characters; at most {policy.MaximumLength} are taken.");

        return JweParts.Read(compact).Then(parts => JweHeader.Parse(parts.Header)
            .Then(header => AlgorithmsOf(header, parts, policy)
                .Then(chosen => Open(header, parts, chosen.Encryption, KeysFor(header, chosen.Management, keys), policy))));
    }

    private static Outcome<(KeyManagementAlgorithm Management, ContentEncryptionAlgorithm Encryption)> AlgorithmsOf(
        JweHeader header, JweParts parts, EncryptedContentPolicy policy)
    {
        if (!EncryptionCatalogue.TryGetKeyManagement(header.Algorithm, out var management) || !policy.KeyManagement.Contains(management.Name))
            return ErrorCatalogue.EncryptionNotAllowed.With($"Taken here as 'alg': {string.Join(", ", policy.KeyManagement)}.");
        if (!EncryptionCatalogue.TryGetContentEncryption(header.Encryption, out var encryption) || !policy.ContentEncryption.Contains(encryption.Name))
            return ErrorCatalogue.EncryptionNotAllowed.With($"Taken here as 'enc': {string.Join(", ", policy.ContentEncryption)}.");
        if (policy.Type is not null && !MediaTypes.AreSame(header.Type, policy.Type))
            return ErrorCatalogue.EncryptedTypeWrong.With($"A message of type '{policy.Type}' is wanted here.");
        if (policy.ContentType is not null && !MediaTypes.AreSame(header.ContentType, policy.ContentType))
            return ErrorCatalogue.EncryptedTypeWrong.With($"A message with content of type '{policy.ContentType}' is wanted here.");

        if (parts.VectorLength != encryption.VectorLength)
            return ErrorCatalogue.EncryptedContentMalformed.With($"The initialization vector of {encryption} has {encryption.VectorLength} bytes.");

        return (management == EncryptionCatalogue.EcdhEs) == (parts.EncryptedKey.Length == 0)
            ? (management, encryption)
            : ErrorCatalogue.EncryptedContentMalformed.With("The encrypted key is empty for direct agreement, and for nothing else.");
    }

    private static IEnumerable<IDecryptionKey?> KeysFor(JweHeader header, KeyManagementAlgorithm management, IReadOnlyCollection<IDecryptionKey> keys) => keys
        .Where(key => key.Algorithm == management && (header.KeyId is null || string.Equals(key.KeyId, header.KeyId, StringComparison.Ordinal)))
        // Without a key the message fails at its tag all the same.
        .DefaultIfEmpty(null as IDecryptionKey);

    private static Outcome<EncryptedContent> Open(
        JweHeader header, JweParts parts, ContentEncryptionAlgorithm encryption, IEnumerable<IDecryptionKey?> keys, EncryptedContentPolicy policy)
    {
        foreach (var key in keys)
        {
            var contentKey = IncomingKey.Of(header, parts, encryption, key, policy.Sm2Encoding);
            var opened = encryption.Open(contentKey, parts.Sealed, parts.Associated);
            CryptographicOperations.ZeroMemory(contentKey);
            if (key is not null && opened.TryGetValue(out var payload))
                return new EncryptedContent(header, key, encryption, payload);
        }

        return ErrorCatalogue.DecryptionFailed.With("The message cannot be decrypted with the keys that are here.");
    }
}
