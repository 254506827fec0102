namespace CrossBorder.Federation.SignIn;

/// <summary>A journey at rest.</summary>
internal sealed class SignInJourneyRow
{
    public required string Id { get; init; }

    /// <summary>Hash of the secret in the browser that began it: the address alone, copied or leaked, opens nothing.</summary>
    public required string BrowserHash { get; init; }

    /// <summary>SignInJourney as JSON; encrypted.</summary>
    public required string State { get; set; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Counts changes: of two requests on one journey at once, one wins.</summary>
    public int Version { get; set; }
}
