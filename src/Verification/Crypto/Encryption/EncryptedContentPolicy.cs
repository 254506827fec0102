namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>What an encrypted message must be before a private key is used on it.</summary>
public sealed record EncryptedContentPolicy
{
    /// <summary>The header <c>typ</c> that it must carry (RFC 8725 section 3.11); null where the partner's profile has none and any is taken.</summary>
    public required string? Type { get; init; }

    /// <summary>The names of the key management algorithms that are taken; those outside <see cref="EncryptionCatalogue"/> have no effect.</summary>
    public required IReadOnlyCollection<string> KeyManagement { get; init; }

    /// <summary>The names of the content encryptions that are taken; those outside <see cref="EncryptionCatalogue"/> have no effect.</summary>
    public required IReadOnlyCollection<string> ContentEncryption { get; init; }

    /// <summary>The header <c>cty</c> that it must carry; null for any or none.</summary>
    public string? ContentType { get; init; }

    /// <summary>How the partner writes an SM2 encrypted key; the other way is not looked at.</summary>
    public Sm2CiphertextEncoding Sm2Encoding { get; init; } = Sm2CiphertextEncoding.Raw;

    /// <summary>The longest message that is looked at, in characters.</summary>
    public int MaximumLength { get; init; } = 65536;
}
