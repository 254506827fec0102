using System.Security.Claims;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.KeySets;
using Microsoft.AspNetCore;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Conformance;

/// <summary>What a token request shows, read from it once it is answered. Of a caller who did not prove to be the client, only that it was refused is counted.</summary>
internal sealed class ObserveTokens(ConformanceBook book, KeySetVisitors visitors, TimeProvider clock) : IOpenIddictServerHandler<ApplyTokenResponseContext>
{
    // OpenIddict's numbers of these refusals, which end the address of its page about them.
    private const string CodeWasRedeemed = "/ID2010";
    private const string RefreshTokenWasRedeemed = "/ID2012";

    // A code lives longer, and yet: who takes this long keeps residents waiting, or keeps codes.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(30);

    // RFC 7523 section 3 wants it short; five minutes bridge two clocks and a retry.
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    public ValueTask HandleAsync(ApplyTokenResponseContext context)
    {
        if (context.Request is not { ClientId: { } client } request)
            return default;
        var proof = context.Transaction.GetProperty<ProcessAuthenticationContext>(typeof(ProcessAuthenticationContext).FullName!);
        if (context.Response.Error is { } error)
            Refused(client, error, context.Response, proof);
        else
            Answered(client, context, request, proof);
        return default;
    }

    private void Answered(string client, ApplyTokenResponseContext context, OpenIddictRequest request, ProcessAuthenticationContext? proof)
    {
        book.Saw(client, Sight.ProvedAsRegistered);
        if (request.IsAuthorizationCodeGrantType())
            book.Saw(client, proof?.AuthorizationCodePrincipal?.GetCreationDate() + Late < clock.GetUtcNow() ? Sight.CodeLate : Sight.CodeRedeemed);
        if (request.IsRefreshTokenGrantType())
            book.Saw(client, Sight.RefreshUsed);
        book.Saw(client, context.Response.TokenType == "DPoP" || IsBound(context.Response.AccessToken) ? Sight.TokenBound : Sight.TokenUnbound);
        if (proof?.ClientAssertionPrincipal is { } assertion)
            Assertion(client, assertion, request.ClientAssertion);
        if (context.Transaction.GetHttpRequest() is { } http && visitors.TakeFetches(http) is > 0 and var fetches)
            book.Saw(client, Sight.KeysFetched, fetches);
    }

    private void Assertion(string client, ClaimsPrincipal assertion, string? compact)
    {
        var (made, ends) = (assertion.GetCreationDate() ?? clock.GetUtcNow(), assertion.GetExpirationDate());
        book.Saw(client, ends - made > Long ? Sight.AssertionLong : Sight.AssertionShort);
        if (compact is not null)
            book.Saw(client, new JsonWebToken(compact).Audiences.Count() == 1 ? Sight.AssertionForIssuer : Sight.AssertionForMany);
    }

    private void Refused(string client, string error, OpenIddictResponse response, ProcessAuthenticationContext? proof)
    {
        book.Saw(client, Sight.Refused(error, response.ErrorDescription));
        // The assertion held and its jti was used before: whoever sent it has the client's key, or caught what the client sent.
        if (proof?.ClientAssertionPrincipal is not null && response.ErrorDescription == RefuseReplayedAssertion.UsedBefore)
            book.Saw(client, Sight.AssertionReplayed);
        if (error == Errors.InvalidClient && response.ErrorDescription?.StartsWith(RequireRegisteredMethod.NotRegistered, StringComparison.Ordinal) == true && proof is { ClientSecret.Length: > 0 })
            book.Saw(client, Sight.ProvedOtherwise);
        // Whoever comes with a real code or refresh token has it of the client, or from where the client left it.
        if (response.ErrorUri?.EndsWith(CodeWasRedeemed, StringComparison.Ordinal) == true)
            book.Saw(client, Sight.CodeReplayed);
        if (response.ErrorUri?.EndsWith(RefreshTokenWasRedeemed, StringComparison.Ordinal) == true)
            book.Saw(client, Sight.RefreshReplayed);
    }

    private static bool IsBound(string? accessToken) => accessToken is not null && new JsonWebTokenHandler().CanReadToken(accessToken)
        && new JsonWebToken(accessToken).TryGetPayloadValue<object>("cnf", out _);
}
