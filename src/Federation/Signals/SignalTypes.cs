namespace CrossBorder.Federation.Signals;

/// <summary>The events of the hub (Continuous Access Evaluation Profile 1.0 section 3, Shared Signals Framework 1.0 section 8.1.4).</summary>
internal static class SignalTypes
{
    public const string SessionRevoked = "https://schemas.openid.net/secevent/caep/event-type/session-revoked";
    public const string CredentialChange = "https://schemas.openid.net/secevent/caep/event-type/credential-change";
    public const string AssuranceLevelChange = "https://schemas.openid.net/secevent/caep/event-type/assurance-level-change";

    /// <summary>Answers a receiver that asks whether its stream works; no receiver asks for it by name.</summary>
    public const string Verification = "https://schemas.openid.net/secevent/ssf/event-type/verification";

    /// <summary>What a stream may be asked to carry.</summary>
    public static IReadOnlyList<string> Offered { get; } = [SessionRevoked, CredentialChange, AssuranceLevelChange];
}
