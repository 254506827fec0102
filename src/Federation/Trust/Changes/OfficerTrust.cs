using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Changes;

/// <summary>What security officers do to trust. Each step is one transaction with its audit entry.</summary>
internal sealed class OfficerTrust(ITrustChanges changes, ITrustSnapshot trust, PartnerParties parties, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Proposes that an anchor (with jurisdiction and purposes) or an intermediate authority (without) or a partner's own certificate be believed; CB6101, CB6105, CB6107, CB6109, CB6113, CB6114.</summary>
    public async Task<Outcome<TrustChange>> ProposeAdmissionAsync(
        Admission admission, TrustProposal proposal, string officer, CancellationToken cancellationToken)
    {
        // Watched or believed for itself is for the trust list to say, and never for who proposes.
        if (admission.Party.Length > 0)
        {
            if (parties.Find(admission.Party) is null)
                return ErrorCatalogue.PartnerUnknown.With($"The settings know no '{admission.Party}'.");
            admission = OfPartner(admission.Party, admission.Certificate, admission.Name);
        }

        if (admission.Fault(clock.GetUtcNow()) is { } fault)
            return fault;
        if (Configured(admission.Certificate))
            return ErrorCatalogue.TrustCertificateKnown.With("The settings of the hub name this certificate already.");
        if ((await changes.OfAsync(proposal.Fingerprint, cancellationToken)).Any(change => change.Kind == TrustChangeKind.Admit && IsOpenOrCounts(change)))
            return ErrorCatalogue.TrustCertificateKnown.With("There is a change already that admits this certificate.");

        var change = TrustChange.Propose(proposal, officer, clock.GetUtcNow());
        if (!change.Succeeded)
            return change;
        await changes.PutAsync(admission.ToRow(clock.GetUtcNow()), cancellationToken);
        return await AddAsync(change.Value, "trust.proposed", officer, cancellationToken);
    }

    /// <summary>What the certificate of that partner would be admitted as; one that the settings do not know is refused when it is proposed.</summary>
    public Admission OfPartner(string party, Certificate certificate, string name) => parties.Find(party) is { } known
        ? Admission.Of(known, certificate, name, trust.Current.TrustList)
        : new Admission(certificate, name, null, new HashSet<TrustPurpose>()) { Party = party };

    /// <summary>Proposes that a certificate be suspended, resumed or revoked; CB6101, CB6105, CB6108.</summary>
    public async Task<Outcome<TrustChange>> ProposeAsync(TrustProposal proposal, string officer, CancellationToken cancellationToken)
    {
        var before = await changes.OfAsync(proposal.Fingerprint, cancellationToken);
        if (TrustOrder.Fault(proposal, before) is { } fault)
            return fault;
        var change = TrustChange.Propose(proposal, officer, clock.GetUtcNow());
        return change.Succeeded ? await AddAsync(change.Value, "trust.proposed", officer, cancellationToken) : change;
    }

    /// <summary>Takes a certificate out of trust on every node, on one officer's word; CB6101, CB6108.</summary>
    public async Task<Outcome<TrustChange>> RevokeNowAsync(string fingerprint, string reason, string officer, CancellationToken cancellationToken)
    {
        var before = await changes.OfAsync(fingerprint, cancellationToken);
        if (TrustOrder.Fault(new TrustProposal(TrustChangeKind.Revoke, fingerprint, reason), before) is { } fault)
            return fault;
        var change = TrustChange.RevokeNow(fingerprint, reason, officer, clock.GetUtcNow());
        return change.Succeeded ? await AddAsync(change.Value, "trust.revoked_in_emergency", officer, cancellationToken) : change;
    }

    public Task<Outcome<TrustChange>> ApproveAsync(Guid id, string officer, CancellationToken cancellationToken) =>
        StepAsync(id, "trust.approved", officer, change => change.Approve(officer, clock.GetUtcNow()), cancellationToken);

    public Task<Outcome<TrustChange>> RefuseAsync(Guid id, string officer, CancellationToken cancellationToken) =>
        StepAsync(id, "trust.refused", officer, change => change.Refuse(officer, clock.GetUtcNow()), cancellationToken);

    public Task<Outcome<TrustChange>> WithdrawAsync(Guid id, string officer, CancellationToken cancellationToken) =>
        StepAsync(id, "trust.withdrawn", officer, change => change.Withdraw(officer, clock.GetUtcNow()), cancellationToken);

    public Task<Outcome<TrustChange>> ConfirmAsync(Guid id, string officer, CancellationToken cancellationToken) =>
        StepAsync(id, "trust.confirmed", officer, change => change.Confirm(officer, clock.GetUtcNow()), cancellationToken);

    public Task<Outcome<TrustChange>> RollBackAsync(Guid id, string officer, CancellationToken cancellationToken) =>
        StepAsync(id, "trust.rolled_back", officer, change => change.RollBack(officer, clock.GetUtcNow()), cancellationToken);

    private async Task<Outcome<TrustChange>> AddAsync(TrustChange change, string kind, string officer, CancellationToken cancellationToken)
    {
        changes.Add(change);
        return await SaveAsync(change, kind, officer, cancellationToken);
    }

    private Task<Outcome<TrustChange>> StepAsync(
        Guid id, string kind, string officer, Func<TrustChange, Outcome<TrustChange>> step, CancellationToken cancellationToken) => RowStep.TakeAsync(
        changes.FindAsync(id, cancellationToken), ErrorCatalogue.TrustChangeUnknown.With("There is no change of that number."), step,
        change => SaveAsync(change, kind, officer, cancellationToken));

    private async Task<Outcome<TrustChange>> SaveAsync(TrustChange change, string kind, string officer, CancellationToken cancellationToken)
    {
        audit.Record(kind, AuditActors.Officer, change.Id.ToString("N"), TrustChangeDetails.Of(change, officer));
        return (await changes.SaveAsync(cancellationToken)).Map(_ => change);
    }

    private bool Configured(Certificate certificate)
    {
        var list = trust.Configured;
        return list.Anchors.Select(anchor => anchor.Certificate).Concat(list.Intermediates)
            .Any(known => string.Equals(known.Sha256Thumbprint, certificate.Sha256Thumbprint, StringComparison.Ordinal));
    }

    private static bool IsOpenOrCounts(TrustChange change) =>
        change.Counts || change.State is TrustChangeState.Proposed or TrustChangeState.Approved;
}
