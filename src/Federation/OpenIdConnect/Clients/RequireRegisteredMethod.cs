using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Clients;

/// <summary>A client proves itself in the way that it registered, and in no other: a leaked secret must not stand in for a key.</summary>
internal sealed class RequireRegisteredMethod(IOpenIddictApplicationManager applications) : IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    /// <summary>Begins what the client hears of another way than its own.</summary>
    public const string NotRegistered = "This client is not registered for";

    public async ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        if (context.EndpointType is not (OpenIddictServerEndpointType.Token or OpenIddictServerEndpointType.Introspection or OpenIddictServerEndpointType.Revocation
                or OpenIddictServerEndpointType.DeviceAuthorization or OpenIddictServerEndpointType.PushedAuthorization)
            || string.IsNullOrEmpty(context.ClientId)
            || await applications.FindByClientIdAsync(context.ClientId, context.CancellationToken) is not { } client)
            return;

        var settings = await applications.GetSettingsAsync(client, context.CancellationToken);
        var allowed = settings.GetValueOrDefault(ClientDescriptor.AuthenticationMethods, "").Split(' ');
        var used = MethodOf(context, allowed);
        if (!allowed.Contains(used, StringComparer.Ordinal))
            context.Reject(Errors.InvalidClient, $"{NotRegistered} {used}.");
    }

    private static string MethodOf(ProcessAuthenticationContext context, string[] allowed)
    {
        if (!string.IsNullOrEmpty(context.Request.ClientAssertion))
            return ClientMethods.PrivateKeyJwt;
        // A public client, too, may show a certificate, to have its tokens bound to it.
        if (string.IsNullOrEmpty(context.Request.ClientSecret))
            return context.Transaction.RemoteCertificate is null ? ClientMethods.None : Array.Find(allowed, ClientMethods.IsByCertificate) ?? ClientMethods.None;

        var authorization = context.Transaction.GetHttpRequest()?.Headers.Authorization.ToString() ?? "";
        return authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) ? ClientMethods.Basic : ClientMethods.Post;
    }
}
