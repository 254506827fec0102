namespace CrossBorder.Federation.Trust.Changes;

/// <summary>What the changes about one certificate come to. The one place that says whether it is suspended or revoked now.</summary>
internal static class StandingChanges
{
    /// <summary>The revocation that counts; null where none does. It is for good: no later change undoes it, but its own roll-back.</summary>
    public static TrustChange? Revocation(IEnumerable<TrustChange> ofOneCertificate) =>
        InOrder(ofOneCertificate).Find(change => change.Kind == TrustChangeKind.Revoke);

    /// <summary>The suspension that counts; null where there is none, or where one was lifted since.</summary>
    public static TrustChange? Suspension(IEnumerable<TrustChange> ofOneCertificate) =>
        InOrder(ofOneCertificate).FindLast(change => change.Kind is TrustChangeKind.Suspend or TrustChangeKind.Resume) is { Kind: TrustChangeKind.Suspend } suspension
            ? suspension
            : null;

    private static List<TrustChange> InOrder(IEnumerable<TrustChange> changes) =>
        [.. changes.Where(change => change.Counts).OrderBy(change => change.InForceSince).ThenBy(change => change.Id)];
}
