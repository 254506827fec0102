using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Homes.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes;

/// <summary>Registration of the homes.</summary>
public static class HomesExtensions
{
    /// <summary>
    /// One authentication scheme for each entry of section <c>Homes</c>. Needs IPartnerKeys and IHomeFailures.
    /// </summary>
    /// <param name="signInScheme">Where a scheme hands the raw assertion over.</param>
    public static AuthenticationBuilder AddHomes(this AuthenticationBuilder builder, IConfiguration configuration, string signInScheme)
    {
        var section = configuration.GetSection("Homes");
        builder.Services.AddOptions<HomesOptions>().Configure(options => section.Bind(options.Homes)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<HomesOptions>, HomesOptionsValidator>();

        builder.Services.AddSingleton<IHomeKeys, OidcHomeKeys>();

        // An entry that does not hold is told by the validator at start; here it must not stop that from being told.
        foreach (var home in section.Get<List<HomeOptions>>() ?? [])
            if (home.Scheme.Length > 0 && Uri.TryCreate(home.Authority, UriKind.Absolute, out _))
                OidcHome.Add(builder, home, signInScheme);

        return builder;
    }
}
