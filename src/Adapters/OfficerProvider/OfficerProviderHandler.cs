using System.Text.Encodings.Web;
using CrossBorder.Adapters.OpenId;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.OfficerProvider;

/// <summary>The stock handler; where the provider is down, the officer reads so.</summary>
internal sealed class OfficerProviderHandler(
    IOptionsMonitor<OpenIdConnectOptions> options, ILoggerFactory logger, HtmlEncoder htmlEncoder, UrlEncoder encoder)
    : OpenIdConnectHandler(options, logger, htmlEncoder, encoder)
{
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (await OpenIdScheme.IsKnownAsync(Options, Scheme.Name, Logger, Context.RequestAborted))
            await base.HandleChallengeAsync(properties);
        else
            await Context.RequestServices.GetRequiredService<IOfficerArrivals>()
                .RefusedAsync(Context, ErrorCatalogue.OfficerProviderFailed.With("The provider gives no metadata."));
    }
}
