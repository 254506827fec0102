using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.TokenExchange;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Tokens;

/// <summary>A token whose sign-in has ended is not active (RFC 7662 section 2.2), though its own time is not over.</summary>
internal sealed class RequireLiveSession(IVerifiedSessions sessions) : IOpenIddictServerHandler<HandleIntrospectionRequestContext>
{
    public async ValueTask HandleAsync(HandleIntrospectionRequestContext context)
    {
        var token = context.GenericTokenPrincipal;
        if (token.GetClaim(HubClaims.SessionId) is { } sid
            && ActorChain.HolderOf(token) is { } client
            && !await sessions.IsLiveForClientAsync(sid, client, context.CancellationToken))
            context.Reject(Errors.InvalidToken, "The sign-in behind this token has ended.");
    }
}
