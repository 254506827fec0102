namespace CrossBorder.Federation.Signals;

/// <summary>What one receiver wants to hear, and how. Each client has one at most.</summary>
internal sealed class SignalStream
{
    public required string Id { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Where events are posted; null where the receiver fetches them.</summary>
    public string? EndpointUrl { get; set; }

    /// <summary>What the receiver wants to see in the header Authorization of each; encrypted, and never given out again.</summary>
    public string? AuthorizationHeader { get; set; }

    /// <summary>What it asked for, separated by blanks; of these only <see cref="SignalTypes.Offered"/> come.</summary>
    public required string EventsRequested { get; set; }

    public string? Description { get; set; }

    public StreamStatus Status { get; set; }

    /// <summary>Why the receiver changed it, in its words.</summary>
    public string? StatusReason { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a verification event was last asked for.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>Of two changes at once one is stored.</summary>
    public int Version { get; set; }

    public bool IsPush => EndpointUrl is not null;

    public IEnumerable<string> Delivered => EventsRequested.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(SignalTypes.Offered.Contains);

    /// <summary>When the worker has an event to post. One that is fetched, or held back, comes to it only when its time is over.</summary>
    public DateTimeOffset DueFor(DateTimeOffset now, DateTimeOffset giveUpAt) => IsPush && Status == StreamStatus.Enabled ? now : giveUpAt;
}

internal enum StreamStatus
{
    Enabled,

    /// <summary>Events are held back until it is enabled again.</summary>
    Paused,

    /// <summary>Events are not kept.</summary>
    Disabled,
}

/// <summary>A resident whom a receiver does not want to hear of, by what it calls them.</summary>
internal sealed class SilencedSubject
{
    public required string StreamId { get; init; }

    public required string Subject { get; init; }
}
