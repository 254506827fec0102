using System.Text.Json.Nodes;
using CrossBorder.Federation.OpenIdConnect.MutualTls;
using CrossBorder.Federation.OpenIdConnect.Profiles;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>
/// What the client showed while it asked is what its access token is bound to: the key of its proof (RFC 9449 section 6), or else its
/// certificate where it is registered so (RFC 8705 section 3). A public client's refresh token is bound to the key likewise; a
/// confidential one proves itself at each refresh, and may change its key.
/// </summary>
internal sealed class BindAccessToken(IOpenIddictApplicationManager applications) : IOpenIddictServerHandler<ProcessSignInContext>
{
    public async ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (context.AccessTokenPrincipal is not { } token)
            return;

        if (DpopReading.ThumbprintIn(context.Transaction.GetHttpRequest()?.HttpContext) is { } thumbprint)
        {
            token.SetClaim(Claims.Confirmation, Confirmation(Possession.KeyThumbprint, thumbprint));
            if (context.RefreshTokenPrincipal is { } refresh
                && await applications.FindByClientIdAsync(context.ClientId!, context.CancellationToken) is { } client
                && await applications.HasClientTypeAsync(client, ClientTypes.Public, context.CancellationToken))
                refresh.SetClaim(Claims.Confirmation, Confirmation(Possession.KeyThumbprint, thumbprint));
        }
        else if (context.Transaction.RemoteCertificate is { } certificate
            && await ClientPolicy.FindAsync(applications, context.ClientId, context.CancellationToken) is { BindsToCertificate: true })
        {
            token.SetClaim(Claims.Confirmation, Confirmation(Possession.CertificateThumbprint, CertificateThumbprint.Of(certificate)));
        }
    }

    private static JsonObject Confirmation(string name, string thumbprint) => new() { [name] = thumbprint };
}
