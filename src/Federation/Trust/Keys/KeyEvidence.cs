namespace CrossBorder.Federation.Trust.Keys;

/// <summary>How a client showed that it is there, and whether that shows that it has a key. From nothing to strong.</summary>
internal enum EvidenceKind
{
    /// <summary>A token was signed with the key for it. It is active; whether it knows the key is not shown.</summary>
    Issued,

    /// <summary>The key set was fetched from its address with its software, not long before it proved who it is. Likely, no more.</summary>
    Nearby,

    /// <summary>The key set was fetched in its name (<c>?client_id=</c>). Nobody proves a name there; nobody gains by a wrong one either.</summary>
    Named,

    /// <summary>It asked the hub about a token that the key signed, and so need not know the key.</summary>
    Introspected,

    /// <summary>It showed an access token that the key signed, after it had taken the sign-in.</summary>
    Used,

    /// <summary>It sent an id token back that the key signed.</summary>
    Hinted,
}

/// <summary>What one client showed about one key.</summary>
internal sealed class KeyEvidence
{
    public required string ClientId { get; init; }

    public required string KeyId { get; init; }

    public required EvidenceKind Kind { get; init; }

    public required DateTimeOffset FirstAt { get; init; }

    public required DateTimeOffset LastAt { get; set; }

    /// <summary>Whether a key before this one need not wait for the client any longer.</summary>
    public bool Counts => Kind is EvidenceKind.Named or EvidenceKind.Introspected or EvidenceKind.Used or EvidenceKind.Hinted;
}
