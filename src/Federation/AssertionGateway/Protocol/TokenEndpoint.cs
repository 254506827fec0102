using System.Security.Claims;
using CrossBorder.Federation.AssertionGateway.Visits;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.AssertionGateway.Protocol;

/// <summary>Redeems a code: an id token, and beside it the identity assertion. What the visit knew of the resident is gone with it.</summary>
internal static class TokenEndpoint
{
    public const string VisitClaim = "gateway:visit";
    public const string NonceClaim = "gateway:nonce";
    private const string AssertionParameter = "identity_assertion";

    public static bool IsOurs(string claim) => claim is VisitClaim or NonceClaim;

    public static async Task<IResult> HandleAsync(HttpContext context, VisitBook visits, AssertionWriter assertions)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict let a request through that it did not read.");
        var ticket = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var code = ticket.Principal ?? throw new InvalidOperationException("OpenIddict let a grant through that it did not read.");
        if (code.GetClaim(VisitClaim) is not { } id
            || await visits.FindAsync(id, context.RequestAborted) is not { IsOver: false, Visit.IsComplete: true } open
            || !await visits.CloseAsync(open, context.RequestAborted))
            return TypedResults.Forbid(
                new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);

        var identity = new ClaimsIdentity(code.Claims, "gateway", Claims.Name, Claims.Role);
        identity.SetDestinations(static claim => IsOurs(claim.Type) ? [] : [Destinations.IdentityToken]);
        var properties = new AuthenticationProperties();
        properties.SetParameter(AssertionParameter, assertions.Write(open.Visit, request.ClientId!, code.GetClaim(NonceClaim)));
        return TypedResults.SignIn(new ClaimsPrincipal(identity), properties, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
