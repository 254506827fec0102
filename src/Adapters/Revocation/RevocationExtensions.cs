using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Adapters.Revocation;

/// <summary>Registration of the source of revocation.</summary>
public static class RevocationExtensions
{
    /// <summary>Revocation lists and OCSP over HTTP.</summary>
    public static IServiceCollection AddRevocationSource(this IServiceCollection services)
    {
        services.AddPartnerClient(HttpRevocationSource.ListClient);
        services.AddPartnerClient(HttpRevocationSource.ResponderClient);
        services.AddSingleton<IRevocationSource, HttpRevocationSource>();
        return services;
    }
}
