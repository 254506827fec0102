using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Federation.Storage.Gateway;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;

namespace CrossBorder.Federation.AssertionGateway.Protocol;

internal static class ProviderExtensions
{
    public static void AddProvider(this IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, ProviderServer>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerAspNetCoreOptions>, ProviderServer>();
        services.AddOpenIddict()
            .AddCore(static core => core.UseEntityFrameworkCore().UseDbContext<GatewayDbContext>())
            .AddServer(ProviderServer.Configure);
        services.AddSingleton<AssertionWriter>();
        services.AddHostedService<HubRegistration>();
    }

    public static void MapProvider(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ProviderServer.Authorize, AuthorizeEndpoint.HandleAsync);
        routes.MapPost(ProviderServer.Token, TokenEndpoint.HandleAsync).DisableAntiforgery().ForMachines();
    }
}
