using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;

namespace CrossBorder.Federation.OpenIdConnect.Endpoints;

/// <summary>
/// Where the refusal of an authorization request goes. OpenIddict never sends one back that it did not accept; standard libraries
/// wait for it, so that it goes back where the redirect address is beyond doubt the client's own (RFC 6749 section 4.1.2.1).
/// </summary>
internal sealed class AuthorizationRefusal(IOpenIddictApplicationManager applications, ISignedAnswers answers, IOptions<HubOptions> hub)
{
    public async Task<IResult> AnswerAsync(HttpContext context, OpenIddictResponse refusal)
    {
        var request = context.GetOpenIddictServerRequest();
        if (request?.RedirectUri is not { Length: > 0 } address || !await IsRegisteredAsync(request, address, context.RequestAborted))
            return TypedResults.LocalRedirect(ErrorPage.AddressOf(PageOf(refusal)));

        // OpenIddict calls a request that was used or is over a token (OpenID Connect Core section 3.1.2.6).
        var error = request.RequestUri is not null && refusal.Error == OpenIddictConstants.Errors.InvalidToken ? OpenIddictConstants.Errors.InvalidRequestUri : refusal.Error!;
        return answers.Protect(request.ClientId!, AuthorizationAnswer.Refusal(
            address, request.ResponseMode, hub.Value.Issuer, error, refusal.ErrorDescription, request.State)).ToResult();
    }

    // Whoever comes from an application that officers have not approved, or have suspended, is told that, and not that the request is malformed.
    private static string PageOf(OpenIddictResponse refusal) =>
        refusal.ErrorDescription?.StartsWith(ErrorCatalogue.ClientNotInForce.Code, StringComparison.Ordinal) == true
            ? ErrorCatalogue.ClientNotInForce.Code
            : ErrorCatalogue.AuthorizationRequestRefused.Code;

    private async Task<bool> IsRegisteredAsync(OpenIddictRequest request, string address, CancellationToken cancellationToken) =>
        !string.IsNullOrEmpty(request.ClientId)
        && await applications.FindByClientIdAsync(request.ClientId, cancellationToken) is { } client
        && (await applications.GetRedirectUrisAsync(client, cancellationToken)).Contains(address, StringComparer.Ordinal);
}
