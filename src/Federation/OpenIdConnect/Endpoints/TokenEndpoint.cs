using System.Security.Claims;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Acting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Devices;
using CrossBorder.Federation.OpenIdConnect.TokenExchange;
using CrossBorder.Federation.OpenIdConnect.Tokens;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Endpoints;

/// <summary>The token end point (RFC 6749 section 3.2). The sign-in and the consent behind a code or a refresh token are asked for anew each time.</summary>
internal static class TokenEndpoint
{
    public static async Task<IResult> HandleAsync(
        HttpContext context, IVerifiedSessions sessions, IConsents consents, SessionPrincipal principals, EncryptedIdentity encrypted, ExchangeToken exchange,
        ActingPrincipal acting, KnownClients clients)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict let a request through that it did not read.");
        if (request.IsClientCredentialsGrantType())
            return SignIn(principals.CreateForClient(request.ClientId!, request.GetScopes()));

        var ticket = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var presented = ticket.Principal ?? throw new InvalidOperationException("OpenIddict let a grant through that it did not read.");
        if (request.IsTokenExchangeGrantType())
            return (await exchange.RunAsync(request, presented, context.RequestAborted)).Match<IResult>(SignIn, errors => Refuse(ExchangeErrors.Of(errors[0]), errors[0].Descriptor));

        var grant = clients.Find(request.ClientId) is { } client ? Narrowed(Grant.Of(presented), request, client) : null;
        if (grant is null
            || presented.GetClaim(HubClaims.SessionId) is not { } sid
            || await sessions.FindForClientAsync(sid, request.ClientId!, context.RequestAborted) is not { } session
            || !await consents.IsGivenAsync(session.ResidentId, request.ClientId!, grant.Consentable, context.RequestAborted))
            return Refuse(Errors.InvalidGrant, ErrorCatalogue.SignInEnded);

        if (ActingToken.IsOne(presented))
            return await acting.FindAsync(presented, session, context.RequestAborted) is { } represented
                ? SignIn(await acting.CreateAsync(session, request.ClientId!, grant, represented, presented.GetClaim(Claims.Subject)!, sid, context.RequestAborted))
                : Refuse(Errors.InvalidGrant, ErrorCatalogue.MandateEnded);

        var principal = principals.Create(session, presented.GetClaim(Claims.Subject)!, sid, grant);
        if (!await encrypted.AddAsync(principal, session, sid, request.ClientId!, grant, context.RequestAborted))
            return Problems.From(ErrorCatalogue.AuditBeforeDisclosure.With("The handing over could not be written down."), context);
        // Whoever walks away from a kiosk is signed in there a little longer, and then no more: there is no refresh token.
        if (request.IsDeviceCodeGrantType())
            principal.SetAccessTokenLifetime(UserCodes.Lifetime);
        return SignIn(principal);
    }

    /// <summary>
    /// A refresh may ask for less than was granted (RFC 6749 section 6); OpenIddict has refused one that asks for more. What the client may not ask for any
    /// more does not flow on either, whichever grant it comes by.
    /// </summary>
    private static Grant Narrowed(Grant given, OpenIddictRequest request, RelyingPartyOptions client)
    {
        var asked = request.IsRefreshTokenGrantType() && request.GetScopes() is { Length: > 0 } scopes ? given with { Scopes = scopes } : given;
        return asked.Within(client);
    }

    private static SignInHttpResult SignIn(ClaimsPrincipal principal) =>
        TypedResults.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);

    private static ForbidHttpResult Refuse(string error, ErrorDescriptor reason) => TypedResults.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = $"{reason.Code} {reason.Title.En}",
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
