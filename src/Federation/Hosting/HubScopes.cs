namespace CrossBorder.Federation.Hosting;

/// <summary>The scopes of the hub beyond openid and offline_access.</summary>
internal static class HubScopes
{
    public const string Profile = "profile";
    public const string Identity = "identity";
    public const string Applications = "applications";
    public const string IdentityVerify = "identity.verify";
    public const string ApplicationsPickup = "applications.pickup";

    /// <summary>Managing a stream of security events; covers reading it.</summary>
    public const string SharedSignals = "ssf.manage";

    /// <summary>Reading a stream of security events, and fetching from it.</summary>
    public const string SharedSignalsRead = "ssf.read";

    /// <summary>Agreed to at the hub's own forms and never asked for as a scope: looking up electronic licences.</summary>
    public const string Licences = "licences";

    /// <summary>Agreed to at a page of its own and never asked for as a scope: looking for services that a resident may be entitled to.</summary>
    public const string Offers = "offers";

    public static IReadOnlyList<string> All { get; } = [Profile, Identity, Applications, IdentityVerify, ApplicationsPickup, SharedSignals, SharedSignalsRead];
}
