using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.SignIn;

/// <summary>The way back to the relying party without a code.</summary>
internal sealed class RefusalRedirect(IOptions<HubOptions> hub, ISignedAnswers answers)
{
    /// <summary>Null where the relying party's address is not known: there is no way back then.</summary>
    public AuthorizationAnswer? For(SignInJourney journey) =>
        journey.Request.RedirectUri is { } address && journey.Refusal is { } refusal
            ? answers.Protect(journey.Request.ClientId, AuthorizationAnswer.Refusal(
                address, journey.Request.ResponseMode, hub.Value.Issuer, "access_denied", refusal.Code, journey.Request.State))
            : null;
}
