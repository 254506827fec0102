using OpenIddict.Validation.AspNetCore;

namespace CrossBorder.Federation.Hosting;

/// <summary>The authentication schemes by which the features hand people to one another without naming one another.</summary>
internal static class HubSchemes
{
    /// <summary>The cookie of a verified person: sid, resident, acr, amr, auth_time.</summary>
    public const string Session = "hub.session";

    /// <summary>The sign-in journey: challenged by the authorize endpoint, answered by SignIn.</summary>
    public const string Journey = "hub.journey";

    /// <summary>Access tokens that this hub issued, on its own APIs.</summary>
    public const string Bearer = OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme;
}
