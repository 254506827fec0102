using System.Security.Claims;
using Microsoft.AspNetCore;
using OpenIddict.Server;
using OpenIddict.Validation;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>
/// Whoever came with a proof, or with a token that needs one, is answered in the scheme <c>DPoP</c>, with the algorithms that are taken
/// (RFC 9449 section 7.1). OpenIddict has written the same for <c>Bearer</c> by then.
/// </summary>
internal sealed class AnswerWithDpop(DpopNonces nonces) :
    IOpenIddictServerHandler<OpenIddictServerEvents.ApplyUserInfoResponseContext>,
    IOpenIddictServerHandler<OpenIddictServerEvents.ApplyTokenResponseContext>,
    IOpenIddictServerHandler<OpenIddictServerEvents.ApplyPushedAuthorizationResponseContext>,
    IOpenIddictValidationHandler<OpenIddictValidationEvents.ProcessChallengeContext>
{
    private const string Bearer = "Bearer";
    private static readonly object Asked = new();

    /// <summary>Remembers that this request is to be answered so, though it did not come so.</summary>
    public static void Ask(HttpContext? context, ClaimsPrincipal token)
    {
        if (context is not null && Possession.Bound(token, Possession.KeyThumbprint) is not null)
            context.Items[Asked] = true;
    }

    public ValueTask HandleAsync(OpenIddictServerEvents.ApplyUserInfoResponseContext context)
    {
        Answer(context.Transaction.GetHttpRequest()?.HttpContext, context.Transaction.Response?.Error);
        return default;
    }

    public ValueTask HandleAsync(OpenIddictValidationEvents.ProcessChallengeContext context)
    {
        Answer(context.Transaction.GetHttpRequest()?.HttpContext, context.Transaction.Response?.Error);
        return default;
    }

    public ValueTask HandleAsync(OpenIddictServerEvents.ApplyTokenResponseContext context)
    {
        GiveNonce(context.Transaction.GetHttpRequest()?.HttpContext, context.Transaction.Response?.Error);
        return default;
    }

    public ValueTask HandleAsync(OpenIddictServerEvents.ApplyPushedAuthorizationResponseContext context)
    {
        GiveNonce(context.Transaction.GetHttpRequest()?.HttpContext, context.Transaction.Response?.Error);
        return default;
    }

    private void Answer(HttpContext? context, string? error)
    {
        if (context is null || error is null)
            return;

        GiveNonce(context, error);
        // These are refusals of who asks, and not of how (RFC 9449 section 7.1).
        if (error is DpopErrors.InvalidProof or DpopErrors.UseNonce)
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        if (DpopReading.TokenIn(context.Request) is null && !context.Request.Headers.ContainsKey(DpopReading.Scheme) && !context.Items.ContainsKey(Asked))
            return;

        var challenge = context.Response.Headers.WWWAuthenticate.ToString();
        var parameters = challenge.StartsWith(Bearer, StringComparison.Ordinal) ? challenge[Bearer.Length..].TrimEnd() : "";
        context.Response.Headers.WWWAuthenticate =
            $"{DpopReading.Scheme}{parameters}{(parameters.Length > 0 ? "," : "")} algs=\"{string.Join(' ', DpopProof.Algorithms)}\"";
    }

    private void GiveNonce(HttpContext? context, string? error)
    {
        if (context is not null && error == DpopErrors.UseNonce)
            DpopNoncePolicy.GiveOut(context, nonces);
    }
}
