using CrossBorder.Adapters.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Adapters.RelyingParties;

/// <summary>Registration of what is said to relying parties unasked.</summary>
public static class RelyingPartyExtensions
{
    /// <summary>What notices of cases may be signed with, as JOSE names it.</summary>
    public static IReadOnlyList<string> StatusAlgorithms => MessageSignatures.Offered;

    /// <summary>
    /// Logout tokens over HTTP. No pipeline of retries and no circuit breaker: the queue behind it waits longer each time, and one relying
    /// party that is down must not close the way to the others.
    /// </summary>
    public static IServiceCollection AddLogoutChannel(this IServiceCollection services)
    {
        services.AddClient(HttpLogoutChannel.Client);
        services.AddClient(HttpLogoutChannel.PublicClient, publicOnly: true);
        services.AddSingleton<ILogoutChannel, HttpLogoutChannel>();
        return services;
    }

    /// <summary>Signed notices of cases over HTTP, without a pipeline for the same reason.</summary>
    public static IServiceCollection AddStatusChannel(this IServiceCollection services)
    {
        services.AddClient(HttpStatusChannel.Client);
        services.AddSingleton<IStatusChannel, HttpStatusChannel>();
        return services;
    }

    /// <summary>Security events over HTTP, without a pipeline for the same reason.</summary>
    public static IServiceCollection AddSecurityEventChannel(this IServiceCollection services)
    {
        services.AddClient(HttpSecurityEventChannel.Client);
        services.AddSingleton<ISecurityEventChannel, HttpSecurityEventChannel>();
        return services;
    }

    /// <summary>What members of the hub's federation say of themselves, over HTTP.</summary>
    public static IServiceCollection AddEntityConfigurations(this IServiceCollection services)
    {
        services.AddClient(HttpEntityConfigurations.Client);
        services.AddSingleton<IEntityConfigurations, HttpEntityConfigurations>();
        return services;
    }

    private static void AddClient(this IServiceCollection services, string name, bool publicOnly = false) =>
        services.AddHttpClient(name, static client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // What is told goes to the address that was registered, and to no other.
                AllowAutoRedirect = false,
                UseCookies = false,
                // A proxy would connect in our stead, and to where no rule of ours looks.
                UseProxy = !publicOnly,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(3),
                ConnectCallback = publicOnly ? PublicAddresses.ConnectAsync : null,
            })
            .RemoveAllLoggers();
}
