namespace CrossBorder.Federation.OpenIdConnect;

/// <summary>Where the protocol's end points stand, below the issuer; published by discovery.</summary>
internal static class ProtocolPaths
{
    public const string Authorize = "connect/authorize";
    public const string PushedAuthorization = "connect/par";
    public const string Token = "connect/token";
    public const string UserInfo = "connect/userinfo";
    public const string Introspect = "connect/introspect";
    public const string Revoke = "connect/revoke";
    public const string EndSession = "connect/logout";
    public const string Device = "connect/device";

    /// <summary>RFC 7591; a client's own registration stands below it.</summary>
    public const string Register = "connect/register";

    /// <summary>Where residents type the code of a device: short, because it is read off a screen.</summary>
    public const string Verification = "device";
}
