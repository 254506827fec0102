using CrossBorder.Federation.Accounts;
using CrossBorder.Adapters.AccountDirectory;
using CrossBorder.Adapters.Homes;
using CrossBorder.Adapters.Licences;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.SignIn.Upstream;
using CrossBorder.Federation.Storage.Stores;
using Microsoft.AspNetCore.Authentication;

namespace CrossBorder.Federation.SignIn;

internal static class SignInExtensions
{
    /// <summary>The journey, its homes and its sessions. Accounts come with AddAccounts.</summary>
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSettings<SignInOptions, SignInOptionsValidator>("SignIn");
        services.AddAuthentication(HubSchemes.Session)
            .AddCookie(HubSchemes.Session, SessionCookie.Configure)
            .AddScheme<AuthenticationSchemeOptions, JourneyHandler>(HubSchemes.Journey, null)
            .AddHomes(builder.Configuration, HubSchemes.Journey);

        services.AddSingleton<IPartnerTrust, HubPartnerTrust>();
        services.AddSingleton<IPartnerKeys, HubPartnerKeys>();
        services.AddAccountDirectory(builder.Configuration);
        services.AddLicences(builder.Configuration);

        services.AddScoped<IHomeFailures, HomeFailures>();
        services.AddScoped<IJourneys, JourneyStore>();
        services.AddScoped<IVerifiedSessions, SessionStore>();
        services.AddScoped<Journeys>();
        services.AddScoped<VerifyAssertion>();
        services.AddScoped<StartSession>();
        services.AddSingleton<HomeReferences>();
        services.AddScoped<JudgeHomeMessage>();
        services.AddSingleton<KeyRefreshes>();
        services.AddScoped<EndFromHome>();
        services.AddScoped<AdvanceJourney>();
        services.AddScoped<RefusalRedirect>();
        services.AddHostedService<ExpiredRows>();
    }

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        ContinueEndpoint.Map(routes);
        HomeMessageEndpoints.Map(routes);
    }
}
