namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>How a message is encrypted. The key management follows from the recipient's key.</summary>
public sealed record EncryptionSettings
{
    /// <summary>The header <c>typ</c>; null to write none, for partners whose profile has none.</summary>
    public required string? Type { get; init; }

    /// <summary>The header <c>enc</c>.</summary>
    public required ContentEncryptionAlgorithm Encryption { get; init; }

    /// <summary>The header <c>cty</c>, the media type of the payload; null to write none.</summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// PartyUInfo, who encrypts: goes into the agreed key and the header <c>apu</c> (RFC 7518 section 4.6.1.2). ECDH-ES alone
    /// takes it; at most 256 bytes.
    /// </summary>
    public ReadOnlyMemory<byte> PartyU { get; init; }

    /// <summary>PartyVInfo, for whom: the same with <c>apv</c> (RFC 7518 section 4.6.1.3).</summary>
    public ReadOnlyMemory<byte> PartyV { get; init; }

    /// <summary>How an SM2 encrypted key is written.</summary>
    public Sm2CiphertextEncoding Sm2Encoding { get; init; } = Sm2CiphertextEncoding.Raw;
}
