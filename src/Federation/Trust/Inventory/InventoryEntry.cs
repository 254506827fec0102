using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Trust.Inventory;

/// <summary>One certificate or key that the hub knows, with all that an officer asks of it first. Nothing private is in it.</summary>
internal sealed record InventoryEntry
{
    public required InventoryKind Kind { get; init; }

    /// <summary>What officers call it: the name of an anchor, the id of a key.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the place that it speaks for; empty where that is none.</summary>
    public string Jurisdiction { get; init; } = "";

    /// <summary>What it is believed for, or used for.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [];

    /// <summary>Kind and size of the key, such as <c>RSA 3072</c>.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Null for a key without a certificate.</summary>
    public Certificate? Certificate { get; init; }

    /// <summary>What names it inside the hub: of a certificate the SHA-256 thumbprint, base64url, as changes of trust hold it; of a bare key that of RFC 7638.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>SHA-256 in hex.</summary>
    public string Sha256 => ConsolePages.ConsoleFingerprint.Show(Fingerprint);

    /// <summary>SM3 over the encoded certificate in hex; empty for a bare key.</summary>
    public string Sm3 => Certificate is { } certificate ? Digests.Sm3(certificate.Der.Span)["sm3:".Length..] : "";

    public DateTimeOffset? NotBefore => Certificate?.NotBefore;

    /// <summary>When it ends; null for a bare key, which says nothing of it.</summary>
    public DateTimeOffset? NotAfter => Certificate?.NotAfter;

    public InventoryState State { get; init; } = InventoryState.Active;

    /// <summary>Since when it is in that state; null where only the settings say so.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The officer who brought it there; empty where the settings or time did.</summary>
    public string By { get; init; } = "";

    /// <summary>Whether it is believed for itself (a partner's certificate whose authority is not ours), or only watched.</summary>
    public bool IsDirect { get; init; }

    /// <summary>By configuration: what would stand still without it.</summary>
    public IReadOnlyList<InventoryUse> UsedBy { get; init; } = [];

    /// <summary>Of a key of the hub: where it stands in each of its uses in which keys follow one another.</summary>
    public IReadOnlyList<InventoryLine> Lines { get; init; } = [];

    public static string AlgorithmOf(VerificationKey key) => key.Kind switch
    {
        KeyKind.Rsa => $"RSA {key.Bits}",
        KeyKind.Sm2 => "SM2 256",
        KeyKind.Ed25519 => "Ed25519 256",
        _ => $"EC P-{key.Bits}",
    };
}

/// <summary>Where a key of the hub stands in one use, and who has shown that they have it.</summary>
/// <param name="Line">The use and its algorithm.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AwaitsCertificate">Whether officers have to bring a certificate first.</param>
/// <param name="KnownTo">How many relying parties showed that they have it.</param>
/// <param name="Laggards">Who lags behind.</param>
internal sealed record InventoryLine(KeyLine Line, KeyState State, bool AwaitsCertificate, int KnownTo, IReadOnlyList<string> Laggards);

/// <summary>One that rests on an entry.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">As the settings name it.</param>
internal sealed record InventoryUse(InventoryUseKind Kind, string Name);

/// <summary>What may rest on a certificate or key.</summary>
internal enum InventoryUseKind
{
    HomeProvider,
    Department,
    Directory,
    RelyingParty,
    Hub,
}
