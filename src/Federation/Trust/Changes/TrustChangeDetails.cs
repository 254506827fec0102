namespace CrossBorder.Federation.Trust.Changes;

/// <summary>What the audit log keeps of a step: enough to tell what was decided by whom; the reason stands with the change.</summary>
internal static class TrustChangeDetails
{
    public static IReadOnlyDictionary<string, string> Of(TrustChange change, string actor) => new Dictionary<string, string>
    {
        ["actor"] = actor,
        ["change"] = change.Kind.ToString(),
        ["certificate"] = change.Fingerprint,
        ["state"] = change.State.ToString(),
        ["reason"] = change.Reason,
    };
}
