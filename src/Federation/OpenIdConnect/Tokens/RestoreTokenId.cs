using System.Security.Claims;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Validation;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Tokens;

/// <summary>Finds the row of an access token by its <c>jti</c>, so that a revoked token is refused at once, at the protocol's end points and at the APIs.</summary>
internal sealed class RestoreTokenId :
    IOpenIddictServerHandler<OpenIddictServerEvents.ValidateTokenContext>,
    IOpenIddictValidationHandler<OpenIddictValidationEvents.ValidateTokenContext>
{
    public ValueTask HandleAsync(OpenIddictServerEvents.ValidateTokenContext context)
    {
        Restore(context.Principal);
        return default;
    }

    public ValueTask HandleAsync(OpenIddictValidationEvents.ValidateTokenContext context)
    {
        Restore(context.Principal);
        return default;
    }

    private static void Restore(ClaimsPrincipal? principal)
    {
        if (principal?.GetTokenType() == TokenTypeIdentifiers.AccessToken && principal.GetTokenId() is null)
            principal.SetTokenId(principal.GetClaim(Claims.JwtId));
    }
}
