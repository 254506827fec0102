namespace CrossBorder.Federation.Officers.OpenId;

/// <summary>Section <c>Officers:OpenId</c>: whom of those that the provider vouches for the hub takes for an officer. How to reach it stands in the same section.</summary>
internal sealed class OpenIdOfficersOptions
{
    /// <summary>The issuer; empty where there is no provider.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    public string SigningKey { get; set; } = "";

    /// <summary>Which value of the role claim stands for which role here. Values that are not listed mean nothing.</summary>
    public IList<OpenIdRole> Roles { get; } = [];

    /// <summary>Subjects that may come in; all where empty.</summary>
    public IList<string> Subjects { get; } = [];

    /// <summary>Groups of which an officer is in one; any where empty.</summary>
    public IList<string> Groups { get; } = [];

    /// <summary>Values of <c>acr</c> that stand for a second factor: one of them is needed, where any is listed.</summary>
    public IList<string> RequiredAcr { get; } = [];

    /// <summary>Values of <c>amr</c> (RFC 8176) that stand for a second factor: one of them is needed, where any is listed.</summary>
    public IList<string> RequiredAmr { get; } = [];

    /// <summary>True: whoever is vouched for with a role becomes an officer of that role. False: an officer invites them first, and their role stays.</summary>
    public bool CreateByMapping { get; set; }

    /// <summary>How long a session lasts at most. What changes at the provider is heard of with the next sign-in.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How far the provider's clock may be from ours.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>One value of the role claim.</summary>
internal sealed class OpenIdRole
{
    public string Value { get; set; } = "";

    public OfficerRole Role { get; set; }
}
