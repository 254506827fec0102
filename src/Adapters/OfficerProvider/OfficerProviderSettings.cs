namespace CrossBorder.Adapters.OfficerProvider;

/// <summary>Section <c>Officers:OpenId</c>: how to reach the administration's own provider. Without an authority there is none.</summary>
public sealed class OfficerProviderSettings
{
    /// <summary>The issuer.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The hub's client id there.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Proves the client by a shared secret; or else <see cref="SigningKey"/> does.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Id of the hub's key that proves the client (RFC 7523).</summary>
    public string SigningKey { get; set; } = "";

    /// <summary>Asked for beside <c>openid</c>, where the provider ties roles or groups to a scope.</summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>Claim of the id token that holds roles.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>Claim of the id token that holds groups.</summary>
    public string GroupClaim { get; set; } = "groups";

    /// <summary>Asked for as <c>acr_values</c>.</summary>
    public IList<string> RequiredAcr { get; } = [];
}
