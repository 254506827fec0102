using CrossBorder.Federation.Trust;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Clients;

/// <summary>
/// A client's assertion proves it once. Its <c>jti</c>, which OpenID Connect Core section 9 requires, is remembered until the
/// assertion ends, so that one caught on its way is worth nothing.
/// </summary>
internal sealed class RefuseReplayedAssertion(IReplayGuard replays, TimeProvider clock) : IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    /// <summary>What the client hears of a second use.</summary>
    public const string UsedBefore = "The client assertion was used before.";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public async ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        if (context.ClientAssertionPrincipal is not { } assertion)
            return;

        var now = clock.GetUtcNow();
        var ends = assertion.GetExpirationDate();
        if (assertion.GetClaim(Claims.JwtId) is not { Length: > 0 and <= 200 } identifier || ends is null || ends > now + Longest)
            context.Reject(Errors.InvalidClient, $"The client assertion needs a jti, and an exp within {Longest.TotalMinutes} minutes.");
        else if (!await replays.TryUseAsync("client:" + context.ClientId, identifier, ends.Value.AddMinutes(1), context.CancellationToken))
            context.Reject(Errors.InvalidClient, UsedBefore);
    }
}
