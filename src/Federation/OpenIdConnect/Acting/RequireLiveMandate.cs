using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.TokenExchange;
using CrossBorder.Verification.Outcomes;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Acting;

/// <summary>A token whose agent may act no more is not active, though its own time is not over.</summary>
internal sealed class RequireLiveMandate(IVerifiedSessions sessions, ActingPrincipal acting) : IOpenIddictServerHandler<HandleIntrospectionRequestContext>
{
    public async ValueTask HandleAsync(HandleIntrospectionRequestContext context)
    {
        var token = context.GenericTokenPrincipal;
        if (!ActingToken.IsOne(token))
            return;
        if (token.GetClaim(HubClaims.SessionId) is not { } sid
            || ActorChain.HolderOf(token) is not { } holder
            || await sessions.FindForClientAsync(sid, holder, context.CancellationToken) is not { } session
            || await acting.FindAsync(token, session, context.CancellationToken) is null)
            context.Reject(Errors.InvalidToken, $"{ErrorCatalogue.MandateEnded.Code} {ErrorCatalogue.MandateEnded.Title.En}");
    }
}
