using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Audit;

/// <summary>
/// The hash of one log, chosen once for all its entries. Leaves and nodes carry a prefix of their own (RFC 9162 section 2.1.1),
/// so that no entry can pass for a node.
/// </summary>
public sealed class LogHash
{
    /// <summary>Length of a hash in bytes; the same for both.</summary>
    public const int Length = 32;

    private const byte LeafPrefix = 0x00;
    private const byte NodePrefix = 0x01;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");
    private readonly Func<byte[], byte[]> digest;

    private LogHash(string name, Func<byte[], byte[]> digest)
    {
        Name = name;
        this.digest = digest;
        EmptyRoot = digest([]);
    }

    /// <summary>SHA-256 (FIPS 180-4).</summary>
    public static LogHash Sha256 { get; } = new("sha256", SHA256.HashData);

    /// <summary>SM3 (GB/T 32905).</summary>
    public static LogHash Sm3 { get; } = new("sm3", data => Digests.Sm3Bytes(data));

    /// <summary><c>sha256</c> or <c>sm3</c>, as it stands before the colon of a hash in text.</summary>
    public string Name { get; }

    /// <summary>The root of a log without entries: the hash of nothing. One array for all: nobody writes to it.</summary>
    internal byte[] EmptyRoot { get; }

    /// <summary>The hash of that name; names are case-sensitive.</summary>
    public static bool TryGet(string? name, [NotNullWhen(true)] out LogHash? hash)
    {
        hash = name == Sha256.Name ? Sha256 : name == Sm3.Name ? Sm3 : null;
        return hash is not null;
    }

    /// <summary>The hash of one entry: HASH(0x00 || entry).</summary>
    public byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        var prefixed = new byte[1 + entry.Length];
        prefixed[0] = LeafPrefix;
        entry.CopyTo(prefixed.AsSpan(1));
        return digest(prefixed);
    }

    /// <summary>The hash over two subtrees: HASH(0x01 || left || right).</summary>
    public byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var prefixed = new byte[1 + Length + Length];
        prefixed[0] = NodePrefix;
        left.CopyTo(prefixed.AsSpan(1, Length));
        right.CopyTo(prefixed.AsSpan(1 + Length));
        return digest(prefixed);
    }

    /// <summary>A hash in text: the name, a colon, lower-case hex, as <see cref="Digests"/> writes it.</summary>
    public string Write(ReadOnlySpan<byte> hash) => $"{Name}:{Convert.ToHexStringLower(hash)}";

    /// <summary>Reads what <see cref="Write"/> writes, in that spelling alone.</summary>
    public bool TryRead(string? text, [NotNullWhen(true)] out byte[]? hash)
    {
        hash = null;
        if (text is null || text.Length != Name.Length + 1 + 2 * Length || !text.StartsWith(Name + ":", StringComparison.Ordinal))
            return false;

        var hex = text.AsSpan(Name.Length + 1);
        if (hex.ContainsAnyExcept(HexDigits))
            return false;

        hash = Convert.FromHexString(hex);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
