using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Changes;

/// <summary>Which change may follow which: a revocation is final, and a certificate has one open change at a time.</summary>
internal static class TrustOrder
{
    public static Error? Fault(TrustProposal proposal, IReadOnlyList<TrustChange> before)
    {
        if (StandingChanges.Revocation(before) is not null)
            return ErrorCatalogue.TrustOrderWrong.With("The certificate is revoked, which is for good.");
        if (proposal.Kind == TrustChangeKind.Revoke)
            return null;

        var suspended = StandingChanges.Suspension(before) is not null;
        if (proposal.Kind == TrustChangeKind.Resume && !suspended)
            return ErrorCatalogue.TrustOrderWrong.With("The certificate is not suspended.");
        if (proposal.Kind == TrustChangeKind.Suspend && suspended)
            return ErrorCatalogue.TrustOrderWrong.With("The certificate is suspended already.");
        return before.Any(change => change.Kind == proposal.Kind && change.State is TrustChangeState.Proposed or TrustChangeState.Approved)
            ? ErrorCatalogue.TrustOrderWrong.With("The same change is waiting already.")
            : null;
    }
}
