namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>How a content key reaches the recipient, as JOSE names it. The only ones that exist are those of <see cref="EncryptionCatalogue"/>.</summary>
public sealed record KeyManagementAlgorithm
{
    internal KeyManagementAlgorithm(string name, KeyKind kind)
    {
        Name = name;
        Kind = kind;
    }

    /// <summary>The value of the header <c>alg</c>.</summary>
    public string Name { get; }

    /// <summary>The only kind of key that it may be used with.</summary>
    public KeyKind Kind { get; }

    /// <summary>True where sender and recipient agree on a key, with a point that the sender made for this message.</summary>
    internal bool Agrees => Kind == KeyKind.EcP256;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
