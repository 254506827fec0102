namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>An authenticated encryption of content, as JOSE names it. The only ones that exist are those of <see cref="EncryptionCatalogue"/>.</summary>
public sealed record ContentEncryptionAlgorithm
{
    internal ContentEncryptionAlgorithm(string name)
    {
        Name = name;
        KeyLength = ContentCipher.KeyLength(name);
    }

    /// <summary>The value of the header <c>enc</c>.</summary>
    public string Name { get; }

    /// <summary>The length of its key in bytes.</summary>
    public int KeyLength { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
