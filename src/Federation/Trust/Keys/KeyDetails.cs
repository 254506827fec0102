namespace CrossBorder.Federation.Trust.Keys;

/// <summary>What the audit log keeps of a key's step.</summary>
internal static class KeyDetails
{
    public static IReadOnlyDictionary<string, string> Of(ManagedKey key, string actor, string? reason = null)
    {
        var details = new Dictionary<string, string>
        {
            ["actor"] = actor, ["use"] = key.Use, ["algorithm"] = key.Algorithm, ["origin"] = key.Origin.ToString(), ["state"] = key.State.ToString(),
        };
        if (reason is not null)
            details["reason"] = reason;
        return details;
    }

    public static IReadOnlyDictionary<string, string> Of(KeyStep step, string actor) => new Dictionary<string, string>
    {
        ["actor"] = actor, ["step"] = step.Kind.ToString(), ["about"] = step.About, ["state"] = step.State.ToString(), ["reason"] = step.Reason,
    };
}
