namespace CrossBorder.Federation.AssertionGateway.Visits;

/// <summary>A visit at rest.</summary>
internal sealed class VisitRow
{
    /// <summary>Hash of the secret in the browser's cookie.</summary>
    public required string Id { get; init; }

    /// <summary>By which callbacks name it.</summary>
    public required string Reference { get; init; }

    /// <summary><see cref="Visit"/> as JSON, sealed.</summary>
    public required byte[] State { get; set; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Counts changes: of two calls on one visit at once, one wins.</summary>
    public int Version { get; set; }
}

/// <summary>A message that holds once was used.</summary>
internal sealed class UsedMessage
{
    /// <summary>Hash of who sent it and its number.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
