using CrossBorder.Federation.AssertionGateway.Hosting;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.AssertionGateway.Protocol;

/// <summary>The one client, as the settings say, before the gateway listens.</summary>
internal sealed class HubRegistration(IServiceScopeFactory scopes, IOptions<GatewayOptions> options, SettingsPaths paths) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var descriptor = Describe(options.Value.Client);
        try
        {
            if (await applications.FindByClientIdAsync(descriptor.ClientId!, cancellationToken) is { } known)
                await applications.UpdateAsync(known, descriptor, cancellationToken);
            else
                await applications.CreateAsync(descriptor, cancellationToken);
        }
        catch (OpenIddictExceptions.ConcurrencyException)
        {
            // Another node started at this moment and wrote the same.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private OpenIddictApplicationDescriptor Describe(GatewayClientOptions client)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = client.ClientId,
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            JsonWebKeySet = new JsonWebKeySet(ClientKeySet.Read("Gateway:Client", paths.Resolve(client.JwksFile)).Value.Json),
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        };
        foreach (var address in client.RedirectUris)
            descriptor.RedirectUris.Add(new Uri(address));
        return descriptor;
    }
}
