using System.Security.Cryptography;

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

    /// <summary>Its hash, which <c>at_hash</c> and <c>c_hash</c> follow: SHA256, SHA384, SHA512 or SM3.</summary>
    public string Digest { get; }

    /// <summary>The hash as the platform names it; SM3 is not the platform's.</summary>
    internal HashAlgorithmName HashName => new(Digest);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The hash of the data by the platform, in the part of <paramref name="space"/> that is returned.</summary>
    internal ReadOnlySpan<byte> Hash(ReadOnlySpan<byte> data, Span<byte> space) =>
        space[..CryptographicOperations.HashData(HashName, data, space)];
}
