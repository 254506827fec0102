using OpenIddict.Abstractions;

namespace CrossBorder.Federation.OpenIdConnect.Clients;

/// <summary>The algorithm that a client registered for its tokens.</summary>
internal static class ClientAlgorithms
{
    /// <summary>Null where the client registered none.</summary>
    public static async ValueTask<string?> FindAsync(
        IOpenIddictApplicationManager applications, string? clientId, CancellationToken cancellationToken)
    {
        if (clientId is null || await applications.FindByClientIdAsync(clientId, cancellationToken) is not { } client)
            return null;

        var settings = await applications.GetSettingsAsync(client, cancellationToken);
        return settings.GetValueOrDefault(ClientDescriptor.IdTokenAlgorithm);
    }
}
