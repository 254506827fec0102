namespace CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;

/// <summary>Where a relying party runs (OpenID Connect Dynamic Client Registration section 2).</summary>
internal static class ApplicationTypes
{
    public const string Web = "web";

    /// <summary>On the resident's own device (RFC 8252).</summary>
    public const string Native = "native";
}
