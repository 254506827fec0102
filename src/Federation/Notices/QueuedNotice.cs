namespace CrossBorder.Federation.Notices;

/// <summary>What somebody is to hear of. Written in the transaction of what it tells of, so that none is lost; told after it, as often as it takes.</summary>
internal abstract class QueuedNotice
{
    public required string Id { get; init; }

    public NoticeStatus Status { get; init; }

    public int Attempts { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Who has not confirmed by then is told no more.</summary>
    public required DateTimeOffset GiveUpAt { get; init; }

    public string? LeaseOwner { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>Code of what went wrong last; null while nothing has.</summary>
    public string? LastFault { get; init; }

    public DateTimeOffset? SettledAt { get; init; }
}

/// <summary>A notice for one client: of all receivers of its queue this one may be slow, and the others are told meanwhile.</summary>
internal interface IToldToClient
{
    string ClientId { get; }
}

internal enum NoticeStatus
{
    Waiting,

    /// <summary>Whoever was told took it.</summary>
    Confirmed,

    /// <summary>They did not, for as long as it was tried, or said that they never will.</summary>
    GivenUp,

    /// <summary>They registered no address to be told at.</summary>
    NotOffered,
}
