using Microsoft.AspNetCore;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Requests;

/// <summary>
/// Userinfo may be asked by POST with the token in the header and nothing in the body (OpenID Connect Core section 5.3.1). OpenIddict wants
/// every POST to name the type of its body; one without a body has none.
/// </summary>
internal sealed class TakeEmptyPost : IOpenIddictServerHandler<ExtractUserInfoRequestContext>
{
    public ValueTask HandleAsync(ExtractUserInfoRequestContext context)
    {
        if (context.Transaction.GetHttpRequest() is { ContentType: null or "", ContentLength: null or 0 } request && HttpMethods.IsPost(request.Method))
            request.ContentType = "application/x-www-form-urlencoded";
        return default;
    }
}
