using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Licences;

/// <summary>Registration of the licence source.</summary>
public static class LicenceExtensions
{
    /// <summary>Electronic licences as section <c>Licences</c> says. Comes with the account directory.</summary>
    public static IServiceCollection AddLicences(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LicenceOptions>().Bind(configuration.GetSection("Licences")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LicenceOptions>, LicenceOptionsValidator>();
        services.AddPartnerClient(HttpLicenceSource.HttpClient);
        services.TryAddSingleton<SignedExchange>();
        services.AddSingleton<ILicenceSource, HttpLicenceSource>();
        return services;
    }
}
