namespace CrossBorder.Federation.SignIn;

/// <summary>A person signed in once: what tokens, userinfo and applications read. Its id is the claim <c>sid</c>.</summary>
internal sealed class Session
{
    public required string Id { get; init; }

    public required string ResidentId { get; init; }

    /// <summary>Scheme of the home, to go back there for a step-up.</summary>
    public required string Home { get; init; }

    /// <summary>Assurance level as its URN.</summary>
    public required string Assurance { get; init; }

    /// <summary>Authentication methods, separated by blanks.</summary>
    public required string Methods { get; init; }

    public required DateTimeOffset AuthenticatedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When its browser was last here, to within a tenth of the idle limit.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The kind of browser, as <see cref="DeviceKind"/> says it: enough to be recognised by the resident, too little to track anybody.</summary>
    public string? Device { get; init; }

    /// <summary>Keyed hash of what the home calls its session; null where it did not say.</summary>
    public string? HomeSession { get; init; }

    /// <summary>The verified identity as JSON; encrypted.</summary>
    public required string Identity { get; init; }

    /// <summary>The home's signed assertion; encrypted. Evidence.</summary>
    public required string Assertion { get; init; }

    /// <summary>Id of the chain that the assertion was verified over; what ends when a certificate of it is trusted no more.</summary>
    public string? TrustPath { get; init; }

    /// <summary>Account on the other side; encrypted.</summary>
    public string? MainlandAccount { get; init; }
}
