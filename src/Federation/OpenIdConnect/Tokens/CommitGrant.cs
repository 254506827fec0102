using CrossBorder.Verification.Outcomes;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace CrossBorder.Federation.OpenIdConnect.Tokens;

/// <summary>
/// The rows behind an answer are written in one transaction, before it is sent: OpenIddict alone commits each of them, six times for a
/// login. Codes of devices are left to that, for they must not fall together.
/// </summary>
internal sealed class CommitGrant(IGrantWrites writes) : IOpenIddictServerHandler<ProcessSignInContext>
{
    // Between one handler of OpenIddict and the next, which stand a thousand apart.
    private const int JustBefore = 500;

    public static void AddTo(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ProcessSignInContext>(handler => handler.UseScopedHandler<GatherGrant>()
            .SetOrder(ValidateSignInDemand.Descriptor.Order + JustBefore));
        server.AddEventHandler<ProcessSignInContext>(handler => handler.UseScopedHandler<CommitGrant>()
            .SetOrder(Exchange.ApplyTokenResponse<ProcessSignInContext>.Descriptor.Order - JustBefore));
    }

    public async ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (GatherGrant.Concerns(context) && !await writes.CommitAsync(context.CancellationToken))
            context.Reject(Errors.InvalidGrant, $"{ErrorCatalogue.GrantRaced.Code} {ErrorCatalogue.GrantRaced.Title.En}");
    }
}

/// <summary>Begins what <see cref="CommitGrant"/> ends.</summary>
internal sealed class GatherGrant(IGrantWrites writes) : IOpenIddictServerHandler<ProcessSignInContext>
{
    public static bool Concerns(ProcessSignInContext context) =>
        context.EndpointType is OpenIddictServerEndpointType.Authorization or OpenIddictServerEndpointType.Token;

    public ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (Concerns(context))
            writes.Gather();
        return default;
    }
}
