using System.Text.Encodings.Web;
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
        if (await IsKnownAsync())
        {
            await base.HandleChallengeAsync(properties);
            return;
        }

        var failures = Context.RequestServices.GetRequiredService<IHomeFailures>();
        Response.Redirect(await failures.FailedAsync(
            Context, HomeHandover.JourneyOf(properties), ErrorCatalogue.PartnerUnreachable.With(Scheme.Name)));
    }

    private async Task<bool> IsKnownAsync()
    {
        try
        {
            await Options.ConfigurationManager!.GetConfigurationAsync(Context.RequestAborted);
            return true;
        }
        // What the configuration manager wraps every failure in, a body that is no metadata included.
        catch (InvalidOperationException failure) when (!Context.RequestAborted.IsCancellationRequested)
        {
            Log.MetadataUnavailable(Logger, Scheme.Name, Options.Authority, failure.InnerException?.GetBaseException().GetType().Name);
            return false;
        }
    }
}
