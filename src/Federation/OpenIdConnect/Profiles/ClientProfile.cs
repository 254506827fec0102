namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>How strict the hub is with a client.</summary>
internal static class ClientProfile
{
    /// <summary>OpenID Connect Core, with PKCE.</summary>
    public const string Plain = "plain";

    /// <summary>FAPI 2.0 Security Profile.</summary>
    public const string Fapi2 = "fapi2";

    /// <summary>FAPI 2.0 Message Signing, which holds the Security Profile.</summary>
    public const string Fapi2MessageSigning = "fapi2-message-signing";

    public static IReadOnlyList<string> All { get; } = [Plain, Fapi2, Fapi2MessageSigning];

    public static bool IsFapi(string? profile) => profile is Fapi2 or Fapi2MessageSigning;
}
