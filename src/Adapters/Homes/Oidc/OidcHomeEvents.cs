using CrossBorder.Adapters.OpenId;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Adapters.Homes.Oidc;

/// <summary>What the stock handler is taught: pass the wishes on, prove the client by a key, hand the raw assertion over.</summary>
internal sealed class OidcHomeEvents(HomeOptions home) : OpenIdConnectEvents
{
    private const string AssertionParameter = "identity_assertion";

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        var message = context.ProtocolMessage;
        message.LoginHint = context.Properties.GetParameter<string>(HomeHandover.LoginHint);
        message.AcrValues = home.AcrValues(context.Properties.GetParameter<string>(HomeHandover.AssuranceLevels));
        message.UiLocales = context.Properties.GetParameter<string>(HomeHandover.Languages);
        message.MaxAge = context.Properties.GetParameter<string>(HomeHandover.MaximumAge);
        message.Prompt = context.Properties.GetParameter<string>(HomeHandover.Prompt);
        return Task.CompletedTask;
    }

    public override async Task AuthorizationCodeReceived(AuthorizationCodeReceivedContext context)
    {
        var keys = context.HttpContext.RequestServices.GetRequiredService<IPartnerKeys>();
        if (keys.Find(home.SigningKey) is not { } key)
        {
            context.Fail(new HomeRefusedException(ErrorCatalogue.AdapterUnavailable.With($"The signing key {home.SigningKey} is not configured.")));
            return;
        }

        var configuration = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        context.TokenEndpointRequest!.ClientAssertionType = ClientAssertion.Type;
        context.TokenEndpointRequest.ClientAssertion = ClientAssertion.Sign(key, home.ClientId, configuration.Issuer, clock.GetUtcNow());
    }

    public override Task TokenResponseReceived(TokenResponseReceivedContext context)
    {
        if (home.AssertionSource == HomeOptions.TokenResponse)
            Keep(context.Properties!, context.TokenEndpointResponse.GetParameter(AssertionParameter));

        return Task.CompletedTask;
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        var properties = context.Properties!;
        if (home.AssertionSource == HomeOptions.IdToken)
            Keep(properties, context.Principal?.FindFirst(AssertionParameter)?.Value);

        if (!properties.Items.ContainsKey(HomeHandover.Assertion))
        {
            context.Fail(new HomeRefusedException(ErrorCatalogue.HomeAssertionMissing.With(home.Scheme)));
            return Task.CompletedTask;
        }

        properties.Items[HomeHandover.Nonce] = context.Nonce;
        properties.Items[HomeHandover.Scheme] = home.Scheme;
        if (context.Principal?.FindFirst("sid")?.Value is { Length: > 0 and <= 256 } session)
            properties.Items[HomeHandover.HomeSession] = session;
        return Task.CompletedTask;
    }

    public override Task AccessDenied(AccessDeniedContext context) =>
        EndAsync(context, context.Properties, ErrorCatalogue.HomeCancelled.With(home.Scheme));

    public override Task RemoteFailure(RemoteFailureContext context) => EndAsync(context, context.Properties, context.Failure switch
    {
        HomeRefusedException refused => refused.Error,
        { InnerException: HomeRefusedException refused } => refused.Error,
        var failure => ErrorCatalogue.HomeFailed.With($"{home.Scheme}: {failure?.GetType().Name}"),
    });

    private static void Keep(AuthenticationProperties properties, string? assertion)
    {
        if (!string.IsNullOrEmpty(assertion))
            properties.Items[HomeHandover.Assertion] = assertion;
    }

    private static async Task EndAsync(
        HandleRequestContext<RemoteAuthenticationOptions> context, AuthenticationProperties? properties, Error error)
    {
        var failures = context.HttpContext.RequestServices.GetRequiredService<IHomeFailures>();
        var address = await failures.FailedAsync(context.HttpContext, HomeHandover.JourneyOf(properties), error);
        context.Response.Redirect(address);
        context.HandleResponse();
    }
}
