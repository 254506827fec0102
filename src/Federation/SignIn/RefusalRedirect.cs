using CrossBorder.Federation.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.SignIn;

/// <summary>The way back to the relying party without a code (RFC 6749 section 4.1.2.1, RFC 9207).</summary>
internal sealed class RefusalRedirect(IOptions<HubOptions> hub)
{
    /// <summary>Null where the relying party's address is not known: there is no way back then.</summary>
    public string? For(SignInJourney journey)
    {
        if (journey.Request.RedirectUri is not { } address || journey.Refusal is not { } refusal)
            return null;

        var answer = new Dictionary<string, string?>
        {
            ["error"] = "access_denied",
            ["error_description"] = refusal.Code,
            ["iss"] = hub.Value.Issuer,
        };
        if (journey.Request.State is { } state)
            answer["state"] = state;
        return QueryHelpers.AddQueryString(address, answer);
    }
}
