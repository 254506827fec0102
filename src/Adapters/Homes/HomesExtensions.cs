using CrossBorder.Adapters.Homes.Oidc;
using CrossBorder.Adapters.OpenId;
using CrossBorder.Adapters.Ports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes;

/// <summary>Registration of the homes.</summary>
public static class HomesExtensions
{
    /// <summary>
    /// One authentication scheme for each entry of section <c>Homes</c>; <see cref="IHomeSchemes"/> adds more while the hub runs. Needs
    /// IPartnerKeys and IHomeFailures.
    /// </summary>
    /// <param name="signInScheme">Where a scheme hands the raw assertion over.</param>
    public static AuthenticationBuilder AddHomes(this AuthenticationBuilder builder, IConfiguration configuration, string signInScheme)
    {
        var section = configuration.GetSection("Homes");
        builder.Services.AddOptions<HomesOptions>().Configure(options => section.Bind(options.Homes)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<HomesOptions>, HomesOptionsValidator>();

        builder.Services.AddKnownHomes();
        builder.Services.AddSingleton<IHomeSchemes, HomeSchemes>();
        builder.Services.AddSingleton<IHomeKeys, OidcHomeKeys>();
        builder.Services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>>(provider => new ConfigureOidcHome(
            provider.GetRequiredService<KnownHomes>(), signInScheme, provider.GetRequiredService<TimeProvider>()));

        // An entry that does not hold is told by the validator at start; here it must not stop that from being told.
        foreach (var home in section.Get<List<HomeOptions>>() ?? [])
            if (home.Scheme.Length > 0 && Uri.TryCreate(home.Authority, UriKind.Absolute, out _))
                OpenIdScheme.Add<OidcHomeHandler>(builder, home.Scheme, home.DisplayName.En, static _ => { });

        return builder;
    }

    /// <summary>The homes to be asked about alone, where nobody signs in.</summary>
    public static IServiceCollection AddKnownHomes(this IServiceCollection services)
    {
        services.TryAddSingleton<KnownHomes>();
        services.TryAddSingleton<IHomes>(static provider => provider.GetRequiredService<KnownHomes>());
        return services;
    }
}
