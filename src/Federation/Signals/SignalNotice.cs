using CrossBorder.Federation.Notices;

namespace CrossBorder.Federation.Signals;

/// <summary>One event for one receiver: written with what it tells of, signed when it leaves. Its id is the <c>jti</c> at every attempt.</summary>
internal sealed class SignalNotice : QueuedNotice, IToldToClient
{
    /// <summary>How long one is kept for a receiver that does not take it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public required string StreamId { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Of <see cref="SignalTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>What the receiver knows the resident by; null for what is about the stream itself.</summary>
    public string? Subject { get; init; }

    /// <summary>What it knows the session by; null for what is about all that the resident has there.</summary>
    public string? Sid { get; init; }

    /// <summary>The event's own members as JSON.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset At { get; init; }
}
