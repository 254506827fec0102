using Microsoft.AspNetCore;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>A pushed request whose sign-in went on longer than it lives is taken up again; that it is used once holds as before.</summary>
internal sealed class ResumePushedRequest(PushedJourneys journeys) : IOpenIddictServerHandler<ValidateTokenContext>
{
    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.ValidTokenTypes.Count == 1 && context.ValidTokenTypes.Contains(TokenTypeIdentifiers.Private.RequestToken)
            && journeys.IsBack(context.Transaction.GetHttpRequest()?.HttpContext, context.Transaction.Request?.RequestUri))
            context.DisableLifetimeValidation = true;
        return default;
    }
}
