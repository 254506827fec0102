namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>Where the federation is asked, below the issuer; published in the hub's entity configuration.</summary>
internal static class FederationPaths
{
    public const string Configuration = ".well-known/openid-federation";
    public const string List = "federation/list";
    public const string Fetch = "federation/fetch";
    public const string Resolve = "federation/resolve";
}
