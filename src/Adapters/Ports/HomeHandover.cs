using Microsoft.AspNetCore.Authentication;

namespace CrossBorder.Adapters.Ports;

/// <summary>What a home's scheme and the journey tell one another through authentication properties.</summary>
public static class HomeHandover
{
    /// <summary>Item: which journey this is about; set by the journey, kept through the visit.</summary>
    public const string Journey = "crossborder.journey";

    /// <summary>Item: the raw signed assertion, as the home sent it.</summary>
    public const string Assertion = "crossborder.assertion";

    /// <summary>Item: the nonce that this visit was made with.</summary>
    public const string Nonce = "crossborder.nonce";

    /// <summary>Item: the <c>sid</c> of the home's id token, where it has one: what the home calls its session when it says that it ended.</summary>
    public const string HomeSession = "crossborder.home-session";

    /// <summary>Item: the scheme that hands over.</summary>
    public const string Scheme = "crossborder.scheme";

    /// <summary>Parameter: passed on to the home.</summary>
    public const string LoginHint = "login_hint";

    /// <summary>Parameter: passed on to the home.</summary>
    public const string AssuranceLevels = "acr_values";

    /// <summary>Parameter: passed on to the home.</summary>
    public const string Languages = "ui_locales";

    /// <summary>Parameter: passed on to the home.</summary>
    public const string Prompt = "prompt";

    /// <summary>Parameter: passed on to the home, in seconds.</summary>
    public const string MaximumAge = "max_age";

    /// <summary>The journey that a visit belongs to.</summary>
    public static string? JourneyOf(AuthenticationProperties? properties) =>
        properties is not null && properties.Items.TryGetValue(Journey, out var journey) ? journey : null;
}
