using System.Text.Encodings.Web;
using CrossBorder.Adapters.OpenId;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes.Oidc;

/// <summary>
/// The stock handler, which throws where the home's metadata can't be fetched, before any of its events. A home that is down is
/// nothing unexpected: its resident gets a reason and a way back, like after any other visit that failed.
/// </summary>
internal sealed class OidcHomeHandler(
    IOptionsMonitor<OpenIdConnectOptions> options, ILoggerFactory logger, HtmlEncoder htmlEncoder, UrlEncoder encoder)
    : OpenIdConnectHandler(options, logger, htmlEncoder, encoder)
{
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (await OpenIdScheme.IsKnownAsync(Options, Scheme.Name, Logger, Context.RequestAborted))
        {
            await base.HandleChallengeAsync(properties);
            return;
        }

        var failures = Context.RequestServices.GetRequiredService<IHomeFailures>();
        Response.Redirect(await failures.FailedAsync(
            Context, HomeHandover.JourneyOf(properties), ErrorCatalogue.PartnerUnreachable.With(Scheme.Name)));
    }
}
