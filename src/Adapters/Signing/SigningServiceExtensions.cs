using CrossBorder.Adapters.Homes;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Adapters.Signing;

/// <summary>Registration of the signing services of homes.</summary>
public static class SigningServiceExtensions
{
    /// <summary><see cref="ISigningService"/> by <c>Homes:SigningEndpoint</c>. Needs IPartnerKeys.</summary>
    public static IServiceCollection AddSigningServices(this IServiceCollection services)
    {
        services.AddKnownHomes();
        services.AddPartnerClient(HttpSigningService.Client);
        services.AddSingleton<ISigningService, HttpSigningService>();
        return services;
    }
}
