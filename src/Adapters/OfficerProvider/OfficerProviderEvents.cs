using System.Globalization;
using System.Security.Claims;
using CrossBorder.Adapters.OpenId;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Adapters.OfficerProvider;

/// <summary>What the stock handler is taught: ask for a fresh sign-in each time, prove the client, hand over who arrived.</summary>
internal sealed class OfficerProviderEvents(OfficerProviderSettings provider) : OpenIdConnectEvents
{
    private const string AskedAt = "crossborder.officer.asked";

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        var message = context.ProtocolMessage;
        // Both: some providers heed one, some the other. What they did is read from auth_time.
        message.Prompt = "login";
        message.MaxAge = "0";
        message.AcrValues = provider.RequiredAcr.Count > 0 ? string.Join(' ', provider.RequiredAcr) : null;
        message.UiLocales = context.Properties.GetParameter<string>(OfficerVisit.Languages);
        context.Properties.Items[AskedAt] = Clock(context.HttpContext.RequestServices).GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    public override async Task AuthorizationCodeReceived(AuthorizationCodeReceivedContext context)
    {
        if (provider.SigningKey.Length == 0)
            return;

        var services = context.HttpContext.RequestServices;
        if (services.GetRequiredService<IPartnerKeys>().Find(provider.SigningKey) is not { } key)
        {
            context.Fail($"The signing key {provider.SigningKey} is not configured.");
            return;
        }

        var configuration = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        context.TokenEndpointRequest!.ClientAssertionType = ClientAssertion.Type;
        context.TokenEndpointRequest.ClientAssertion = ClientAssertion.Sign(key, provider.ClientId, configuration.Issuer, Clock(services).GetUtcNow());
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        // In the code flow the stock handler takes an id token without signature, since TLS vouches for it. Here it lets officers in.
        if (context.TokenEndpointResponse?.IdToken?.Split('.') is not [_, _, { Length: > 0 }])
            context.Fail("The id token is not signed.");
        return Task.CompletedTask;
    }

    // After every check of the stock handler, nonce included.
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var (person, items) = (context.Principal!, context.Properties!.Items);
        await Arrivals(context.HttpContext.RequestServices).ArrivedAsync(context.HttpContext, new OfficerArrival(
            person.FindFirstValue("iss") ?? "",
            person.FindFirstValue("sub") ?? "",
            person.FindFirstValue("preferred_username") ?? "",
            Values(person, provider.RoleClaim),
            Values(person, provider.GroupClaim),
            person.FindFirstValue("acr"),
            Values(person, "amr"),
            Moment(person.FindFirstValue("auth_time")),
            Moment(items[AskedAt])!.Value,
            items[OfficerVisit.Purpose] ?? "",
            items.TryGetValue(OfficerVisit.Reference, out var reference) ? reference ?? "" : "",
            context.ReturnUri ?? ""));
        context.HandleResponse();
    }

    public override Task AccessDenied(AccessDeniedContext context) => EndAsync(context, "access_denied");

    public override Task RemoteFailure(RemoteFailureContext context) => EndAsync(context, context.Failure?.GetType().Name);

    private static async Task EndAsync(HandleRequestContext<RemoteAuthenticationOptions> context, string? why)
    {
        await Arrivals(context.HttpContext.RequestServices).RefusedAsync(context.HttpContext, ErrorCatalogue.OfficerProviderFailed.With(why ?? "unknown"));
        context.HandleResponse();
    }

    private static string[] Values(ClaimsPrincipal person, string claim) => [.. person.FindAll(claim).Select(value => value.Value).Distinct(StringComparer.Ordinal)];

    private static DateTimeOffset? Moment(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(value) : null;

    private static TimeProvider Clock(IServiceProvider services) => services.GetRequiredService<TimeProvider>();

    private static IOfficerArrivals Arrivals(IServiceProvider services) => services.GetRequiredService<IOfficerArrivals>();
}
