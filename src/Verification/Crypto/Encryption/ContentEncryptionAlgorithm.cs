using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>An authenticated encryption of content, as JOSE names it. The only ones that exist are those of <see cref="EncryptionCatalogue"/>.</summary>
public sealed record ContentEncryptionAlgorithm
{
    internal ContentEncryptionAlgorithm(string name, int keyLength, int vectorLength)
    {
        Name = name;
        KeyLength = keyLength;
        VectorLength = vectorLength;
    }

    /// <summary>The value of the header <c>enc</c>.</summary>
    public string Name { get; }

    /// <summary>The length of its key in bytes.</summary>
    public int KeyLength { get; }

    /// <summary>The length of the initialization vector in bytes.</summary>
    internal int VectorLength { get; }

    /// <summary>Initialization vector, ciphertext and tag, one behind the other.</summary>
    internal byte[] Seal(byte[] key, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associated) =>
        Name == CbcHmac.Name ? CbcHmac.Seal(key, plaintext, associated) : ContentCipher.Seal(Name, key, plaintext, associated);

    /// <summary>What <see cref="Seal"/> sealed; refused with CB3009.</summary>
    internal Outcome<byte[]> Open(byte[] key, ReadOnlySpan<byte> sealedContent, ReadOnlySpan<byte> associated) =>
        Name == CbcHmac.Name ? CbcHmac.Open(key, sealedContent, associated) : ContentCipher.Open(Name, key, sealedContent, associated);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
