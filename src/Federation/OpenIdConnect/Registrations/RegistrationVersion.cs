using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>
/// One state of what a relying party registered; never changed. It counts once two officers have read it. The one before counts until then.
/// </summary>
internal sealed class RegistrationVersion
{
    public required Guid Id { get; init; }

    public required string ClientId { get; init; }

    /// <summary>As <see cref="Metadata.ClientMetadata"/> writes it.</summary>
    public required string Metadata { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public VersionState State { get; private set; } = VersionState.Waiting;

    /// <summary>The first of two approvals.</summary>
    public string? ReadBy { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>The second one, or whoever sent it back.</summary>
    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was sent back, in the officer's words; the developer reads it.</summary>
    public string? Reason { get; private set; }

    /// <summary>Counts the steps, so that of two officers one is first.</summary>
    public long Revision { get; private set; }

    public bool IsOpen => State is VersionState.Waiting or VersionState.Read;

    /// <summary>An officer approves: the first reading, or, by another officer, what lets it count. CB6170, CB6171.</summary>
    public Outcome<RegistrationVersion> Approve(string officer, DateTimeOffset now)
    {
        if (State == VersionState.Waiting)
        {
            (ReadBy, ReadAt) = (officer, now);
            return Become(VersionState.Read);
        }

        if (State != VersionState.Read)
            return NotNow("is not waiting for approval");
        if (string.Equals(officer, ReadBy, StringComparison.OrdinalIgnoreCase))
            return ErrorCatalogue.RegistrationOwnDecision.With($"{officer} gave the first approval.");
        (DecidedBy, DecidedAt) = (officer, now);
        return Become(VersionState.InForce);
    }

    /// <summary>Back to the developer, with what is to be mended. CB6170.</summary>
    public Outcome<RegistrationVersion> SendBack(string officer, string reason, DateTimeOffset now)
    {
        if (!IsOpen)
            return NotNow("is not waiting for approval");
        if (string.IsNullOrWhiteSpace(reason))
            return NotNow("needs a reason that its developer can act on");
        (DecidedBy, DecidedAt, Reason) = (officer, now, reason.Trim());
        return Become(VersionState.SentBack);
    }

    /// <summary>It gives its holder nothing that the one in force does not, so that it counts without anybody's approval.</summary>
    public void CountAtOnce(DateTimeOffset now)
    {
        DecidedAt = now;
        Become(VersionState.InForce);
    }

    /// <summary>A later version stands in its place.</summary>
    public void GiveWay() => Become(VersionState.Replaced);

    private RegistrationVersion Become(VersionState state)
    {
        State = state;
        Revision++;
        return this;
    }

    private Outcome<RegistrationVersion> NotNow(string why) => ErrorCatalogue.RegistrationNotNow.With($"What '{ClientId}' registered {why}.");
}

internal enum VersionState
{
    Waiting,

    /// <summary>Approved by one officer of two.</summary>
    Read,
    InForce,
    SentBack,
    Replaced,
}
