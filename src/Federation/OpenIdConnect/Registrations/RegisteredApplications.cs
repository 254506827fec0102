using CrossBorder.Federation.OpenIdConnect.Clients;
using OpenIddict.Abstractions;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>Brings OpenIddict's rows to the registrations that count. One that counts no more is deleted, and with it all its tokens.</summary>
internal sealed class RegisteredApplications(IServiceScopeFactory scopes, RegistrationFaults faults, ILogger<RegisteredApplications> logger)
{
    /// <summary>Setting of OpenIddict's row: which version of which registration it was made from.</summary>
    public const string Mark = "registration";

    /// <summary>Each for itself: what cannot be stored of one relying party is logged, and keeps no other from being taken over.</summary>
    /// <param name="clients">Those that count, each with its mark.</param>
    /// <param name="all">Writes those too whose mark is there already: another release of the hub may have made them another way.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>Whether every row stands as it should.</returns>
    public async Task<bool> KeepAsync(IReadOnlyDictionary<string, RegisteredClient> clients, bool all, CancellationToken cancellationToken)
    {
        // To stop is urgent: what ends goes first.
        var kept = true;
        foreach (var gone in await GoneAsync(clients, cancellationToken))
            kept &= await TryAsync(gone, applications => DeleteAsync(applications, gone, cancellationToken));
        foreach (var client in clients.Values)
            kept &= await TryAsync(client.Options.ClientId, applications => KeepAsync(applications, client, all, cancellationToken))
                || await IsKeptAsync(client, cancellationToken);
        return kept;
    }

    private async Task<List<string>> GoneAsync(IReadOnlyDictionary<string, RegisteredClient> clients, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var gone = new List<string>();
        await foreach (var application in applications.ListAsync(cancellationToken: cancellationToken))
            if (await applications.GetClientIdAsync(application, cancellationToken) is { } id && !clients.ContainsKey(id)
                && (await applications.GetSettingsAsync(application, cancellationToken)).ContainsKey(Mark))
                gone.Add(id);
        return gone;
    }

    // A scope of its own: what could not be stored of one client is not tried again together with the next.
    private async Task<bool> TryAsync(string clientId, Func<IOpenIddictApplicationManager, Task> step)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await step(scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>());
            faults.Forget(clientId);
            return true;
        }
        catch (OpenIddictExceptions.ConcurrencyException)
        {
            // Another node saw the same a moment ago and did the same.
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (faults.IsNew(clientId, fault))
                Log.RegistrationNotTaken(logger, fault, clientId);
            return false;
        }
    }

    // Two nodes that make the same row at once: whoever comes second finds it there.
    private async Task<bool> IsKeptAsync(RegisteredClient client, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        return await applications.FindByClientIdAsync(client.Options.ClientId, cancellationToken) is { } application
            && await IsMarkedAsync(applications, application, client, cancellationToken);
    }

    private static async Task KeepAsync(IOpenIddictApplicationManager applications, RegisteredClient client, bool all, CancellationToken cancellationToken)
    {
        var descriptor = ClientDescriptor.Of(client.Options, client.Keys);
        descriptor.Settings[Mark] = client.Mark;
        // RFC 8252 section 7.3: an application on a device cannot know beforehand which port is free.
        descriptor.ApplicationType = client.Metadata.ApplicationType;
        if (await applications.FindByClientIdAsync(client.Options.ClientId, cancellationToken) is not { } application)
            await applications.CreateAsync(descriptor, cancellationToken);
        else if (all || !await IsMarkedAsync(applications, application, client, cancellationToken))
            await applications.UpdateAsync(application, descriptor, cancellationToken);
    }

    private static async Task DeleteAsync(IOpenIddictApplicationManager applications, string clientId, CancellationToken cancellationToken)
    {
        if (await applications.FindByClientIdAsync(clientId, cancellationToken) is { } application)
            await applications.DeleteAsync(application, cancellationToken);
    }

    private static async Task<bool> IsMarkedAsync(
        IOpenIddictApplicationManager applications, object application, RegisteredClient client, CancellationToken cancellationToken) =>
        (await applications.GetSettingsAsync(application, cancellationToken)).GetValueOrDefault(Mark) == client.Mark;
}
