namespace CrossBorder.Verification.Crypto;

/// <summary>A signature algorithm as JOSE names it. The only ones that exist are those of <see cref="AlgorithmCatalogue"/>.</summary>
public sealed record SignatureAlgorithm
{
    internal SignatureAlgorithm(string name, KeyKind kind, string digest)
    {
        Name = name;
        Kind = kind;
        Digest = digest;
    }

    /// <summary>The value of the header <c>alg</c>.</summary>
    public string Name { get; }

    /// <summary>The only kind of key that it may be used with.</summary>
    public KeyKind Kind { get; }

    /// <summary>Its hash, which <c>at_hash</c> and <c>c_hash</c> follow: SHA256 or SM3.</summary>
    public string Digest { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
