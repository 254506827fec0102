namespace CrossBorder.Federation.Hosting;

/// <summary>Claims of the session cookie. <see cref="Resident"/> is internal and never leaves the hub.</summary>
internal static class HubClaims
{
    public const string SessionId = "sid";
    public const string Resident = "resident";
    public const string Assurance = "acr";
    public const string Methods = "amr";
    public const string AuthenticatedAt = "auth_time";

    /// <summary>In tokens of an agent: by which mandate they act, what they are to whom they act for, for what and until when.</summary>
    public const string Delegation = "urn:crossborder:delegation";
}
