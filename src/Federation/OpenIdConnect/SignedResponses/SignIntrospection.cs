using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.SignedRequests;
using Microsoft.AspNetCore;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.SignedResponses;

/// <summary>Introspection as evidence: a JWT for the caller who asks for one by <c>Accept</c> (RFC 9701 section 5), JSON for the others.</summary>
internal sealed class SignIntrospection(MessagePolicies policies, ClientSigner signer, IOptions<HubOptions> hub, TimeProvider clock)
    : IOpenIddictServerHandler<ApplyIntrospectionResponseContext>
{
    private const string Type = "token-introspection+jwt";
    private const string MediaType = "application/" + Type;

    public async ValueTask HandleAsync(ApplyIntrospectionResponseContext context)
    {
        if (context.Transaction.GetHttpRequest() is not { } request || context.Request?.ClientId is not { } caller
            || !string.IsNullOrEmpty(context.Response.Error) || !WantsJwt(request))
            return;

        var token = signer.Sign(caller, policies.Of(caller).IntrospectionAlgorithm, Type, new JsonObject
        {
            [Claims.Issuer] = hub.Value.Issuer,
            [Claims.Audience] = caller,
            [Claims.IssuedAt] = clock.GetUtcNow().ToUnixTimeSeconds(),
            ["token_introspection"] = JsonSerializer.SerializeToNode(context.Response),
        });
        var response = request.HttpContext.Response;
        response.ContentType = MediaType;
        await response.WriteAsync(token, context.CancellationToken);
        context.HandleRequest();
    }

    private static bool WantsJwt(HttpRequest request) => request.GetTypedHeaders().Accept
        .Any(wanted => wanted.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase) && wanted.Quality is not 0);
}
