using CrossBorder.Federation.Accounts;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace CrossBorder.Federation.OpenIdConnect.Requests;

/// <summary>
/// Whom a relying party expects: by <c>id_token_hint</c>, or by a <c>sub</c> in the claims parameter (OpenID Connect Core sections 3.1.2.1
/// and 5.5.1). The answer is about that resident or there is none: another one's would sign the wrong person in over there.
/// </summary>
internal sealed class HintedSubject(IPairwiseSubjects subjects)
{
    /// <param name="context">Of the request.</param>
    /// <param name="request">The request itself.</param>
    /// <param name="subject">Whom the answer would be about: who signed in, or whom they act for; internal.</param>
    public async Task<bool> IsAsync(HttpContext context, OpenIddictRequest request, string subject)
    {
        var asked = RequestedClaims.Of(request)?.Subjects;
        if (asked is null && string.IsNullOrEmpty(request.IdTokenHint))
            return true;

        var known = await subjects.ForAsync(subject, request.ClientId!, context.RequestAborted);
        if (asked is not null && !asked.Contains(known))
            return false;
        // One that is not ours, or no more, points at nobody.
        return string.IsNullOrEmpty(request.IdTokenHint)
            || (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal
                ?.GetClaim(OpenIddictConstants.Claims.Subject) == known;
    }
}
