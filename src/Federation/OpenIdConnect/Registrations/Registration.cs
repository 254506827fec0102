using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>
/// A relying party that registered itself (RFC 7591). What it registered stands in its <see cref="RegistrationVersion"/>s, of which one counts at
/// most; here stands who it is, how it proves that, and whether it may do anything at all.
/// </summary>
internal sealed class Registration
{
    /// <summary>Drawn by the hub: nobody chooses the id of another.</summary>
    public required string ClientId { get; init; }

    /// <summary>The ticket that it came with, or the publisher of its software statement: whom to ask.</summary>
    public required string Origin { get; init; }

    public string? SoftwareId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Of the registration access token (RFC 7592 section 3).</summary>
    public required string AccessTokenHash { get; set; }

    /// <summary>Null where it proves itself by a key, or not at all.</summary>
    public string? SecretHash { get; set; }

    public RegistrationState State { get; private set; } = RegistrationState.Open;

    /// <summary>Who suspended or ended it; the client's own id where it ended itself.</summary>
    public string? StoppedBy { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Counts the steps, so that of two people one is first.</summary>
    public long Revision { get; private set; }

    /// <summary>Something of it changed, here or in its versions.</summary>
    public void Touch() => Revision++;

    /// <summary>Takes effect at once, by one officer: to stop is urgent. CB6170.</summary>
    public Outcome<Registration> Suspend(string officer, DateTimeOffset now)
    {
        if (State != RegistrationState.Open)
            return NotNow("is suspended or ended already");
        (StoppedBy, StoppedAt) = (officer, now);
        return Become(RegistrationState.Suspended);
    }

    /// <summary>Another officer than the one who suspended it lets it count again. CB6170, CB6171.</summary>
    public Outcome<Registration> Resume(string officer)
    {
        if (State != RegistrationState.Suspended)
            return NotNow("is not suspended");
        if (string.Equals(officer, StoppedBy, StringComparison.OrdinalIgnoreCase))
            return ErrorCatalogue.RegistrationOwnDecision.With($"{officer} suspended it.");
        (StoppedBy, StoppedAt) = (null, null);
        return Become(RegistrationState.Open);
    }

    /// <summary>For good. CB6170.</summary>
    public Outcome<Registration> End(string by, DateTimeOffset now)
    {
        if (State == RegistrationState.Ended)
            return NotNow("is ended already");
        (StoppedBy, StoppedAt) = (by, now);
        SecretHash = null;
        return Become(RegistrationState.Ended);
    }

    private Registration Become(RegistrationState state)
    {
        State = state;
        Revision++;
        return this;
    }

    private Outcome<Registration> NotNow(string why) => ErrorCatalogue.RegistrationNotNow.With($"'{ClientId}' {why}.");
}

internal enum RegistrationState
{
    /// <summary>It may do what its version in force says; where there is none yet, nothing.</summary>
    Open,
    Suspended,
    Ended,
}
