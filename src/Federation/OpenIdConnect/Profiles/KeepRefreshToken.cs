using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>
/// A FAPI client keeps its refresh token (FAPI 2.0 Security Profile section 5.3.2.1, which forbids rotation): nobody else can use it, for every refresh
/// takes the client's key, and one that was rotated and then lost on the wire would end the resident's consent for nothing.
/// For all others OpenIddict's own handler rotates, whose place this one takes.
/// </summary>
internal sealed class KeepRefreshToken(IOpenIddictApplicationManager applications, IOpenIddictTokenManager tokens) : IOpenIddictServerHandler<ProcessSignInContext>
{
    private readonly OpenIddictServerHandlers.RedeemTokenEntry rotation = new(tokens);

    public async ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (await IsKeptAsync(applications, context))
            return;
        await rotation.HandleAsync(context);
    }

    public static async ValueTask<bool> IsKeptAsync(IOpenIddictApplicationManager applications, ProcessSignInContext context) =>
        context.EndpointType == OpenIddictServerEndpointType.Token && context.Request.IsRefreshTokenGrantType()
        && await ClientPolicy.FindAsync(applications, context.ClientId, context.CancellationToken) is { IsFapi: true };
}
