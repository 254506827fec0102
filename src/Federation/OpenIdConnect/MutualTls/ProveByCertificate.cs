using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Profiles;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.MutualTls;

/// <summary>
/// A client that is registered to prove itself by certificate does so (RFC 8705 section 2). Takes the place of OpenIddict's handler, which leaves the
/// judgement to the platform's chains: those know neither our anchors nor SM2. A certificate of a client that proves itself otherwise only binds.
/// </summary>
internal sealed class ProveByCertificate(IOpenIddictApplicationManager applications, JudgeClientCertificate judge) : IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    public async ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        if (context.EndpointType is not (OpenIddictServerEndpointType.Token or OpenIddictServerEndpointType.PushedAuthorization
                or OpenIddictServerEndpointType.Introspection or OpenIddictServerEndpointType.Revocation
                or OpenIddictServerEndpointType.DeviceAuthorization)
            || context.Transaction.RemoteCertificate is not { } presented || context.ClientId is not { Length: > 0 } clientId
            || !string.IsNullOrEmpty(context.ClientAssertion) || !string.IsNullOrEmpty(context.ClientSecret)
            || await applications.FindByClientIdAsync(clientId, context.CancellationToken) is not { } client)
            return;

        var settings = await applications.GetSettingsAsync(client, context.CancellationToken);
        if (Array.Find(settings.GetValueOrDefault(ClientDescriptor.AuthenticationMethods, "").Split(' '), ClientMethods.IsByCertificate) is not { } method)
            return;

        if (await judge.JudgeAsync(clientId, method, settings, presented, context.CancellationToken) is { Succeeded: false, Error: var error })
            context.Reject(Errors.InvalidClient, ProtocolRefusal.Describe(error));
    }
}
