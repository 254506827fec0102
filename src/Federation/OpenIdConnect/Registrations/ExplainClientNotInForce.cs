using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Profiles;
using CrossBorder.Verification.Outcomes;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>
/// A client that registered and does not count yet, or no more, hears so: OpenIddict knows no such client, and would say that there is none. To a
/// stranger who guesses ids this says nothing that a redirect would not: ids are drawn at random.
/// </summary>
internal sealed class ExplainClientNotInForce(KnownClients clients, IRegistrations registrations) :
    IOpenIddictServerHandler<ValidateAuthorizationRequestContext>, IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    /// <summary>Begins the name of every client that registered itself.</summary>
    public const string Prefix = "rp-";

    public async ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (await FaultAsync(context.ClientId, context.CancellationToken) is { } fault)
            context.Reject(Errors.UnauthorizedClient, ProtocolRefusal.Describe(fault));
    }

    public async ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        if (context.EndpointType is OpenIddictServerEndpointType.Token or OpenIddictServerEndpointType.PushedAuthorization
            && await FaultAsync(context.Request.ClientId, context.CancellationToken) is { } fault)
            context.Reject(Errors.InvalidClient, ProtocolRefusal.Describe(fault));
    }

    private async Task<Error?> FaultAsync(string? clientId, CancellationToken cancellationToken) =>
        clientId is { Length: <= 64 } && clientId.StartsWith(Prefix, StringComparison.Ordinal) && clients.Find(clientId) is null
        && await registrations.FindAsync(clientId, cancellationToken) is { } registration
            ? ErrorCatalogue.ClientNotInForce.With(registration.State switch
            {
                RegistrationState.Suspended => "Officers have suspended it.",
                RegistrationState.Ended => "It has ended.",
                _ => "Officers have not approved it yet.",
            })
            : null;
}
