using CrossBorder.Federation.Portal;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Requests;

/// <summary>Takes the place of OpenIddict's page, whose script our own content security policy keeps from running: a resident would be stuck on an empty page.</summary>
internal sealed class SendByFormPost : IOpenIddictServerHandler<ApplyAuthorizationResponseContext>
{
    public async ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        if (context.RedirectUri is not { Length: > 0 } address || context.ResponseMode != ResponseModes.FormPost)
            return;

        var fields = context.Response.GetParameters()
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value))
            .Where(field => !string.IsNullOrEmpty(field.Value));
        var request = context.Transaction.GetHttpRequest() ?? throw new InvalidOperationException("The hub speaks HTTP alone.");
        await new FormPostPage(address, fields).ExecuteAsync(request.HttpContext);
        context.HandleRequest();
    }
}
