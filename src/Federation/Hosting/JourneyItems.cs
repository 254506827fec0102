namespace CrossBorder.Federation.Hosting;

/// <summary>What the authorize endpoint tells the journey, as items of the authentication properties.</summary>
internal static class JourneyItems
{
    /// <summary>The relying party; none means the hub's own pages.</summary>
    public const string ClientId = "client_id";
    public const string AssuranceLevels = "acr_values";
    public const string LoginHint = "login_hint";
    public const string Languages = "ui_locales";
    public const string Prompt = "prompt";
    public const string MaximumAge = "max_age";
    public const string Scopes = "scope";

    /// <summary>The redirect URI that the protocol handlers found valid: where a refusal goes.</summary>
    public const string RedirectUri = "redirect_uri";

    /// <summary>The state of the relying party, handed back with a refusal.</summary>
    public const string State = "state";

    /// <summary>The mode of the response, of a refusal too.</summary>
    public const string ResponseMode = "response_mode";
}
