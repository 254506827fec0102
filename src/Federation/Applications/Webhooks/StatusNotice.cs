using CrossBorder.Federation.Notices;

namespace CrossBorder.Federation.Applications.Webhooks;

/// <summary>What the client that filed a case is to hear of one change of its status.</summary>
internal sealed class StatusNotice : QueuedNotice, IToldToClient
{
    public required string ClientId { get; init; }

    public required string CaseNumber { get; init; }

    public required ApplicationStatus CaseStatus { get; init; }

    /// <summary>When the case came to that status.</summary>
    public required DateTimeOffset At { get; init; }
}
