using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Conformance;

/// <summary>
/// What an authorization request shows. Anybody can send one in a client's name: what it lacks is counted only where a resident signed in and a code
/// went out, refusals are counted as such and judge nobody.
/// </summary>
internal sealed class ObserveAuthorizations(ConformanceBook book) :
    IOpenIddictServerHandler<ApplyAuthorizationResponseContext>, IOpenIddictServerHandler<ApplyPushedAuthorizationResponseContext>,
    IOpenIddictServerHandler<ApplyEndSessionResponseContext>
{
    public ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        if (context.Request is not { ClientId: { } client } request)
            return default;
        if (string.IsNullOrEmpty(context.Response.Code))
        {
            book.Saw(client, Sight.Refused(context.Response.Error, context.Response.ErrorDescription));
            return default;
        }

        book.Saw(client, string.IsNullOrEmpty(request.Nonce) ? Sight.NonceMissing : Sight.NonceSent);
        book.Saw(client, string.IsNullOrEmpty(request.State) ? Sight.StateMissing : Sight.StateSent);
        book.Saw(client, string.IsNullOrEmpty(request.RequestUri) ? Sight.RequestInAddress : Sight.RequestPushed);
        return default;
    }

    public ValueTask HandleAsync(ApplyPushedAuthorizationResponseContext context)
    {
        if (context.Response.Error is not null)
            book.Saw(context.Request?.ClientId, Sight.Refused(context.Response.Error, context.Response.ErrorDescription));
        return default;
    }

    public ValueTask HandleAsync(ApplyEndSessionResponseContext context)
    {
        if (context.Response.Error is null && !string.IsNullOrEmpty(context.PostLogoutRedirectUri))
            book.Saw(context.Request?.ClientId ?? ClientOf(context), Sight.SignedOut);
        return default;
    }

    private static string? ClientOf(ApplyEndSessionResponseContext context) =>
        context.Transaction.GetProperty<ProcessAuthenticationContext>(typeof(ProcessAuthenticationContext).FullName!)?.IdentityTokenPrincipal?.GetAudiences().FirstOrDefault();
}
