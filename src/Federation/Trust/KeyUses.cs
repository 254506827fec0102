namespace CrossBorder.Federation.Trust;

/// <summary>What a key of the hub is for.</summary>
internal static class KeyUses
{
    public const string Tokens = "tokens";
    public const string Envelopes = "envelopes";
    public const string HomeClient = "home-client";
    public const string Directory = "directory";
    public const string Attestations = "attestations";

    /// <summary>Checkpoints of the audit log; where no key has this use, those for attestations sign them.</summary>
    public const string Audit = "audit";

    /// <summary>Statements about entities of the hub's federation, itself among them (OpenID Federation 1.0): keys of their own, for no other protocol.</summary>
    public const string Federation = "federation";

    public static IReadOnlyList<string> All { get; } = [Tokens, Envelopes, HomeClient, Directory, Attestations, Audit, Federation];

    /// <summary>
    /// Uses whose keys follow one another by the clock. The others are registered with one partner by name, and change when that partner does.
    /// </summary>
    public static IReadOnlyList<string> Managed { get; } = [Tokens, Envelopes, Attestations, Audit, Federation];

    /// <summary>Whether receivers look at a certificate. Keys for tokens and for the federation are believed because the hub publishes them.</summary>
    public static bool IsCertified(string use) => use is not (Tokens or Federation);
}
