using CrossBorder.Federation.OpenIdConnect.Registrations;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;

namespace CrossBorder.Federation.OpenIdConnect.Clients;

/// <summary>
/// Brings the registered clients to what the settings say, before the hub listens. A client that is gone from them is gone; those that registered
/// themselves are not looked at.
/// </summary>
internal sealed class ClientRegistration(IServiceScopeFactory scopes, IOptions<RelyingPartiesOptions> options, ClientKeys keys) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (var client in options.Value.RelyingParties)
            await KeepAsync(applications, client, cancellationToken);

        var known = options.Value.RelyingParties.Select(client => client.ClientId).ToHashSet(StringComparer.Ordinal);
        var gone = new List<object>();
        await foreach (var application in applications.ListAsync(cancellationToken: cancellationToken))
            if (await applications.GetClientIdAsync(application, cancellationToken) is { } id && !known.Contains(id)
                && !(await applications.GetSettingsAsync(application, cancellationToken)).ContainsKey(RegisteredApplications.Mark))
                gone.Add(application);
        foreach (var application in gone)
            await applications.DeleteAsync(application, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task KeepAsync(IOpenIddictApplicationManager applications, RelyingPartyOptions client, CancellationToken cancellationToken)
    {
        var descriptor = ClientDescriptor.Of(client, keys.Find(client.ClientId));
        try
        {
            if (await applications.FindByClientIdAsync(client.ClientId, cancellationToken) is { } application)
                await applications.UpdateAsync(application, descriptor, cancellationToken);
            else
                await applications.CreateAsync(descriptor, cancellationToken);
        }
        catch (OpenIddictExceptions.ConcurrencyException)
        {
            // Another node started at this moment and wrote the same.
        }
    }
}
