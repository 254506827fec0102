using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>What officers may do to a key outside the clock.</summary>
internal enum KeyStepKind
{
    /// <summary>A successor is made, and announced where it needs no certificate.</summary>
    Rotate,

    /// <summary>A key gets the certificate that an authority issued for it, and is announced.</summary>
    Install,

    /// <summary>An announced key signs before its time.</summary>
    ActivateEarly,

    /// <summary>A retiring key goes though relying parties lag behind.</summary>
    LetGo,

    /// <summary>A compromised key is revoked, by one officer in an emergency.</summary>
    Revoke,
}

internal enum KeyStepState
{
    Proposed,

    /// <summary>Another officer agreed, and it was done with that.</summary>
    Done,

    Refused,

    Withdrawn,

    /// <summary>Done by one alone; another has yet to look at it.</summary>
    ToBeReviewed,

    /// <summary>Another officer has looked at an emergency. A revoked key does not come back.</summary>
    Reviewed,
}

/// <summary>A step about a key that needs two officers. The rules stand here alone.</summary>
internal sealed class KeyStep
{
    public required Guid Id { get; init; }

    public required KeyStepKind Kind { get; init; }

    /// <summary>The line (<see cref="KeyLine"/>) for <see cref="KeyStepKind.Rotate"/>, the id for <see cref="KeyStepKind.Revoke"/>, else the key by its name.</summary>
    public required string About { get; init; }

    /// <summary>For <see cref="KeyStepKind.Install"/> the certificates in PEM, leaf first; else null.</summary>
    public string? Chain { get; private init; }

    public required string Reason { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public KeyStepState State { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => State is KeyStepState.Proposed or KeyStepState.ToBeReviewed;

    /// <summary>CB6101 where there is no reason to decide by.</summary>
    public static Outcome<KeyStep> Propose(KeyStepKind kind, string about, string reason, string officer, DateTimeOffset now, string? chain = null)
    {
        if (reason.Trim().Length is < 10 or > 1000)
            return ErrorCatalogue.TrustReasonMissing.With("A reason has 10 to 1000 characters.");
        return new KeyStep
        {
            Id = Guid.CreateVersion7(now), Kind = kind, About = about, Reason = reason.Trim(), ProposedBy = officer, ProposedAt = now, Chain = chain,
            State = kind == KeyStepKind.Revoke ? KeyStepState.ToBeReviewed : KeyStepState.Proposed,
        };
    }

    /// <summary>A second officer agrees; CB6102, CB6103.</summary>
    public Outcome<KeyStep> Approve(string officer, DateTimeOffset now) => Decide(KeyStepState.Proposed, KeyStepState.Done, officer, now);

    /// <summary>A second officer says no; CB6102, CB6103.</summary>
    public Outcome<KeyStep> Refuse(string officer, DateTimeOffset now) => Decide(KeyStepState.Proposed, KeyStepState.Refused, officer, now);

    /// <summary>A second officer has looked at an emergency; CB6102, CB6103.</summary>
    public Outcome<KeyStep> Review(string officer, DateTimeOffset now) => Decide(KeyStepState.ToBeReviewed, KeyStepState.Reviewed, officer, now);

    /// <summary>Its proposer takes it back; CB6102, CB6104.</summary>
    public Outcome<KeyStep> Withdraw(string officer, DateTimeOffset now)
    {
        if (State != KeyStepState.Proposed)
            return NotNow("be withdrawn");
        return IsProposer(officer) ? Enter(KeyStepState.Withdrawn, officer, now) : ErrorCatalogue.TrustProposerOnly.With("Another officer proposed it: refuse it instead.");
    }

    // Names of officers are signed in with in any case of letters: one person must not count as two.
    public bool IsProposer(string officer) => string.Equals(ProposedBy, officer, StringComparison.OrdinalIgnoreCase);

    private Outcome<KeyStep> Decide(KeyStepState from, KeyStepState to, string officer, DateTimeOffset now)
    {
        if (State != from)
            return NotNow($"become {to}");
        return IsProposer(officer) ? ErrorCatalogue.TrustSecondOfficerNeeded.With("Who proposed a step does not decide it.") : Enter(to, officer, now);
    }

    private KeyStep Enter(KeyStepState state, string officer, DateTimeOffset now)
    {
        (State, DecidedBy, DecidedAt) = (state, officer, now);
        Version++;
        return this;
    }

    private Error NotNow(string what) => ErrorCatalogue.TrustChangeNotNow.With($"A step that is {State} cannot {what}.");
}
