using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Sandbox.Home;

/// <summary>Redeems a code: an id token, and beside it the identity assertion.</summary>
internal sealed class HomeTokenEndpoint(HomePlace place, AssertionIssuer assertions)
{
    public const string Resident = "home:resident";
    public const string RequestNonce = "home:nonce";

    public async Task<IResult> RedeemAsync(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        var code = (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
        var resident = place.Find(code.GetClaim(Resident))!;
        var assertion = assertions.Issue(
            resident,
            request.ClientId!,
            code.GetClaim(RequestNonce),
            code.GetClaim(Claims.AuthenticationContextReference)!,
            long.Parse(code.GetClaim(Claims.AuthenticationTime)!, CultureInfo.InvariantCulture));

        var identity = new ClaimsIdentity(code.Claims, "home", Claims.Name, Claims.Role);
        identity.SetDestinations(claim => claim.Type is Resident or RequestNonce ? [] : [Destinations.IdentityToken]);
        var properties = new AuthenticationProperties();
        properties.SetParameter("identity_assertion", assertion);
        return Results.SignIn(new ClaimsPrincipal(identity), properties, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
