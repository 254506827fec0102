namespace CrossBorder.Federation.Officers;

/// <summary>A way in for one officer, once, within a day. Its code is known to whoever was told it; here is its hash.</summary>
internal sealed class OfficerInvitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>SHA-256 in hex: the code is random and long, so that a plain hash cannot be turned back.</summary>
    public required string CodeHash { get; init; }

    public required string Name { get; init; }

    public required OfficerRole Role { get; init; }

    /// <summary>The account that is set anew; null for somebody who has none yet.</summary>
    public string? OfficerId { get; init; }

    /// <summary>For the authenticator of who joins; encrypted.</summary>
    public required string TotpSecret { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
