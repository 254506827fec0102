using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Changes;

/// <summary>
/// One change of trust, from its proposal to its end: two officers, a time, and a way back. The rules stand here alone, so that console,
/// command line and worker cannot differ.
/// </summary>
internal sealed class TrustChange
{
    /// <summary>Shorter windows would roll back before the second officer has looked, longer ones would leave a change in the balance.</summary>
    public static readonly TimeSpan LeastWindow = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan MostWindow = TimeSpan.FromDays(7);
    public static readonly TimeSpan FarthestStart = TimeSpan.FromDays(90);

    public required Guid Id { get; init; }

    public required TrustChangeKind Kind { get; init; }

    public required string Fingerprint { get; init; }

    public required string Reason { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public TimeSpan? ConfirmWithin { get; init; }

    /// <summary>One officer put it in force alone, because waiting would have cost more; another reviews it after.</summary>
    public bool IsEmergency { get; init; }

    public TrustChangeState State { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public DateTimeOffset? InForceSince { get; private set; }

    public DateTimeOffset? ConfirmBy { get; private set; }

    public string? EndedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Raised with each step: of two officers who act on the same state one is told so.</summary>
    public int Version { get; private set; }

    /// <summary>Whether it has an effect now.</summary>
    public bool Counts => State is TrustChangeState.InForce or TrustChangeState.Confirmed;

    /// <summary>Asks for a change; CB6101 and CB6105.</summary>
    public static Outcome<TrustChange> Propose(TrustProposal proposal, string officer, DateTimeOffset now)
    {
        if (proposal.Reason.Trim().Length is < 10 or > 1000)
            return ErrorCatalogue.TrustReasonMissing.With("A reason has 10 to 1000 characters.");
        if (proposal.ConfirmWithin is { } window && (window < LeastWindow || window > MostWindow))
            return ErrorCatalogue.TrustTimeWrong.With($"The window for confirmation is {LeastWindow.TotalMinutes:0} minute to {MostWindow.TotalDays:0} days.");
        if (proposal.NotBefore is { } start && (start < now.AddMinutes(-1) || start > now + FarthestStart))
            return ErrorCatalogue.TrustTimeWrong.With($"A change begins now or within {FarthestStart.TotalDays:0} days.");

        return Create(proposal, officer, now, isEmergency: false);
    }

    /// <summary>Takes a certificate out of trust at once, on one officer's word; CB6101.</summary>
    public static Outcome<TrustChange> RevokeNow(string fingerprint, string reason, string officer, DateTimeOffset now)
    {
        if (reason.Trim().Length is < 10 or > 1000)
            return ErrorCatalogue.TrustReasonMissing.With("A reason has 10 to 1000 characters, in an emergency too.");

        var change = Create(new TrustProposal(TrustChangeKind.Revoke, fingerprint, reason), officer, now, isEmergency: true);
        change.Enter(TrustChangeState.InForce);
        change.InForceSince = now;
        return change;
    }

    /// <summary>A second officer agrees; CB6102, CB6103.</summary>
    public Outcome<TrustChange> Approve(string officer, DateTimeOffset now) => Decide(TrustChangeState.Approved, officer, now);

    /// <summary>A second officer says no; CB6102, CB6103.</summary>
    public Outcome<TrustChange> Refuse(string officer, DateTimeOffset now) => Decide(TrustChangeState.Refused, officer, now);

    /// <summary>The proposer takes it back before it has had an effect; CB6102, CB6104.</summary>
    public Outcome<TrustChange> Withdraw(string officer, DateTimeOffset now)
    {
        if (State is not (TrustChangeState.Proposed or TrustChangeState.Approved))
            return NotNow("be withdrawn");
        if (!IsProposer(officer))
            return ErrorCatalogue.TrustProposerOnly.With("Another officer proposed it: refuse it instead.");

        return End(TrustChangeState.Withdrawn, officer, now);
    }

    /// <summary>Puts an approved change in force when its time has come; null where it has not.</summary>
    public TrustChange? Begin(DateTimeOffset now)
    {
        if (State != TrustChangeState.Approved || now < NotBefore)
            return null;

        InForceSince = now;
        ConfirmBy = now + ConfirmWithin;
        return Enter(ConfirmWithin is null ? TrustChangeState.Confirmed : TrustChangeState.InForce);
    }

    /// <summary>A copy that counts from now on, for asking what it would do. It is never stored.</summary>
    public TrustChange AsIfInForce(DateTimeOffset now)
    {
        var copy = (TrustChange)MemberwiseClone();
        copy.InForceSince = now;
        return copy.Enter(TrustChangeState.InForce);
    }

    /// <summary>Takes back what nobody confirmed in time; null where the time has not come, or never does.</summary>
    public TrustChange? RollBackWhereOverdue(DateTimeOffset now) =>
        State == TrustChangeState.InForce && ConfirmBy <= now ? End(TrustChangeState.RolledBack, "hub", now) : null;

    /// <summary>It does what it should: it stays. An emergency is upheld by another officer than the one who called it; CB6102, CB6103.</summary>
    public Outcome<TrustChange> Confirm(string officer, DateTimeOffset now) => Conclude(TrustChangeState.Confirmed, officer, now);

    /// <summary>It does harm: its effect ends at once; CB6102, CB6103.</summary>
    public Outcome<TrustChange> RollBack(string officer, DateTimeOffset now) => Conclude(TrustChangeState.RolledBack, officer, now);

    private Outcome<TrustChange> Conclude(TrustChangeState state, string officer, DateTimeOffset now)
    {
        if (State != TrustChangeState.InForce)
            return NotNow(state == TrustChangeState.Confirmed ? "be confirmed" : "be rolled back");
        // One officer alone may not undo an emergency either: who stole a key would begin with that.
        if (IsEmergency && IsProposer(officer))
            return ErrorCatalogue.TrustSecondOfficerNeeded.With("An emergency is reviewed by another officer.");
        return ConfirmBy <= now ? NotNow("be decided after its window") : End(state, officer, now);
    }

    private Outcome<TrustChange> Decide(TrustChangeState state, string officer, DateTimeOffset now)
    {
        if (State != TrustChangeState.Proposed)
            return NotNow(state == TrustChangeState.Approved ? "be approved" : "be refused");
        if (IsProposer(officer))
            return ErrorCatalogue.TrustSecondOfficerNeeded.With("Who proposed a change does not decide it.");

        (DecidedBy, DecidedAt) = (officer, now);
        return Enter(state);
    }

    private TrustChange End(TrustChangeState state, string officer, DateTimeOffset now)
    {
        (EndedBy, EndedAt) = (officer, now);
        return Enter(state);
    }

    private TrustChange Enter(TrustChangeState state)
    {
        State = state;
        Version++;
        return this;
    }

    private Error NotNow(string what) => ErrorCatalogue.TrustChangeNotNow.With($"A change that is {State} cannot {what}.");

    // Names of officers are signed in with in any case of letters: one person must not count as two.
    private bool IsProposer(string officer) => string.Equals(ProposedBy, officer, StringComparison.OrdinalIgnoreCase);

    private static TrustChange Create(TrustProposal proposal, string officer, DateTimeOffset now, bool isEmergency) => new()
    {
        Id = Guid.CreateVersion7(now),
        Kind = proposal.Kind,
        Fingerprint = proposal.Fingerprint,
        Reason = proposal.Reason.Trim(),
        ProposedBy = officer,
        ProposedAt = now,
        NotBefore = proposal.NotBefore ?? now,
        ConfirmWithin = proposal.ConfirmWithin,
        IsEmergency = isEmergency,
    };
}
