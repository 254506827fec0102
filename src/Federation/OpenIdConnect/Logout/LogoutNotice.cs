namespace CrossBorder.Federation.OpenIdConnect.Logout;

/// <summary>What one relying party is to hear of one sign-out. Written in the transaction that ends the session, so that none is lost.</summary>
internal sealed class LogoutNotice
{
    public required string Id { get; init; }

    public required string SignOutId { get; init; }

    public required string ClientId { get; init; }

    /// <summary>What the relying party knows the session by.</summary>
    public required string Sid { get; init; }

    /// <summary>What it knows the resident by.</summary>
    public required string Subject { get; init; }

    public NoticeStatus Status { get; init; }

    public int Attempts { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>A relying party that has not confirmed by then is told no more.</summary>
    public required DateTimeOffset GiveUpAt { get; init; }

    public string? LeaseOwner { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>Code of what went wrong last; null while nothing has.</summary>
    public string? LastFault { get; init; }

    public DateTimeOffset? SettledAt { get; init; }
}

internal enum NoticeStatus
{
    Waiting,

    /// <summary>The relying party ended its own session.</summary>
    Confirmed,

    /// <summary>It did not, for as long as it was tried.</summary>
    GivenUp,

    /// <summary>It registered no address to be told at.</summary>
    NotOffered,
}
