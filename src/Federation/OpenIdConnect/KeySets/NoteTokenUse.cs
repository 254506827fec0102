using CrossBorder.Federation.Trust.Keys;
using Microsoft.AspNetCore;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Validation;
using System.Security.Claims;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.KeySets;

/// <summary>Notes which clients come with tokens of which key. Asked last: what did not hold shows nothing.</summary>
internal sealed class NoteTokenUse(ITokenKeys keys, EvidenceBook evidence, KeySetVisitors visitors) :
    IOpenIddictServerHandler<OpenIddictServerEvents.ProcessAuthenticationContext>,
    IOpenIddictValidationHandler<OpenIddictValidationEvents.ProcessAuthenticationContext>
{
    private static readonly JsonWebTokenHandler Reader = new();

    public ValueTask HandleAsync(OpenIddictServerEvents.ProcessAuthenticationContext context)
    {
        Note(context.AccessToken, ClientOf(context.AccessTokenPrincipal), EvidenceKind.Used);
        Note(context.IdentityToken, ClientOf(context.IdentityTokenPrincipal), EvidenceKind.Hinted);
        if (context.EndpointType == OpenIddictServerEndpointType.Introspection && context.GenericTokenPrincipal is not null)
            Note(context.GenericToken, context.ClientId, EvidenceKind.Introspected);

        // At these a confidential client has proved itself by now.
        if (context.EndpointType is OpenIddictServerEndpointType.Token or OpenIddictServerEndpointType.Introspection
            && context.ClientId is { } client && (context.ClientSecret is not null || context.ClientAssertion is not null)
            && context.Transaction.GetHttpRequest() is { } request)
            foreach (var id in visitors.FetchedFrom(request))
                evidence.Saw(client, id, EvidenceKind.Nearby);
        return default;
    }

    public ValueTask HandleAsync(OpenIddictValidationEvents.ProcessAuthenticationContext context)
    {
        Note(context.AccessToken, ClientOf(context.AccessTokenPrincipal), EvidenceKind.Used);
        return default;
    }

    private void Note(string? token, string? clientId, EvidenceKind kind)
    {
        if (token is null || clientId is null || !Reader.CanReadToken(token))
            return;
        var id = new JsonWebToken(token).Kid;
        if (keys.Published.Any(key => key.Id == id))
            evidence.Saw(clientId, id, kind);
    }

    private static string? ClientOf(ClaimsPrincipal? principal) =>
        principal?.GetClaim(Claims.ClientId) ?? principal?.GetPresenters().FirstOrDefault() ?? principal?.GetAudiences().FirstOrDefault();
}
