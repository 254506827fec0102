using System.Security.Claims;
using System.Text.Encodings.Web;
using CrossBorder.Adapters.Ports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.AssertionGateway.Visits;

/// <summary>Where the scheme of the home signs in to: the grant goes into the visit. It never authenticates anybody itself.</summary>
internal sealed class VisitHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, VisitBook visits, AdvanceVisit advance)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder), IAuthenticationSignInHandler
{
    public new const string Scheme = "gateway.visit";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

    public async Task SignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        if (HomeGrant.Of(properties) is { } grant
            && await visits.OfSecretAsync(HomeHandover.JourneyOf(properties), Context.RequestAborted) is { } open)
            await advance.ArriveAsync(open, grant, Context.RequestAborted);
    }

    public Task SignOutAsync(AuthenticationProperties? properties) => Task.CompletedTask;
}
