namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>Section <c>OpenIdFederation</c>: the hub as an entity of OpenID Federation 1.0, and those that it speaks for.</summary>
internal sealed class OpenIdFederationOptions
{
    public bool Enabled { get; set; }

    public string OrganizationName { get; set; } = "";

    /// <summary>Entity identifiers of those that speak for the hub. None where the hub is the trust anchor.</summary>
    public List<string> AuthorityHints { get; set; } = [];

    /// <summary>How long a statement of the hub holds; members that are struck off are believed for so long by whoever keeps one.</summary>
    public TimeSpan StatementLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long what a member said of itself is not asked for again.</summary>
    public TimeSpan AskMembersEvery { get; set; } = TimeSpan.FromSeconds(30);

    public List<FederationMemberOptions> Members { get; set; } = [];
}

/// <summary>An entity that the hub has admitted.</summary>
internal sealed class FederationMemberOptions
{
    /// <summary>Its entity identifier. For a relying party it is also its client id.</summary>
    public string EntityId { get; set; } = "";

    /// <summary>Of <see cref="EntityTypes"/>.</summary>
    public string Type { get; set; } = EntityTypes.RelyingParty;

    /// <summary>JSON Web Key Set with the keys that it signs statements about itself with; not those of its tokens and assertions.</summary>
    public string JwksFile { get; set; } = "";
}

/// <summary>What an entity is (OpenID Federation 1.0 section 5.1).</summary>
internal static class EntityTypes
{
    public const string Federation = "federation_entity";
    public const string RelyingParty = "openid_relying_party";
    public const string Provider = "openid_provider";
}
