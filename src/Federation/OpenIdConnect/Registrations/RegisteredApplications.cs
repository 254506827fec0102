using CrossBorder.Federation.OpenIdConnect.Clients;
using OpenIddict.Abstractions;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>Brings OpenIddict's rows to the registrations that count. One that counts no more is deleted, and with it all its tokens.</summary>
internal sealed class RegisteredApplications(IOpenIddictApplicationManager applications)
{
    /// <summary>Setting of OpenIddict's row: which version of which registration it was made from.</summary>
    public const string Mark = "registration";

    /// <param name="clients">Those that count, each with its mark.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    public async Task KeepAsync(IReadOnlyDictionary<string, RegisteredClient> clients, CancellationToken cancellationToken)
    {
        foreach (var client in clients.Values)
            await KeepAsync(client, cancellationToken);

        var gone = new List<object>();
        await foreach (var application in applications.ListAsync(cancellationToken: cancellationToken))
            if ((await applications.GetSettingsAsync(application, cancellationToken)).ContainsKey(Mark)
                && !clients.ContainsKey(await applications.GetClientIdAsync(application, cancellationToken) ?? ""))
                gone.Add(application);
        foreach (var application in gone)
            await DeleteAsync(application, cancellationToken);
    }

    private async Task KeepAsync(RegisteredClient client, CancellationToken cancellationToken)
    {
        var descriptor = ClientDescriptor.Of(client.Options, client.Keys);
        descriptor.Settings[Mark] = client.Mark;
        // RFC 8252 section 7.3: an application on a device cannot know beforehand which port is free.
        descriptor.ApplicationType = client.Metadata.ApplicationType;
        try
        {
            if (await applications.FindByClientIdAsync(client.Options.ClientId, cancellationToken) is not { } application)
                await applications.CreateAsync(descriptor, cancellationToken);
            else if ((await applications.GetSettingsAsync(application, cancellationToken)).GetValueOrDefault(Mark) != client.Mark)
                await applications.UpdateAsync(application, descriptor, cancellationToken);
        }
        catch (OpenIddictExceptions.ConcurrencyException)
        {
            // Another node saw the same a moment ago and wrote the same.
        }
    }

    private async Task DeleteAsync(object application, CancellationToken cancellationToken)
    {
        try
        {
            await applications.DeleteAsync(application, cancellationToken);
        }
        catch (OpenIddictExceptions.ConcurrencyException)
        {
            // Another node was faster.
        }
    }
}
