namespace CrossBorder.Federation.Applications.Resilience;

/// <summary>An officer had deliveries tried at once: which, why they waited, and who.</summary>
internal sealed class Redrive
{
    public required Guid Id { get; init; }

    public required string Department { get; init; }

    /// <summary>CB code that they waited with; null where nothing had been answered.</summary>
    public string? Cause { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>One delivery of it.</summary>
internal sealed class RedriveItem
{
    public required Guid RedriveId { get; init; }

    public required string DeliveryId { get; init; }

    /// <summary>What is above it was tried since.</summary>
    public required int AttemptsBefore { get; init; }
}

/// <summary>How far it has come.</summary>
/// <param name="Tried">Tried since, the concluded ones included.</param>
/// <param name="Concluded">A verified receipt is there.</param>
/// <param name="FailedAgain">Tried since and waiting again.</param>
internal sealed record RedriveProgress(Redrive Redrive, int Total, int Tried, int Concluded, int FailedAgain);
